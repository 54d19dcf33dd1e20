import { createHash } from "node:crypto";
import type { FeedSchedule, Instant } from "../model.ts";
import { addDays, atLocalTime, between, localDate, MINUTE, plus } from "../time.ts";
import { LONGEST_MS, SHORTEST_MS } from "./adapt-interval.ts";
import { afterSkipped } from "./skip-windows.ts";

/**
 * What is due within this time is due now. A schedule ticks at whole minutes and a poll happens moments after its tick:
 * without this, a feed asked every 15 minutes would miss its tick by those moments, each time.
 */
export const EARLY_MS = MINUTE;
/** A wait of our own is this share longer or shorter, so that feeds do not all come at once. */
const JITTER = 0.1;
/** A day's last look at a feed lies between these before its midnight, in milliseconds. */
const LAST_LOOK_MS = { from: 25 * MINUTE, to: 5 * MINUTE } as const;

export interface Wait {
  readonly feed: string;
  readonly now: Instant;
  /** IANA name: the zone whose days the digest has. */
  readonly timeZone: string;
  /** How long we would leave the feed alone by ourselves, in milliseconds. */
  readonly ownMs: number;
  /** How long the outlet asks us to, by its headers, in milliseconds. */
  readonly askedMs: number;
  /** The same by the feed itself. */
  readonly schedule?: FeedSchedule | undefined;
}

/**
 * When a feed is asked next: after the longest of what we would wait and what outlet and feed ask for, 15 minutes at
 * least and a day at most, and not in an hour or on a day that the feed excludes. Of our own accord we look once more
 * shortly before a day ends, so that what appeared on it is in its edition.
 */
export function nextPoll({ feed, now, timeZone, ownMs, askedMs, schedule }: Wait): Instant {
  const own = ownMs * (1 + JITTER * (2 * portionOf(`${feed} ${now.slice(0, 10)}`) - 1));
  const asked = Math.min(Math.max(askedMs, schedule?.everyMs ?? 0), LONGEST_MS);
  const ours = Math.min(Math.max(Math.min(own, lastLookMs(feed, now, timeZone)), SHORTEST_MS), LONGEST_MS);
  // A poll may come that early, but not for what the outlet asks.
  const early = plus(now, Math.max(ours - EARLY_MS, asked));
  return plus(afterSkipped(early, schedule), EARLY_MS);
}

/** How long until a day's last look at the feed, each at another minute: this day's, unless a poll now is as good as that. */
function lastLookMs(feed: string, now: Instant, timeZone: string): number {
  const { from, to } = LAST_LOOK_MS;
  const beforeMidnightMs = Math.round(from - (from - to) * portionOf(feed));
  const today = localDate(now, timeZone);
  const [first = 0, second = 0] = [1, 2].map(
    (days) => between(now, atLocalTime(addDays(today, days), "00:00", timeZone)) - beforeMidnightMs,
  );
  return first < SHORTEST_MS ? second : first;
}

/** The same number, 0 to 1, for the same text: chance would make two runs differ. */
function portionOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 0x1_0000_0000;
}
