import * as z from "zod";
import type { Measured } from "../shared/pipeline/measures.ts";
import { type PollFeedDeps, pollFeed } from "../shared/pipeline/poll-feed.ts";
import type { PollMessage, ReadMessage } from "../shared/pipeline/ports.ts";
import { WATCHLIST_PLACES } from "../shared/pipeline/watchlist-places.ts";
import { clock, connectObjects, connectQueue, connectStore, fetch, onFirstCall } from "./aws/connect.ts";
import { log, measure } from "./aws/observe.ts";
import { handleBatch } from "./aws/sqs-batch.ts";
import { ENVIRONMENTS, environmentOf } from "./environment.ts";
import { type Running, runningWatchlist } from "./running-watchlist.ts";

const pollMessage = z.object({ feed: z.string() }) satisfies z.ZodType<PollMessage>;

export type PollFeedHandlerDeps = Running & Measured & Omit<PollFeedDeps, "watchlist" | "store">;

/** Called with messages of the polls queue: polls each one's feed. */
export function createPollFeedHandler({ running, storeFor, measure, ...deps }: PollFeedHandlerDeps) {
  return async (event: unknown) => {
    const watchlist = await running();
    const all = { ...deps, watchlist, store: storeFor(watchlist) };
    return await handleBatch(event, pollMessage, deps.log, async (message) => {
      const { newItems } = await pollFeed(all, message);
      measure?.("newItems", newItems);
    });
  };
}

export const handler = onFirstCall(() => {
  const env = environmentOf(ENVIRONMENTS["poll-feed"]);
  return createPollFeedHandler({
    clock,
    fetch,
    log,
    measure,
    running: runningWatchlist(connectObjects(env.WATCHLIST_BUCKET, WATCHLIST_PLACES.active), clock),
    storeFor: connectStore(env.TABLE_NAME),
    articles: connectQueue<ReadMessage>(env.ARTICLES_QUEUE_URL),
  });
});
