import { createHash } from "node:crypto";
import type { FeedCondition, FeedState, Instant, LocalDate, PollOutcome, Watchlist } from "../model.ts";
import { adaptInterval, LONGEST_MS, wantedMs } from "../polling/adapt-interval.ts";
import { conditionOf, movedAfter } from "../polling/feed-condition.ts";
import { nextPoll } from "../polling/next-poll.ts";
import { addVolume } from "../polling/volume.ts";
import { DAY, HOUR, localDate, plus } from "../time.ts";
import { cut, LONGEST_LINE } from "./bounds.ts";
import type { PollFeedDeps, PollResult } from "./poll-feed.ts";
import type { AsBefore, Asked, Listing, NoFeed } from "./read-feed.ts";

/** A failing feed is asked half as often after each failure, but on each day at least once: the digest says how it is. */
const LONGEST_BACK_OFF_MS = 12 * HOUR;
/** One that was taken down is asked only when each day's last look comes. */
const GONE_MS = 2 * LONGEST_MS;
/** How long validators are not sent that once said "not modified" wrongly. */
const DISTRUSTED_MS = 7 * DAY;

type Concluded = PollResult & { readonly outcome: PollOutcome };
type Read = (AsBefore | Listing) & { readonly newItems: number };

/** Stores what a poll came to, last of all: a tally and a problem where they say something new, the feed's state always. */
export async function concludePoll(
  { store, watchlist, log }: PollFeedDeps,
  asked: Asked,
  read: NoFeed | Read,
): Promise<Concluded> {
  const { source, feed, before, now } = asked;
  const day = localDate(now, watchlist.monitor.timeZone);
  const [result, changes] = "problem" in read ? afterFailure(asked, read) : afterAnswer(asked, read, day);
  const { condition, reason } = changes;
  const told = toldOf(day, result, condition, before?.told);
  if (told !== before?.told) await store.countPoll({ day, feed, source: source.id, ...result, condition });
  if (reason !== undefined) {
    await store.countProblem(day, { source: source.id, stage: "poll", reason });
    log.warn("poll failed", { source: source.id, feed, reason });
  }
  if (changes.lostAt === now && !wasOn(day, before?.lostAt, watchlist)) {
    const reason = `items may have been lost: of what ${feed} lists, nothing was known`;
    await store.countProblem(day, { source: source.id, stage: "list", reason });
    log.warn("items may be lost", { source: source.id, feed, reason });
  }
  await store.saveFeedState({ ...changes, feed, lastPoll: now, told });
  return result;
}

type Changes = Omit<FeedState, "feed" | "lastPoll" | "told"> & { readonly condition: FeedCondition };

/** Everything is as it was, but that it failed once more. */
function afterFailure(asked: Asked, { condition, problem, askedMs }: NoFeed): [Concluded, Changes] {
  const { feed, now, before, watchlist } = asked;
  const { polling, timeZone } = watchlist.monitor;
  const failures = (before?.failures ?? 0) + 1;
  const reason = cut(problem, LONGEST_LINE);
  const backOffMs = Math.min(wantedMs(polling.everyMs) * 2 ** failures, Math.max(LONGEST_BACK_OFF_MS, polling.everyMs));
  const ownMs = condition === "gone" ? GONE_MS : backOffMs;
  const changes = {
    failures,
    condition,
    reason,
    nextPoll: nextPoll({ feed, now, timeZone, ownMs, askedMs, schedule: before?.schedule }),
  };
  return [
    { outcome: "failed", newItems: 0, reason },
    { ...before, ...changes },
  ];
}

function afterAnswer(asked: Asked, read: Read, day: LocalDate): [Concluded, Changes] {
  const { feed, now, before, watchlist } = asked;
  const { polling, timeZone } = watchlist.monitor;
  const { newItems, listing, full, askedMs } = read;
  const isFirst = before?.fullAt === undefined;
  const moved = movedAfter(before?.moved, read.moved);
  // What was there before the first poll is no measure of what is new on a day.
  const volume = addVolume(before?.volume, day, isFirst ? 0 : newItems);
  const { schedule } = listing ?? before ?? {};
  const intervalMs = adaptInterval(before?.intervalMs, polling.everyMs, listing === undefined ? 1 : listing.knownShare);
  const { etag, lastModified, body } = full ?? before ?? {};
  const changes: WithAbsent<Omit<Changes, "reason">> = {
    etag,
    lastModified,
    body,
    fullAt: full === undefined ? before?.fullAt : now,
    askInFullUntil: calledUnchanged(asked, read) ? plus(now, DISTRUSTED_MS) : before?.askInFullUntil,
    nextPoll: nextPoll({ feed, now, timeZone, ownMs: intervalMs, askedMs, schedule }),
    failures: 0,
    condition: conditionOf({ newItems, listed: listing, before: before?.condition, moved, volume }),
    intervalMs,
    schedule,
    newsAt: newItems > 0 ? now : before?.newsAt,
    lostAt: listing?.knownShare === 0 ? now : before?.lostAt,
    moved,
    volume,
  };
  return [{ outcome: newItems > 0 ? "fetched" : "unchanged", newItems }, present(changes)];
}

/** True where the outlet gave the validators of the last answer to one that has news: with them it would have said "not modified". */
function calledUnchanged({ before, isConditional }: Asked, { full, newItems }: Read): boolean {
  if (isConditional || newItems === 0 || full === undefined || before === undefined) return false;
  const [now, then] = full.etag === undefined ? [full.lastModified, before.lastModified] : [full.etag, before.etag];
  return now !== undefined && now === then;
}

type WithAbsent<T> = { readonly [K in keyof T]-?: T[K] | undefined };

/** Absent fields are absent. */
function present<T>(fields: WithAbsent<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function wasOn(day: LocalDate, instant: Instant | undefined, { monitor }: Watchlist): boolean {
  return instant !== undefined && localDate(instant, monitor.timeZone) === day;
}

/** What an edition tells of a feed's day: whether it had news, how its last poll found it, and why where it failed. */
function toldOf(day: LocalDate, { outcome, reason }: PollResult, condition: FeedCondition, before = ""): string {
  const hadNews = outcome === "fetched" || before.startsWith(`${day} news`);
  // Fine and unchanged are told by whether there was news.
  const how = condition === "fine" || condition === "unchanged" ? [] : [condition];
  const why = reason === undefined ? [] : [createHash("sha256").update(reason).digest("hex").slice(0, 8)];
  return [day, hadNews ? "news" : "no news", ...how, ...why].join(" ");
}
