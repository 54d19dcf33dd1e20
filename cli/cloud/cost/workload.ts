import type { Watchlist } from "../../../shared/model.ts";
import { adaptInterval, wantedMs } from "../../../shared/polling/adapt-interval.ts";
import { DAY } from "../../../shared/time.ts";

/** What Mizan is to do, per day. */
export interface Workload {
  readonly feeds: number;
  /** How often the watchlist wants a feed to be asked. */
  readonly pollEveryMs: number;
  /** Of all feeds, by the wait at which each settles. */
  readonly pollsPerDay: number;
  readonly articlesPerDay: number;
  readonly retentionDays: number;
  /** Pages, with their style sheet and the like, that readers open. */
  readonly pagesReadPerDay: number;
}

/** Some outlets write ten articles a day, some three hundred: an assumption, to be replaced by what the digests count. */
const ARTICLES_PER_FEED = 75;
/** Entries that a feed lists at a time: an assumption. */
const LISTED = 20;
/** A handful of readers. */
const PAGES_READ_PER_DAY = 100;

/** What the watchlist asks for, but for what is said otherwise. */
export function workloadOf({ sources, monitor }: Watchlist, other: Partial<Workload> = {}): Workload {
  const feeds = other.feeds ?? sources.flatMap((source) => source.feeds).length;
  const pollEveryMs = other.pollEveryMs ?? monitor.polling.everyMs;
  const articlesPerDay = other.articlesPerDay ?? feeds * ARTICLES_PER_FEED;
  return {
    feeds,
    pollEveryMs,
    pollsPerDay: feeds * (DAY / settledMs(pollEveryMs, articlesPerDay / feeds) + 1), // and a last look before midnight
    articlesPerDay,
    retentionDays: monitor.retentionDays,
    pagesReadPerDay: other.pagesReadPerDay ?? PAGES_READ_PER_DAY,
  };
}

/** The wait between polls that a feed with so many new articles a day comes to. */
function settledMs(everyMs: number, articlesPerDay: number): number {
  let waitMs = wantedMs(everyMs);
  for (let polls = 0; polls < LISTED; polls++) {
    const known = 1 - Math.min(1, (articlesPerDay * waitMs) / DAY / LISTED);
    waitMs = adaptInterval(waitMs, everyMs, known);
  }
  return waitMs;
}
