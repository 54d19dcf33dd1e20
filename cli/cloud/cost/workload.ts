import type { Watchlist } from "../../../shared/model.ts";
import { DAY } from "../../../shared/time.ts";

/** What Mizan is to do, per day. */
export interface Workload {
  readonly feeds: number;
  readonly pollEveryMs: number;
  readonly articlesPerDay: number;
  readonly retentionDays: number;
  /** Pages, with their style sheet and the like, that readers open. */
  readonly pagesReadPerDay: number;
}

/** Some outlets write ten articles a day, some three hundred: an assumption, to be replaced by what the digests count. */
const ARTICLES_PER_FEED = 75;
/** A handful of readers. */
const PAGES_READ_PER_DAY = 100;

/** What the watchlist asks for, but for what is said otherwise. */
export function workloadOf({ sources, monitor }: Watchlist, other: Partial<Workload> = {}): Workload {
  const feeds = other.feeds ?? sources.flatMap((source) => source.feeds).length;
  return {
    feeds,
    pollEveryMs: other.pollEveryMs ?? monitor.polling.everyMs,
    articlesPerDay: other.articlesPerDay ?? feeds * ARTICLES_PER_FEED,
    retentionDays: monitor.retentionDays,
    pagesReadPerDay: other.pagesReadPerDay ?? PAGES_READ_PER_DAY,
  };
}

export function pollsPerDay({ feeds, pollEveryMs }: Workload): number {
  return (feeds * DAY) / pollEveryMs;
}
