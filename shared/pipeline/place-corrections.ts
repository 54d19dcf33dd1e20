import { nameOfArticle } from "../digest/corrections.ts";
import type { LedgerDay } from "../digest/ledger.ts";
import type { StoryPlace } from "../digest/stories.ts";
import type { Match } from "../model.ts";

/**
 * Keeps a corrected article on the story that it was on before, however much of it was changed, and with it whatever
 * began a story with it. It is no reprint of its own former text; where that was a reprint, it stays one of the same.
 */
export function placeCorrections(
  places: ReadonlyMap<string, StoryPlace>,
  matches: readonly Match[],
  ledger: readonly LedgerDay[],
): ReadonlyMap<string, StoryPlace> {
  const told = new Map(
    ledger.flatMap(({ articles }) => articles.map((article) => [nameOfArticle(article.id), article] as const)),
  );
  const stories = new Set(Array.from(told.values(), ({ story }) => story));
  const corrected = new Map<string, StoryPlace>();
  const joined = new Map<string, string>();
  for (const { article, corrects } of matches) {
    const before = corrects && told.get(nameOfArticle(article.id));
    const own = places.get(article.id)?.story;
    if (before === undefined) continue;
    const { story, reprintOf } = before;
    corrected.set(article.id, { story, ...(reprintOf === undefined ? {} : { reprintOf }) });
    if (own !== undefined && !stories.has(own)) joined.set(own, story);
  }
  return new Map(
    Array.from(places, ([id, place]) => [
      id,
      corrected.get(id) ?? { ...place, story: joined.get(place.story) ?? place.story },
    ]),
  );
}
