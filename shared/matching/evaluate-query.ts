import type { CompiledQuery } from "./compile-query.ts";
import type { Occurrence, Occurrences } from "./phrase-trie.ts";

/** Where a query is evaluated: runs of tokens that count as one passage. */
export interface Scope {
  readonly ranges: readonly Occurrence[];
  /** The parts that `title:` and `lead:` look into. */
  readonly title: Occurrence;
  readonly lead: Occurrence;
}

const NOWHERE: readonly Occurrence[] = [];

/** What in the scope satisfies the query, or undefined where nothing does. A satisfied NOT points at nothing. */
export function evaluate(query: CompiledQuery, found: Occurrences, scope: Scope): readonly Occurrence[] | undefined {
  switch (query.kind) {
    case "symbol":
      return within(found.get(query.symbol), scope.ranges);
    case "or":
      return union(query.parts.map((part) => evaluate(part, found, scope)));
    case "and":
      return intersection(query.parts, found, scope);
    case "not":
      return evaluate(query.part, found, scope) === undefined ? NOWHERE : undefined;
    case "field":
      return evaluate(query.part, found, { ...scope, ranges: [scope[query.field]] });
    case "near":
      return near(evaluate(query.left, found, scope), evaluate(query.right, found, scope), query.distance);
    case "count": {
      const satisfied = query.parts.map((part) => evaluate(part, found, scope)).filter((hits) => hits !== undefined);
      return satisfied.length >= query.least ? satisfied.flat() : undefined;
    }
  }
}

/** The occurrences that lie in one of the ranges. Both stand in order, so that long texts are not read again and again. */
function within(
  occurrences: readonly Occurrence[] | undefined,
  ranges: readonly Occurrence[],
): readonly Occurrence[] | undefined {
  if (occurrences === undefined) return undefined;
  const inside: Occurrence[] = [];
  for (const range of ranges) {
    for (let i = firstFrom(occurrences, range.from); i < occurrences.length; i++) {
      const occurrence = occurrences[i];
      if (occurrence === undefined || occurrence.from >= range.to) break;
      if (occurrence.to <= range.to) inside.push(occurrence);
    }
  }
  return inside.length === 0 ? undefined : inside;
}

/** The index of the first occurrence that begins at `from` or later. */
function firstFrom(occurrences: readonly Occurrence[], from: number): number {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function union(alternatives: readonly (readonly Occurrence[] | undefined)[]): readonly Occurrence[] | undefined {
  const satisfied = alternatives.filter((hits) => hits !== undefined);
  return satisfied.length === 0 ? undefined : satisfied.flat();
}

function intersection(
  parts: readonly CompiledQuery[],
  found: Occurrences,
  scope: Scope,
): readonly Occurrence[] | undefined {
  const all: Occurrence[] = [];
  for (const part of parts) {
    const hits = evaluate(part, found, scope);
    if (hits === undefined) return undefined;
    all.push(...hits);
  }
  return all;
}

/** Pairs with at most `distance` words between them, in either order. */
function near(
  left: readonly Occurrence[] | undefined,
  right: readonly Occurrence[] | undefined,
  distance: number,
): readonly Occurrence[] | undefined {
  const pairs = (left ?? []).flatMap((a) =>
    (right ?? []).filter((b) => Math.max(a.from, b.from) - Math.min(a.to, b.to) <= distance).flatMap((b) => [a, b]),
  );
  return pairs.length === 0 ? undefined : pairs;
}
