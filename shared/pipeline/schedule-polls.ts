import type { Watchlist } from "../model.ts";
import { between, plus } from "../time.ts";
import type { Clock, Log, PollMessage, Queue, ReadMessage, Store } from "./ports.ts";
import { LONGEST_DELAY_MS, queueReading } from "./queue-reading.ts";

/** By now every queued message has been delivered: an item that waits longer was lost on its way, or put off. */
const LOST_AFTER_MS = 2 * LONGEST_DELAY_MS;
/** How many lost items are queued again at a time. */
const REQUEUE_AT_MOST = 200;

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

/** Queues every feed that is due, each at its host's next free slot, and every item that was seen but never read. */
export async function schedulePolls(
  deps: SchedulePollsDeps,
): Promise<{ readonly polls: number; readonly requeued: number }> {
  const polls = await queueDueFeeds(deps);
  const requeued = await queueLostItems(deps);
  deps.log.info("scheduled", { polls, requeued });
  return { polls, requeued };
}

async function queueDueFeeds({ clock, store, polls, watchlist }: SchedulePollsDeps): Promise<number> {
  const now = clock();
  let queued = 0;
  for (const feed of watchlist.sources.flatMap((source) => source.feeds)) {
    const state = await store.feedState(feed);
    if (state !== undefined && state.nextPoll > now) continue;
    const slot = await store.reserveSlot(new URL(feed).host, now, watchlist.monitor.polling.hostSpacingMs);
    await polls.send({ feed }, Math.min(between(now, slot), LONGEST_DELAY_MS));
    queued++;
  }
  return queued;
}

async function queueLostItems(deps: SchedulePollsDeps): Promise<number> {
  const { clock, store, lostAfterMs = LOST_AFTER_MS } = deps;
  const lost = await store.waitingItems(plus(clock(), -lostAfterMs), REQUEUE_AT_MOST);
  let queued = 0;
  for (const item of lost) if (await queueReading(deps, item)) queued++;
  return queued;
}
