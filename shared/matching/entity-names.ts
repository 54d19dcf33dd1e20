import type { Entity, Language, NameTag } from "../model.ts";
import type { WordPattern } from "../query/query.ts";
import { namePatterns } from "../query/word-patterns.ts";

/** Under which tags an entity's names are looked for in a text of a language: its own scripts, and loans from Russian. */
const NAME_TAGS_OF: Readonly<Record<Language, readonly NameTag[]>> = {
  ru: ["ru"],
  en: ["en"],
  kk: ["kk", "kk-Latn"],
  uz: ["uz", "uz-Cyrl"],
  ky: ["ky"],
  tg: ["tg"],
  tk: ["tk"],
};

/** A name or adjective as its words, and whose rules inflect them. */
export interface EntityName {
  readonly words: readonly WordPattern[];
  readonly tag: NameTag;
}

/** What an entity is called in texts of a language. */
export function entityNames({ names, adjectives }: Entity, language: Language): EntityName[] {
  return NAME_TAGS_OF[language].flatMap((tag) =>
    [...(names[tag] ?? []), ...(adjectives[tag] ?? [])].flatMap((name) => {
      const words = namePatterns(name);
      return words.length === 0 ? [] : [{ words, tag }];
    }),
  );
}
