import type { Frequencies } from "./frequencies.ts";
import { resemblance } from "./min-hash.ts";
import { isReprint } from "./reprints.ts";
import { hoursApart, sameEvent } from "./same-event.ts";
import type { Sketch } from "./sketch.ts";

/** Where an article belongs. */
export interface Placement {
  /** The id of the story's first article. */
  readonly story: string;
  /** The earliest article with this text, where there is one: never itself a reprint. */
  readonly reprintOf?: string;
}

/** An article that has its place. */
export interface Placed extends Placement {
  readonly sketch: Sketch;
}

/** An article joins a story through one that is no further away, in hours; the story may have begun long before. */
export const WINDOW_HOURS = 72;

/**
 * A story is joined through its likeliest article, but not where all that were compared speak against it together, so that
 * stories do not run into each other through one article on both. In nats.
 */
const LEAST_ON_AVERAGE = -0.2;

/** Finds the place of one article among those it may belong to. The order of the candidates does not matter. */
export function placeArticle(sketch: Sketch, candidates: readonly Placed[], frequencies: Frequencies): Placement {
  const near = candidates.filter((other) => hoursApart(sketch, other.sketch) <= WINDOW_HOURS);
  const original = originalOf(sketch, near);
  if (original !== undefined) return { story: original.story, reprintOf: original.reprintOf ?? original.sketch.id };
  return { story: storyOf(sketch, near, frequencies) ?? sketch.id };
}

function originalOf({ signature }: Sketch, candidates: readonly Placed[]): Placed | undefined {
  if (signature === undefined) return undefined;
  return best(candidates, ({ sketch: other }) =>
    other.signature !== undefined && isReprint(signature, other.signature)
      ? resemblance(signature, other.signature)
      : -1,
  );
}

function storyOf(sketch: Sketch, candidates: readonly Placed[], frequencies: Frequencies): string | undefined {
  const stories = Map.groupBy(
    candidates.filter(({ reprintOf }) => reprintOf === undefined),
    ({ story }) => story,
  );
  const scored = Array.from(stories, ([story, members]) => {
    const scores = members.map((member) => sameEvent(sketch, member.sketch, frequencies));
    return { story, highest: Math.max(...scores), mean: scores.reduce((sum, score) => sum + score, 0) / scores.length };
  });
  const likely = scored.filter(({ mean }) => mean >= LEAST_ON_AVERAGE);
  return best(
    likely.map((one) => ({ ...one, sketch: { id: one.story } })),
    ({ highest }) => highest,
  )?.story;
}

/** The one that scores highest, if that is 0 or more; of equals the one whose id comes first. */
function best<T extends { readonly sketch: { readonly id: string } }>(
  all: readonly T[],
  score: (one: T) => number,
): T | undefined {
  return all
    .map((one) => ({ one, score: score(one) }))
    .filter((scored) => scored.score >= 0)
    .sort((a, b) => b.score - a.score || (a.one.sketch.id < b.one.sketch.id ? -1 : 1))[0]?.one;
}
