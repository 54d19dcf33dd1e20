import { entityNames } from "../matching/entity-names.ts";
import { createLexicon } from "../matching/lexicon.ts";
import { createPhraseTrie, type PhraseTrie } from "../matching/phrase-trie.ts";
import { type Entity, LANGUAGES, type Language, type LanguageTag } from "../model.ts";
import type { Token } from "../text/tokens.ts";

/** A named thing of the watchlist in a text: tokens from `from` up to, not including, `to`. */
export interface FoundEntity {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export type EntityFinder = (tokens: readonly Token[], text: string, language: LanguageTag) => readonly FoundEntity[];

/** Finds the watchlist's entities in a text by any form of their names; each language is compiled at its first text. */
export function createEntityFinder(entities: readonly Entity[]): EntityFinder {
  const tries = new Map<Language, PhraseTrie>();
  const trieFor = (language: Language): PhraseTrie => {
    const trie = tries.get(language) ?? compile(entities, language);
    tries.set(language, trie);
    return trie;
  };
  return (tokens, text, tag) => {
    const language = LANGUAGES.find((known) => known === tag);
    if (language === undefined || entities.length === 0) return [];
    const found = trieFor(language).find(tokens, text, [tokens.length]);
    return [...found].flatMap(([symbol, places]) => {
      const id = entities[symbol]?.id;
      return id === undefined ? [] : places.map(({ from, to }) => ({ id, from, to }));
    });
  };
}

function compile(entities: readonly Entity[], language: Language): PhraseTrie {
  const lexicon = createLexicon();
  const trie = createPhraseTrie(lexicon);
  for (const [symbol, entity] of entities.entries())
    for (const { words, tag } of entityNames(entity, language))
      trie.add(
        words.map((word) => lexicon.add(word, tag)),
        symbol,
      );
  return trie;
}
