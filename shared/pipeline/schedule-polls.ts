import type { Instant, Watchlist } from "../model.ts";
import { plus } from "../time.ts";
import { isDue } from "./due.ts";
import type { Clock, Log, PollMessage, Queue, ReadMessage, Sending, Store } from "./ports.ts";
import { delaysFor, LONGEST_DELAY_MS, queueReadings } from "./queue-reading.ts";

/** By now every queued message has been delivered: an item that waits longer was lost on its way, or put off. */
const LOST_AFTER_MS = 2 * LONGEST_DELAY_MS;
/** How many lost items are queued again at a time. */
const REQUEUE_AT_MOST = 200;

/** A feed fails now and then; one that failed so often in a row is failing. */
const FAILING_AFTER = 3;

export interface SchedulePollsDeps {
  readonly clock: Clock;
  readonly store: Store;
  readonly polls: Queue<PollMessage>;
  readonly articles: Queue<ReadMessage>;
  readonly watchlist: Watchlist;
  readonly log: Log;
  /** After how long a waiting item counts as lost; 0 where the queues did not outlive the last run. */
  readonly lostAfterMs?: number;
}

export interface Scheduled {
  /** Feeds and items that were queued. */
  readonly polls: number;
  readonly requeued: number;
  /** Of all watched feeds, those that failed several times in a row, in percent. */
  readonly feedsFailing: number;
}

/** Queues every feed that is due, at a free slot of its host, and every item that was seen but never read. */
export async function schedulePolls(deps: SchedulePollsDeps): Promise<Scheduled> {
  // What these reserve is known when the polls look for free slots.
  const requeued = await queueLostItems(deps);
  const { polls, feedsFailing } = await queueDueFeeds(deps);
  deps.log.info("scheduled", { polls, requeued, feedsFailing });
  return { polls, requeued, feedsFailing };
}

async function queueDueFeeds({ clock, store, polls, watchlist }: SchedulePollsDeps) {
  const now = clock();
  const feeds = watchlist.sources.flatMap((source) => source.feeds);
  const states = new Map((await store.feedStates()).map((state) => [state.feed, state]));
  const failing = feeds.filter((feed) => (states.get(feed)?.failures ?? 0) >= FAILING_AFTER);
  const hosts = Map.groupBy(
    feeds.filter((feed) => isDue(states.get(feed), now)),
    (feed) => new URL(feed).host,
  );
  const slots = hosts.size === 0 ? new Map<string, Instant>() : await store.hostSlots();
  const { hostSpacingMs: spacingMs } = watchlist.monitor.polling;
  const due: Sending<PollMessage>[] = [];
  for (const [host, ofHost] of hosts) {
    const slot = slots.get(host);
    // Mostly a host has one feed and nobody waits for it. Then nothing is written: what is read of it comes after the poll.
    const isFree = ofHost.length === 1 && (slot === undefined || plus(slot, spacingMs) <= now);
    const delays = isFree ? [0] : await delaysFor(store, host, { now, spacingMs, count: ofHost.length });
    for (const [i, delayMs] of delays.entries()) due.push({ message: { feed: ofHost[i] ?? "" }, delayMs });
  }
  if (due.length > 0) await polls.send(due);
  return { polls: due.length, feedsFailing: (failing.length * 100) / feeds.length };
}

async function queueLostItems(deps: SchedulePollsDeps): Promise<number> {
  const { clock, store, lostAfterMs = LOST_AFTER_MS } = deps;
  const lost = await store.waitingItems(plus(clock(), -lostAfterMs), REQUEUE_AT_MOST);
  return await queueReadings(deps, lost);
}
