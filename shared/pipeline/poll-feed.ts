import type { FeedState, Item, PollOutcome, Watchlist } from "../model.ts";
import { DAY, plus } from "../time.ts";
import { askHost, isResting } from "./ask-host.ts";
import { concludePoll } from "./conclude-poll.ts";
import { isDue } from "./due.ts";
import type { Clock, Fetch, Log, PollMessage, Queue, ReadMessage, Store } from "./ports.ts";
import { queueReadings } from "./queue-reading.ts";
import { type Asked, readFeed } from "./read-feed.ts";
import { requestFor } from "./requests.ts";

/** Some servers say "not modified" whatever happens: once a day a feed is asked for as if for the first time. */
const IN_FULL_EVERY_MS = DAY;

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

/**
 * Asks one feed for news: conditional GET, parse, remember what is new, queue it for reading, and only then store the
 * validators, so that nothing is lost if this is cut short. Whatever the outlet does is an outcome, not an error.
 */
export async function pollFeed(deps: PollFeedDeps, { feed }: PollMessage): Promise<PollResult> {
  const { clock, store, watchlist } = deps;
  const { monitor } = watchlist;
  const source = watchlist.sources.find((candidate) => candidate.feeds.includes(feed));
  if (source === undefined) return { outcome: "not-watched", newItems: 0 };
  const now = clock();
  const before = await store.feedState(feed);
  if (!isDue(before, now) || (await isResting(deps, feed))) return { outcome: "not-due", newItems: 0 };

  const validators = validatorsToSend(before, now);
  const asked: Asked = {
    feed,
    source,
    now,
    monitor,
    watchlist,
    before,
    isConditional: Object.keys(validators).length > 0,
  };
  const answer = await askHost(deps, requestFor("feed", feed, monitor, validators));
  const read =
    "problem" in answer
      ? { condition: "failing" as const, askedMs: 0, ...answer }
      : await readFeed(store, asked, answer.response);
  if ("problem" in read) return await concludePoll(deps, asked, read);

  const newItems = await rememberAll(deps, read.listing?.items ?? []);
  if ((read.listing?.items.length ?? 0) > 0) await store.saveFeedListing(feed, read.listing?.listed ?? {});
  return await concludePoll(deps, asked, { ...read, newItems });
}

/** None where the whole feed is wanted: once a day, after a failure, and where they proved to be wrong. */
function validatorsToSend(before: FeedState | undefined, now: string): Pick<FeedState, "etag" | "lastModified"> {
  const { etag, lastModified, fullAt, failures = 0, askInFullUntil = "" } = before ?? {};
  if (failures > 0 || askInFullUntil > now || fullAt === undefined || plus(fullAt, IN_FULL_EVERY_MS) <= now) return {};
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

/** Remembers the items and queues those that are really new, after a pause for their host; the number of these. */
async function rememberAll(deps: PollFeedDeps, items: readonly Item[]): Promise<number> {
  const fresh: Item[] = [];
  for (const item of items) if (await deps.store.rememberItem(item)) fresh.push(item);
  const waiting = fresh.filter(({ state }) => state === "waiting");
  await queueReadings(deps, waiting, deps.watchlist.monitor.polling.hostSpacingMs);
  return fresh.length;
}
