import type { Entity, Language, NameTag, WordList } from "../model.ts";
import { parseQuery } from "../query/parse-query.ts";
import type { Query, WordPattern } from "../query/query.ts";
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

  const addPhrase = (words: readonly WordPattern[], tag: NameTag | "any", symbol: number): void => {
    trie.add(
      words.map((word) => lexicon.add(word, tag)),
      symbol,
    );
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

  const entitySymbol = (entity: Entity): CompiledQuery => {
    const symbol = nextSymbol();
    for (const { words, tag } of entityNames(entity, language)) addPhrase(words, tag, symbol);
    return { kind: "symbol", symbol };
  };

  /** All plain terms of a list are one symbol; what is more than a phrase stands beside it. */
  const listNamed = (name: string): CompiledQuery => {
    const terms = byList.get(name)?.terms;
    if (terms === undefined) throw new Error(`nothing is called @${name}`);
    const others: { readonly query: Query; readonly tag: NameTag | "any" }[] = [];
    const phrases: { readonly words: readonly WordPattern[]; readonly tag: NameTag | "any" }[] = [];
    for (const tag of [language, "any"] as const)
      for (const text of terms[tag] ?? []) {
        const query = parsed(text);
        if (query.kind === "phrase") phrases.push({ words: query.words, tag });
        else others.push({ query, tag });
      }
    const beside = others.map(({ query, tag }) => compiled(query, tag));
    const symbol = nextSymbol();
    for (const { words, tag } of phrases) addPhrase(words, tag, symbol);
    const plain: CompiledQuery = { kind: "symbol", symbol };
    return beside.length === 0 ? plain : { kind: "or", parts: [plain, ...beside] };
  };

  const compiled = (query: Query, tag: NameTag | "any"): CompiledQuery => {
    switch (query.kind) {
      case "phrase": {
        const symbol = nextSymbol();
        addPhrase(query.words, tag, symbol);
        return { kind: "symbol", symbol };
      }
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
