import { createHash } from "node:crypto";
import { parseFeed } from "../feeds/parse-feed.ts";
import type { FeedEntry, FeedState, Instant, Item, PollOutcome, Source, Watchlist } from "../model.ts";
import { HOUR, localDate, plus } from "../time.ts";
import { identify } from "../web/canonical-url.ts";
import { isDue } from "./due.ts";
import { newItem } from "./new-item.ts";
import type { Clock, Fetch, HttpResponse, Log, PollMessage, Queue, ReadMessage, Store } from "./ports.ts";
import { queueReading } from "./queue-reading.ts";
import { ask, requestFor } from "./requests.ts";

/** A failing feed is asked half as often after each failure, but on each day at least once: the digest says how it is. */
const LONGEST_BACK_OFF_MS = 12 * HOUR;

export interface PollFeedDeps {
  readonly clock: Clock;
  readonly store: Store;
  readonly fetch: Fetch;
  readonly articles: Queue<ReadMessage>;
  readonly watchlist: Watchlist;
  readonly log: Log;
}

export interface PollResult {
  readonly outcome: PollOutcome | "not-due" | "not-watched";
  readonly newItems: number;
  readonly reason?: string;
}

/** One poll under way. */
interface Poll {
  readonly feed: string;
  readonly source: Source;
  readonly before: FeedState | undefined;
  readonly now: Instant;
}

/** What was learnt from one answer: the feed's next state without its times, and the items that are new in it. */
interface Listing {
  readonly validators: Pick<FeedState, "etag" | "lastModified">;
  readonly listed: FeedState["listed"];
  readonly items: readonly Item[];
}

/**
 * Asks one feed for news: conditional GET, parse, remember what is new, queue it for reading, and only then store the
 * validators, so that nothing is lost if this is cut short. Whatever the outlet does is an outcome, not an error.
 */
export async function pollFeed(deps: PollFeedDeps, { feed }: PollMessage): Promise<PollResult> {
  const { clock, store, fetch, watchlist } = deps;
  const source = watchlist.sources.find((candidate) => candidate.feeds.includes(feed));
  if (source === undefined) return { outcome: "not-watched", newItems: 0 };
  const poll: Poll = { feed, source, before: await store.feedState(feed), now: clock() };
  if (!isDue(poll.before, poll.now)) return { outcome: "not-due", newItems: 0 };

  const answer = await ask(fetch, requestFor("feed", feed, watchlist.monitor, poll.before));
  const listing = "problem" in answer ? answer : await readListing(poll, answer.response, watchlist);
  if ("problem" in listing)
    return await conclude(deps, poll, { outcome: "failed", newItems: 0, reason: listing.problem });
  if ("unchanged" in listing) return await conclude(deps, poll, { outcome: "unchanged", newItems: 0 });

  const newItems = await rememberAll(deps, listing.items);
  return await conclude(deps, poll, { outcome: newItems > 0 ? "fetched" : "unchanged", newItems }, listing);
}

async function readListing(
  poll: Poll,
  response: HttpResponse,
  watchlist: Watchlist,
): Promise<Listing | { readonly problem: string } | { readonly unchanged: true }> {
  if (response.status === 304) return { unchanged: true };
  if (response.status !== 200) return { problem: `${response.status} from ${response.url}` };
  const { etag, "last-modified": lastModified, "content-type": contentType } = response.headers;
  const parsed = await parseFeed(response.body, {
    url: response.url,
    timeZone: poll.source.timeZone,
    ...(contentType === undefined ? {} : { contentType }),
  });
  if (!parsed.ok) return { problem: parsed.detail };

  const listed: Record<string, string> = {};
  const items: Item[] = [];
  for (const entry of parsed.feed.entries) {
    const id = identify(entry);
    if (id === undefined || listed[id] !== undefined) continue;
    const fingerprint = fingerprintOf(entry);
    const [revision = "0", before] = poll.before?.listed[id]?.split(":") ?? [];
    const isNews = before !== fingerprint;
    const number = isNews ? Number(revision) + 1 : Number(revision);
    listed[id] = `${number}:${fingerprint}`;
    if (isNews) items.push(newItem(entry, id, number, { ...poll, monitor: watchlist.monitor }));
  }
  const validators = {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
  return { validators, listed, items };
}

/** Changes when the outlet changes what it says of the item. */
function fingerprintOf({ title = "", summary = "", updated = "" }: FeedEntry): string {
  return createHash("sha256").update(`${title}\0${summary}\0${updated}`).digest("hex").slice(0, 12);
}

/** Remembers the items and queues those that are really new; the number of these. */
async function rememberAll(deps: PollFeedDeps, items: readonly Item[]): Promise<number> {
  let fresh = 0;
  for (const item of items) {
    if (!(await deps.store.rememberItem(item))) continue;
    fresh++;
    if (item.state === "waiting") await queueReading(deps, item);
  }
  return fresh;
}

/** Stores what the poll came to, last of all. */
async function conclude(
  { store, watchlist, log }: PollFeedDeps,
  { source, feed, before, now }: Poll,
  result: PollResult & { readonly outcome: PollOutcome },
  listing?: Listing,
): Promise<PollResult> {
  const { monitor } = watchlist;
  const day = localDate(now, monitor.timeZone);
  const failures = result.outcome === "failed" ? (before?.failures ?? 0) + 1 : 0;
  const wait = Math.min(
    monitor.polling.everyMs * 2 ** failures,
    Math.max(LONGEST_BACK_OFF_MS, monitor.polling.everyMs),
  );
  const {
    etag,
    lastModified,
    listed = {},
  } = listing ? { ...listing.validators, listed: listing.listed } : (before ?? {});
  await store.countPoll({ day, feed, source: source.id, ...result });
  if (result.reason !== undefined) {
    await store.countProblem(day, { source: source.id, stage: "poll", reason: result.reason });
    log.warn("poll failed", { source: source.id, feed, reason: result.reason });
  }
  await store.saveFeedState({
    feed,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    lastPoll: now,
    nextPoll: plus(now, wait),
    failures,
    listed,
  });
  return result;
}
