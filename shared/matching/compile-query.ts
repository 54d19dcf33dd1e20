import type { Entity, Language, NameTag, WordList } from "../model.ts";
import { parseQuery } from "../query/parse-query.ts";
import type { Query } from "../query/query.ts";
import { entityNames } from "./entity-names.ts";
import type { Lexicon } from "./lexicon.ts";
import type { PhraseTrie } from "./phrase-trie.ts";

/** A query ready to be evaluated: phrases and names have become symbols of the trie. */
export type CompiledQuery =
  | { readonly kind: "symbol"; readonly symbol: number }
  | { readonly kind: "and" | "or"; readonly parts: readonly CompiledQuery[] }
  | { readonly kind: "not"; readonly part: CompiledQuery }
  | { readonly kind: "near"; readonly left: CompiledQuery; readonly right: CompiledQuery; readonly distance: number }
  | { readonly kind: "field"; readonly field: "title" | "lead"; readonly part: CompiledQuery }
  | { readonly kind: "count"; readonly least: number; readonly parts: readonly CompiledQuery[] };

export interface QueryCompiler {
  /** Compiles a query written in a dossier. Throws on what `loadWatchlist` would have refused. */
  compile(text: string): CompiledQuery;
  /** What symbols stand for a name or a plain list of words, by `@id`, among the queries compiled so far. */
  readonly concepts: ReadonlyMap<number, string>;
}

/** Compiles queries over entities and word lists for texts of one language. */
export function createQueryCompiler(
  language: Language,
  entities: readonly Entity[],
  lists: readonly WordList[],
  lexicon: Lexicon,
  trie: PhraseTrie,
  nextSymbol: () => number,
): QueryCompiler {
  const names = new Map<string, CompiledQuery>();
  const concepts = new Map<number, string>();
  const byEntity = new Map(entities.map((entity) => [entity.id, entity]));
  const byList = new Map(lists.map((list) => [list.id, list]));

  const symbolFor = (
    phrases: readonly { readonly query: Query & { readonly kind: "phrase" }; readonly tag: NameTag | "any" }[],
  ): CompiledQuery => {
    const symbol = nextSymbol();
    for (const { query, tag } of phrases)
      trie.add(
        query.words.map((word) => lexicon.add(word, tag)),
        symbol,
      );
    return { kind: "symbol", symbol };
  };

  const named = (name: string): CompiledQuery => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const entity = byEntity.get(name);
    const compiled = entity === undefined ? listNamed(name) : entitySymbol(entity);
    names.set(name, compiled);
    const plain = compiled.kind === "or" ? compiled.parts[0] : compiled;
    if (plain?.kind === "symbol") concepts.set(plain.symbol, `@${name}`);
    return compiled;
  };

  const entitySymbol = (entity: Entity): CompiledQuery =>
    symbolFor(
      entityNames(entity, language).map(({ words, tag }) => ({ query: { kind: "phrase" as const, words }, tag })),
    );

  /** All plain terms of a list are one symbol; what is more than a phrase stands beside it. */
  const listNamed = (name: string): CompiledQuery => {
    const terms = byList.get(name)?.terms;
    if (terms === undefined) throw new Error(`nothing is called @${name}`);
    const queries = ([language, "any"] as const).flatMap((tag) =>
      (terms[tag] ?? []).map((text) => ({ query: parsed(text), tag })),
    );
    const phrases = queries.flatMap(({ query, tag }) => (query.kind === "phrase" ? [{ query, tag }] : []));
    const others = queries.filter(({ query }) => query.kind !== "phrase").map(({ query, tag }) => compiled(query, tag));
    const plain = symbolFor(phrases);
    return others.length === 0 ? plain : { kind: "or", parts: [plain, ...others] };
  };

  const compiled = (query: Query, tag: NameTag | "any"): CompiledQuery => {
    switch (query.kind) {
      case "phrase":
        return symbolFor([{ query, tag }]);
      case "reference":
        return named(query.name);
      case "near":
        return { ...query, left: compiled(query.left, tag), right: compiled(query.right, tag) };
      case "not":
      case "field":
        return { ...query, part: compiled(query.part, tag) };
      default:
        return { ...query, parts: query.parts.map((part) => compiled(part, tag)) };
    }
  };

  return { compile: (text) => compiled(parsed(text), "any"), concepts };
}

/** A query of a checked watchlist. Throws on what `loadWatchlist` would have refused. */
export function parsed(text: string): Query {
  const result = parseQuery(text);
  if (result.ok) return result.query;
  throw new Error(`query "${text}": ${result.problems.map(({ message }) => message).join("; ")}`);
}
