import type { Frequencies } from "./frequencies.ts";
import { type Placed, type Placement, placeArticle } from "./place-article.ts";
import type { Sketch } from "./sketch.ts";
import { likeliest, storyKeys } from "./story-keys.ts";

/** What placing one article cost, as a store would count it. */
export interface Lookups {
  readonly keys: number;
  readonly articles: number;
}

export interface StoryWindow {
  /** Finds the article's place and remembers it for those that follow. */
  place(sketch: Sketch): Placement & { readonly lookups: Lookups };
  /** Remembers an article whose place is known. */
  remember(placed: Placed): void;
}

/** Under one key so many of the latest articles are found: an older one that matters shares others. */
const PER_KEY = 16;

/** The articles of the last days, in memory: what a store keeps under the same keys. */
export function createStoryWindow(frequencies: Frequencies): StoryWindow {
  const bands = new Map<number, Placed[]>();
  const terms = new Map<number, Placed[]>();
  const keep = (placed: Placed, keys: ReturnType<typeof storyKeys>) => {
    for (const { key } of keys.terms) putLatest(terms, key, placed);
    // A reprint is found through its original; a text that changes from copy to copy is followed all the same.
    for (const key of keys.bands) putLatest(bands, key, placed);
  };
  return {
    remember: (placed) => keep(placed, storyKeys(placed.sketch, frequencies)),
    place: (sketch) => {
      const keys = storyKeys(sketch, frequencies);
      const found = keys.terms.map(({ key, weight }) => ({ weight, ids: terms.get(key) ?? [] }));
      const alike = keys.bands.flatMap((key) => bands.get(key) ?? []);
      const candidates = [...new Set([...alike, ...likeliest(found)])];
      const placement = placeArticle(sketch, candidates, frequencies);
      keep({ ...placement, sketch }, keys);
      return { ...placement, lookups: { keys: keys.bands.length + keys.terms.length, articles: candidates.length } };
    },
  };
}

function putLatest(index: Map<number, Placed[]>, key: number, placed: Placed): void {
  const there = index.get(key);
  if (there === undefined) {
    index.set(key, [placed]);
    return;
  }
  there.push(placed);
  if (there.length > PER_KEY) there.shift();
}
