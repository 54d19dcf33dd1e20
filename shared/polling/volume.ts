import type { FeedVolume, LocalDate } from "../model.ts";
import { addDays } from "../time.ts";

const WEEK = 7;
/** What a week is compared with: the four before it. */
const BASELINE = 28;
/** Both, and the day that is not over. */
const KEPT = BASELINE + WEEK + 1;
/** A week is unusual below the mean less so many standard deviations, and above it by so many more. */
const FEW_SIGMA = 1.5;
const MANY_SIGMA = 2;
/** So many usual intervals without anything new are too many. */
const STALE_INTERVALS = 5;
/** A feed is not stale sooner, in days: a weekend is no silence. */
const STALE_AFTER_DAYS = 3;
/** Days after which a feed's usual interval is known. */
const KNOWN_AFTER_DAYS = 7;

/** The counts with `items` more on `day`, the days in between without any, and what nothing is compared with any more left out. */
export function addVolume(before: FeedVolume | undefined, day: LocalDate, items: number): FeedVolume {
  if (before === undefined) return { day, counts: [items] };
  const counts = [...before.counts];
  let last = before.day;
  for (let days = 0; last < day && days < KEPT; days++) {
    counts.push(0);
    last = addDays(last, 1);
  }
  counts[counts.length - 1] = (counts.at(-1) ?? 0) + items;
  return { day: last < day ? day : last, counts: counts.slice(-KEPT) };
}

/**
 * Whether the last seven whole days had unusually few or many items, measured by the 28 before them: by the mean and the
 * standard deviation of every seven days in a row, which is taken to be at least that of things that come by chance, the
 * root of the mean. Undefined where the week is as usual, or what is usual is not known yet.
 */
export function unusualWeek({ counts }: FeedVolume): "few" | "many" | undefined {
  if (counts.length < KEPT) return undefined;
  const weeks = Array.from({ length: BASELINE - WEEK + 1 }, (_, from) => sum(counts.slice(from, from + WEEK)));
  const mean = sum(weeks) / weeks.length;
  const spread = Math.sqrt(sum(weeks.map((week) => (week - mean) ** 2)) / weeks.length);
  const sigma = Math.max(spread, Math.sqrt(mean));
  const week = sum(counts.slice(BASELINE, BASELINE + WEEK));
  if (week < mean - FEW_SIGMA * sigma) return "few";
  return week > mean + MANY_SIGMA * sigma ? "many" : undefined;
}

/** New items of the last seven days, the one that is not over among them. */
export function weekly({ counts }: FeedVolume): number {
  return sum(counts.slice(-WEEK));
}

/** True where the feed has had nothing new for five times its usual interval, three days at least. */
export function isStale({ counts }: FeedVolume): boolean {
  const silent = counts.length - 1 - counts.findLastIndex((items) => items > 0);
  const items = sum(counts);
  if (counts.length < KNOWN_AFTER_DAYS || items === 0) return false;
  const usual = (counts.length - silent) / items;
  return silent > Math.max(STALE_INTERVALS * usual, STALE_AFTER_DAYS);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
