import type { Frequencies } from "./frequencies.ts";
import { bandKeys } from "./min-hash.ts";
import type { Sketch, Terms } from "./sketch.ts";

/** Under what an article is put and looked up: what shares none of these is never held against it. */
export interface StoryKeys {
  /** 32 of near-identical text, or none where the text is too short. */
  readonly bands: readonly number[];
  /** Its rarest words, names and numbers, and what each tells in nats; MOST_TERMS + MOST_SHARED at most. */
  readonly terms: readonly { readonly key: number; readonly weight: number }[];
}

/** Keys of its own language, and keys shared by all languages. */
const MOST_TERMS = 16;
const MOST_SHARED = 12;

export function storyKeys(sketch: Sketch, frequencies: Frequencies): StoryKeys {
  const own = (term: number) => frequencies.weightOf(term, sketch.language);
  return {
    bands: sketch.signature === undefined ? [] : bandKeys(sketch.signature),
    terms: [
      ...rarest([sketch.title, sketch.leadNames, sketch.numbers], own, MOST_TERMS),
      ...rarest(
        [sketch.leadSharedNames, sketch.longNumbers, sketch.leadSounds],
        frequencies.sharedWeightOf,
        MOST_SHARED,
      ),
    ],
  };
}

function rarest(terms: readonly Terms[], weigh: (term: number) => number, most: number) {
  const distinct = new Set(terms.flatMap((some) => [...some]));
  return Array.from(distinct, (key) => ({ key, weight: weigh(key) }))
    .sort((a, b) => b.weight - a.weight || a.key - b.key)
    .slice(0, most);
}

/** An article is held against so many others at most, found by its terms. */
const MOST_CANDIDATES = 40;

/**
 * Of the articles found under its terms, those that share most, by what the shared terms tell. `found` has for each term
 * what is stored under it.
 */
export function likeliest<Id>(found: readonly { readonly weight: number; readonly ids: readonly Id[] }[]): Id[] {
  const votes = new Map<Id, number>();
  for (const { weight, ids } of found) for (const id of ids) votes.set(id, (votes.get(id) ?? 0) + weight);
  return [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([id]) => id);
}
