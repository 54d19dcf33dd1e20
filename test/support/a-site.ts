import { openSqliteStore } from "../../cli/local/sqlite-store.ts";
import type { EditionInput } from "../../shared/digest/edition.ts";
import type { SitePage } from "../../shared/digest/site.ts";
import { contentTypeOf } from "../../shared/digest/site.ts";
import type { DigestLanguage, LocalDate, Match, Watchlist } from "../../shared/model.ts";
import { type PublishResult, publishDigest } from "../../shared/pipeline/publish-digest.ts";
import { packedSketchOf } from "../../shared/pipeline/sketch-article.ts";
import { addDays } from "../../shared/time.ts";
import { aDay, anItem, aTally, aWatchlist } from "./an-edition.ts";
import { memoryObjects } from "./memory-objects.ts";

export interface SiteOptions {
  readonly languages?: readonly DigestLanguage[];
  readonly watchlist?: Watchlist;
  readonly siteAddress?: string;
}

/** A site over a store in memory: days are put in as they were found, and published by the program itself. */
export function aSiteInMemory({ languages = ["ru", "en"], watchlist = aWatchlist(), siteAddress }: SiteOptions = {}) {
  const store = openSqliteStore(":memory:");
  const calls: string[] = [];
  const objects = memoryObjects((call, key) => calls.push(`${call} ${key}`));
  const asked = { ...watchlist, monitor: { ...watchlist.monitor, languages } };
  const log = { info: () => undefined, warn: () => undefined };
  return {
    store,
    /** What was asked of the site since the last look. */
    calls: () => calls.splice(0),
    bodies: objects.bodies,
    page: (key: string) => objects.bodies.get(key) ?? "",
    pages: (): readonly SitePage[] =>
      [...objects.bodies].map(([key, text]) => ({
        key,
        body: key.endsWith(".png") ? Buffer.from(text, "latin1") : text,
        contentType: contentTypeOf(key),
      })),
    /** Puts what was found on a day into the store, under ids of that day's own. */
    find: async (date: LocalDate, { matches = aDay().matches }: Partial<EditionInput> = {}) => {
      for (const { id, feeds } of watchlist.sources)
        for (const feed of feeds)
          await store.countPoll({
            ...aTally({ source: id, feed }),
            day: date,
            outcome: "fetched",
            condition: "fine",
          });
      for (const match of matches) {
        const { article } = onDay(match, date);
        await store.rememberItem(
          anItem({ ...article, day: date, firstSeen: `${date}T06:00:00.000Z`, state: "matched", feed: "f" }),
        );
        await store.saveMatch(onDay(match, date));
      }
    },
    /** Publishes a day as over, or as it lasts. */
    publish: async (date: LocalDate, lasts = false): Promise<PublishResult> => {
      const clock = () => (lasts ? `${date}T12:00:00.000Z` : `${addDays(date, 1)}T02:00:00.000Z`);
      return await publishDigest({ clock, store, site: objects, siteAddress, watchlist: asked, log }, date);
    },
  };
}

const PRINTED_TWICE = `The ministers of five states signed a ledger of the river in Nukus and named a board of ten for it.
It opens each gate by the hour, and its figures are read out at noon in Tashkent, Astana, Bishkek, Dushanbe and Ashgabat.
Two gates stay shut until the spring, said the ministry, which has asked farmers to sow less cotton and more wheat.`;

/** The first two articles are one text, the second a reprint of the first; their story is told as ever. */
export function firstTwoAlike(matches: readonly Match[]): Match[] {
  return matches.map((match, i) => {
    if (i > 1) return match;
    const { id, title, source, language } = match.article;
    return { ...match, sketch: packedSketchOf({ id, title, source, language, text: PRINTED_TWICE }, []) };
  });
}

/** The same find on another day. */
export function onDay(match: Match, date: LocalDate): Match {
  const { published: _, ...article } = match.article;
  const stamp = date.replaceAll("-", "");
  const isDated = match.article.published !== undefined;
  return {
    ...match,
    article: {
      ...article,
      id: `${stamp}${match.article.id.slice(stamp.length)}`,
      url: `${match.article.url}?day=${stamp}`,
      day: date,
      ...(isDated ? { published: `${date}T05:00:00.000Z` } : {}),
    },
  };
}
