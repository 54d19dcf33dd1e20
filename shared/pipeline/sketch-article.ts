import type { Entity } from "../model.ts";
import { createEntityFinder, type EntityFinder } from "../stories/find-entities.ts";
import { packSketch } from "../stories/pack-sketch.ts";
import { type StoryInput, sketchArticle } from "../stories/sketch.ts";

/** Made once for the entities of each watchlist. */
const finders = new WeakMap<readonly Entity[], EntityFinder>();

/** What is kept with an article's match, so that its story can be told when the day is published. */
export function packedSketchOf(input: StoryInput, entities: readonly Entity[]): string {
  const finder = finders.get(entities) ?? createEntityFinder(entities);
  finders.set(entities, finder);
  return packSketch(sketchArticle(input, finder));
}
