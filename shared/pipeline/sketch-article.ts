import type { Article, Entity, Match, Source, Watchlist } from "../model.ts";
import { createCreditReader } from "../stories/agencies.ts";
import { createEntityFinder, type EntityFinder } from "../stories/find-entities.ts";
import { packSketch } from "../stories/pack-sketch.ts";
import { type StoryInput, sketchArticle } from "../stories/sketch.ts";

/** Made once for the entities and the outlets of each watchlist. */
const finders = new WeakMap<readonly Entity[], EntityFinder>();
const creditReaders = new WeakMap<readonly Source[], ReturnType<typeof createCreditReader>>();

/** What is kept with an article's match, so that its story can be told when the day is published. */
export function storyFactsOf(
  article: Pick<Article, "id" | "source" | "title" | "text" | "language" | "published">,
  { entities, sources }: Pick<Watchlist, "entities" | "sources">,
): Pick<Match, "sketch" | "credited"> {
  const creditedIn = creditReaders.get(sources) ?? createCreditReader(sources);
  creditReaders.set(sources, creditedIn);
  const credited = creditedIn(article.text, article.source);
  return { sketch: packedSketchOf(article, entities), ...(credited === undefined ? {} : { credited }) };
}

export function packedSketchOf(input: StoryInput, entities: readonly Entity[]): string {
  const finder = finders.get(entities) ?? createEntityFinder(entities);
  finders.set(entities, finder);
  return packSketch(sketchArticle(input, finder));
}
