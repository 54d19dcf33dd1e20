import { type Measured, TOO_MANY_FEEDS_FAILING } from "../shared/cloud/measures.ts";
import { WATCHLIST_PLACES } from "../shared/cloud/watchlist-places.ts";
import type { PollMessage, ReadMessage } from "../shared/pipeline/ports.ts";
import { type SchedulePollsDeps, schedulePolls } from "../shared/pipeline/schedule-polls.ts";
import { clock, connectObjects, connectQueue, connectStore, onFirstCall } from "./aws/connect.ts";
import { log, measure } from "./aws/observe.ts";
import { ENVIRONMENTS, environmentOf } from "./environment.ts";
import { onSchedule, type Running, runningWatchlist } from "./running-watchlist.ts";

export type SchedulePollsHandlerDeps = Running & Measured & Omit<SchedulePollsDeps, "watchlist" | "store">;

/** Called on a schedule: queues what is due. Answers how much that was. */
export function createSchedulePollsHandler({ running, storeFor, measure, ...deps }: SchedulePollsHandlerDeps) {
  return onSchedule(running, deps.log, async (watchlist) => {
    const scheduled = await schedulePolls({ ...deps, watchlist, store: storeFor(watchlist) });
    if (scheduled.feedsFailing > TOO_MANY_FEEDS_FAILING) measure?.("feedsFailing", scheduled.feedsFailing);
    return scheduled;
  });
}

export const handler = onFirstCall(() => {
  const env = environmentOf(ENVIRONMENTS["schedule-polls"]);
  return createSchedulePollsHandler({
    clock,
    log,
    measure,
    running: runningWatchlist(connectObjects(env.WATCHLIST_BUCKET, WATCHLIST_PLACES.active), clock),
    storeFor: connectStore(env.TABLE_NAME),
    polls: connectQueue<PollMessage>(env.POLLS_QUEUE_URL),
    articles: connectQueue<ReadMessage>(env.ARTICLES_QUEUE_URL),
  });
});
