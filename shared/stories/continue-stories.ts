import { createFrequencies } from "./frequencies.ts";
import { inFixedOrder, type Member, named } from "./group-stories.ts";
import type { Placed, Placement } from "./place-article.ts";
import type { Sketch } from "./sketch.ts";
import { createStoryWindow } from "./story-window.ts";

/**
 * Places the articles of a day among those of the days before, whose places stay as they are: so a story keeps the id it
 * has, however long it goes on. Words are weighed by all of them. Returns the day's places by id; in which order either
 * list is given changes nothing.
 */
export function continueStories(before: readonly Placed[], day: readonly Sketch[]): ReadonlyMap<string, Placement> {
  const frequencies = createFrequencies();
  for (const { sketch } of before) frequencies.add(sketch);
  for (const sketch of day) frequencies.add(sketch);
  const window = createStoryWindow(frequencies);
  const placedBefore = new Map(before.map((placed) => [placed.sketch.id, placed]));
  for (const { sketch } of inFixedOrder(before.map((placed) => placed.sketch))) {
    const placed = placedBefore.get(sketch.id);
    if (placed !== undefined) window.remember(placed);
  }
  const known = new Set(before.flatMap(({ story, sketch }) => [story, sketch.id]));
  const members = inFixedOrder(day).map(({ sketch, at }): Member => ({ sketch, at, ...window.place(sketch) }));
  const places = named(members, known);
  return new Map(day.map(({ id }, i) => [id, places[i] ?? { story: id }]));
}
