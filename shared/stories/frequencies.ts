import type { LanguageTag } from "../model.ts";
import type { Sketch } from "./sketch.ts";

/** In how many articles each term was seen: what is rare tells more. Grows with what is read; nothing is trained. */
export interface Frequencies {
  add(sketch: Sketch): void;
  /** What a word, name root or number of this language tells, in nats: the logarithm of one over its share of articles. */
  weightOf(term: number, language: LanguageTag): number;
  /** The same of what all languages share: names and numbers. */
  sharedWeightOf(term: number): number;
}

/**
 * Articles imagined before the first, none of which holds any term: so that the words of a first few are not taken for
 * common. */
const IMAGINED = 50;

export function createFrequencies(): Frequencies {
  const counts = new Map<number, number>();
  const articles = new Map<LanguageTag | "all", number>();
  const count = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);
  const weight = (term: number, among: LanguageTag | "all") =>
    Math.max(0, Math.log(((articles.get(among) ?? 0) + IMAGINED + 1) / ((counts.get(term) ?? 0) + 0.5)));
  return {
    add: ({ language, words, names, sounds }) => {
      count(articles, language);
      count(articles, "all");
      for (const term of words) count(counts, term);
      for (const term of names) count(counts, term);
      for (const term of sounds) count(counts, term);
    },
    weightOf: weight,
    sharedWeightOf: (term) => weight(term, "all"),
  };
}
