import type { Watchlist } from "../model.ts";
import { between, plus } from "../time.ts";
import { isDue } from "./due.ts";
import type { Clock, Log, PollMessage, Queue, ReadMessage, Store } from "./ports.ts";
import { LONGEST_DELAY_MS, queueReading } from "./queue-reading.ts";

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

/** Queues every feed that is due, each at its host's next free slot, and every item that was seen but never read. */
export async function schedulePolls(deps: SchedulePollsDeps): Promise<Scheduled> {
  const { polls, feedsFailing } = await queueDueFeeds(deps);
  const requeued = await queueLostItems(deps);
  deps.log.info("scheduled", { polls, requeued, feedsFailing });
  return { polls, requeued, feedsFailing };
}

async function queueDueFeeds({ clock, store, polls, watchlist }: SchedulePollsDeps) {
  const now = clock();
  const feeds = watchlist.sources.flatMap((source) => source.feeds);
  let queued = 0;
  let failing = 0;
  for (const feed of feeds) {
    const state = await store.feedState(feed);
    if ((state?.failures ?? 0) >= FAILING_AFTER) failing++;
    if (!isDue(state, now)) continue;
    const slot = await store.reserveSlot(new URL(feed).host, now, watchlist.monitor.polling.hostSpacingMs);
    await polls.send({ feed }, Math.min(between(now, slot), LONGEST_DELAY_MS));
    queued++;
  }
  return { polls: queued, feedsFailing: (failing * 100) / feeds.length };
}

async function queueLostItems(deps: SchedulePollsDeps): Promise<number> {
  const { clock, store, lostAfterMs = LOST_AFTER_MS } = deps;
  const lost = await store.waitingItems(plus(clock(), -lostAfterMs), REQUEUE_AT_MOST);
  let queued = 0;
  for (const item of lost) if (await queueReading(deps, item)) queued++;
  return queued;
}
