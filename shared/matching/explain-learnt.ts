import type { Read } from "./create-reader.ts";
import type { ToldLearnt } from "./explanation.ts";
import type { TraitPart } from "./learnt-odds.ts";
import { partsOf, type Signs, type Weights } from "./log-odds.ts";
import type { TellingWindow } from "./telling-window.ts";
import { type Traits, union } from "./traits.ts";

/** What part of what must be reached is near it. */
export const NEAR_SHARE = 0.5;

/** What was learnt of a theme or position, and is found in the part of the article that speaks to it most. */
export function lessonOf(
  window: TellingWindow | undefined,
  { article }: Read,
  partsIn: (traits: Traits) => readonly TraitPart[],
): ToldLearnt | undefined {
  if (window === undefined) return undefined;
  const { from, to } = window;
  const parts = partsIn(union(article.traits.slice(from, to)));
  return {
    sentences: Array.from({ length: to - from }, (_, i) => from + i),
    traits: parts.map(([trait, adds]) => ({ trait, adds })).toSorted((a, b) => Math.abs(b.adds) - Math.abs(a.adds)),
  };
}

/** What each sign adds to the log-odds, by its name. */
export function signsOf<Name extends string>(weights: Weights<Name>, signs: Signs<Name>): Signs<Name> {
  return Object.fromEntries(partsOf(weights, signs)) as Signs<Name>;
}
