import type { Query, WordPattern } from "../query/query.ts";
import type { CompiledQuery } from "./compile-query.ts";
import { evaluate, type Scope } from "./evaluate-query.ts";
import type { QueryPart, ToldPlace } from "./explanation.ts";
import { apart } from "./lean.ts";
import type { Occurrence, Occurrences } from "./phrase-trie.ts";
import type { Reading } from "./reading.ts";

/** Wordings told of one term at the most. */
const MOST_FOUND = 5;

/** A part of a query that stands for words, and where they are in the article. */
export interface FoundTerm {
  readonly query: string;
  readonly hits: readonly Occurrence[];
}

/** What there is of a query in a part of an article. Both are the same query: as parsed, and as compiled. */
export function explainQuery(query: Query, compiled: CompiledQuery, reading: Reading, scope: Scope): QueryPart {
  const hits = evaluate(compiled, reading.found, scope);
  const base = { query: written(query), holds: hits !== undefined };
  if (query.kind === "phrase" || query.kind === "reference") {
    const its = hits === undefined ? { held: [], wanting: [base.query] } : { held: [base.query], wanting: [] };
    return { ...base, kind: "term", ...whereIn(reading, hits ?? []), parts: [], ...its };
  }
  const inside = query.kind === "field" ? { ...scope, ranges: [scope[query.field]] } : scope;
  const parts = pairs(query, compiled).map(([one, its]) => explainQuery(one, its, reading, inside));
  return { ...base, kind: query.kind, places: [], found: [], parts, ...standing(query, base, parts) };
}

/** Every term of a query, with its places. */
export function termsIn(query: Query, compiled: CompiledQuery, found: Occurrences): readonly FoundTerm[] {
  if (query.kind === "phrase" || query.kind === "reference")
    return [{ query: written(query), hits: hitsOf(compiled, found) }];
  return pairs(query, compiled).flatMap(([one, its]) => termsIn(one, its, found));
}

/** The terms that a query asks for, as written, `NOT`s left out. */
export function namesIn(query: Query): readonly string[] {
  if (query.kind === "phrase" || query.kind === "reference") return [written(query)];
  if (query.kind === "not") return [];
  if (query.kind === "near") return [...namesIn(query.left), ...namesIn(query.right)];
  return "part" in query ? namesIn(query.part) : query.parts.flatMap(namesIn);
}

function hitsOf(compiled: CompiledQuery, found: Occurrences): readonly Occurrence[] {
  if (compiled.kind === "symbol") return found.get(compiled.symbol) ?? [];
  const everywhere = { from: 0, to: Number.POSITIVE_INFINITY };
  return evaluate(compiled, found, { ranges: [everywhere], title: everywhere, lead: everywhere }) ?? [];
}

/** The parts of a query beside what they were compiled to. */
function pairs(node: Query, ready: CompiledQuery): (readonly [Query, CompiledQuery])[] {
  if (node.kind === "near" && ready.kind === "near")
    return [
      [node.left, ready.left],
      [node.right, ready.right],
    ];
  if ("part" in node && "part" in ready) return [[node.part, ready.part]];
  if (!("parts" in node && "parts" in ready)) return [];
  return node.parts.flatMap((part, i) => {
    const its = ready.parts[i];
    return its === undefined ? [] : [[part, its] as const];
  });
}

type Standing = Pick<QueryPart, "held" | "wanting">;

/** What of a query holds, and what keeps it from holding, by its parts. */
function standing(
  node: Query,
  { query, holds }: Pick<QueryPart, "query" | "holds">,
  parts: readonly QueryPart[],
): Standing {
  const [first] = parts;
  switch (node.kind) {
    case "or": {
      const best = parts.find((part) => part.holds) ?? parts.toSorted((a, b) => shareHeld(b) - shareHeld(a))[0];
      return best === undefined || best.held.length === 0 ? { held: [], wanting: holds ? [] : [query] } : best;
    }
    case "not":
      return { held: [], wanting: holds || first === undefined ? [] : holding(first).map((part) => `NOT ${part}`) };
    case "count": {
      const nearest = parts.toSorted((a, b) => shareHeld(b) - shareHeld(a)).slice(0, node.least);
      return together(nearest);
    }
    case "field":
      return { held: holds ? together(parts).held : [], wanting: holds ? [] : [query] };
    case "near": {
      const both = together(parts);
      return holds || both.wanting.length > 0 ? both : { ...both, wanting: [query] };
    }
    default:
      return together(parts);
  }
}

function together(parts: readonly QueryPart[]): Standing {
  return { held: parts.flatMap(({ held }) => held), wanting: parts.flatMap(({ wanting }) => wanting) };
}

/** 0 to 1; what wants nothing holds, and be it a `NOT` with nothing found. */
function shareHeld({ held, wanting }: Standing): number {
  return wanting.length === 0 ? 1 : held.length / (held.length + wanting.length);
}

/** What makes a part hold, each alternative by itself. */
function holding({ kind, query, parts }: QueryPart): readonly string[] {
  if (kind !== "or") return [query.includes(" ") && kind !== "term" ? `(${query})` : query];
  return parts.filter(({ holds }) => holds).flatMap(holding);
}

function whereIn({ passages, places }: Reading, hits: readonly Occurrence[]): Pick<QueryPart, "places" | "found"> {
  const isIn = (place: ToldPlace) => {
    const parts = { title: places.title, lead: places.head.filter(({ field }) => field === "text"), body: places.body };
    return parts[place].some(({ from, to }) => hits.some((hit) => hit.from >= from && hit.to <= to));
  };
  const wordings = apart(hits).map((hit) => wordingAt(passages, hit));
  return {
    places: (["title", "lead", "body"] as const).filter(isIn),
    found: [...new Set(wordings)].slice(0, MOST_FOUND),
  };
}

/** Words as they stand in the article. */
export function wordingAt({ joined, tokens }: Reading["passages"], { from, to }: Occurrence): string {
  return joined.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** Operators that bind looser than what stands around them need parentheses. */
const LOOSENESS: Readonly<Record<Query["kind"], number>> = {
  or: 4,
  and: 3,
  not: 2,
  near: 1,
  field: 0,
  phrase: 0,
  reference: 0,
  count: 0,
};

/** A query as one would write it. */
export function written(query: Query): string {
  const inside = (part: Query, loosest: number) =>
    LOOSENESS[part.kind] > loosest ? `(${written(part)})` : written(part);
  switch (query.kind) {
    case "phrase":
      return phrase(query.words);
    case "reference":
      return `@${query.name}`;
    case "not":
      return `NOT ${inside(query.part, LOOSENESS.near)}`;
    case "field":
      return `${query.field}: ${inside(query.part, LOOSENESS.field)}`;
    case "near":
      return `${inside(query.left, LOOSENESS.near)} NEAR/${query.distance} ${inside(query.right, LOOSENESS.field)}`;
    case "count":
      return `${query.least} OF (${query.parts.map(written).join(", ")})`;
    default:
      return query.parts
        .map((part) => inside(part, LOOSENESS[query.kind] - 1))
        .join(query.kind === "and" ? " AND " : " OR ");
  }
}

function phrase(words: readonly WordPattern[]): string {
  const text = words.map((word) => `${word.written}${word.mode === "prefix" ? "*" : ""}`).join(" ");
  return words.some(({ mode }) => mode === "exact") ? `"${text}"` : text;
}
