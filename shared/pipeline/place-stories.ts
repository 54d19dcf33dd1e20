import type { LedgerDay } from "../digest/ledger.ts";
import type { PlaceArticles, StoryPlace } from "../digest/stories.ts";
import type { LocalDate, Match } from "../model.ts";
import { continueStories } from "../stories/continue-stories.ts";
import { unpackSketch } from "../stories/pack-sketch.ts";
import { WINDOW_HOURS } from "../stories/place-article.ts";
import type { Sketch } from "../stories/sketch.ts";
import { addDays, HOUR } from "../time.ts";
import { placeCorrections } from "./place-corrections.ts";
import type { PublishingRun } from "./publishing-run.ts";

/** Days whose articles a story may go on from. */
const DAYS_BEFORE = Math.ceil((WINDOW_HOURS * HOUR) / (24 * HOUR));

/**
 * Says of a day's articles on which stories they are. Those of the days before keep the places that were published for
 * them, which the ledger has; a day that was not is placed by itself.
 */
export async function placesOf(
  { matchesOfDay }: Pick<PublishingRun, "matchesOfDay">,
  date: LocalDate,
  matches: readonly Match[],
  ledger: readonly LedgerDay[],
): Promise<PlaceArticles> {
  if (matches.length === 0) return () => new Map();
  const days = Array.from({ length: DAYS_BEFORE }, (_, i) => addDays(date, i - DAYS_BEFORE));
  const earlier = await Promise.all(days.map(matchesOfDay));
  const published = publishedPlaces(ledger.filter((day) => days.includes(day.date)));
  const before = earlier.flat().flatMap((match) => {
    const sketch = sketchOf(match);
    const place = published.get(match.article.id);
    return sketch === undefined || place === undefined ? [] : [{ sketch, ...place }];
  });
  return (articles) => {
    const ids = new Set(articles.map(({ id }) => id));
    const sketches = matches.filter(({ article }) => ids.has(article.id)).flatMap((match) => sketchOf(match) ?? []);
    return placeCorrections(continueStories(before, sketches), matches, ledger);
  };
}

function publishedPlaces(days: readonly LedgerDay[]): Map<string, StoryPlace> {
  return new Map(
    days
      .flatMap(({ articles }) => articles)
      .map(({ id, story, reprintOf }) => [id, { story, ...(reprintOf === undefined ? {} : { reprintOf }) }]),
  );
}

function sketchOf({ article: { id, published }, sketch }: Match): Sketch | undefined {
  if (sketch === undefined) return undefined;
  return unpackSketch(sketch, { id, ...(published === undefined ? {} : { publishedMs: Date.parse(published) }) });
}
