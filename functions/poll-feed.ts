import * as z from "zod";
import { WATCHLIST_PLACES } from "../shared/cloud/watchlist-places.ts";
import { type PollFeedDeps, pollFeed } from "../shared/pipeline/poll-feed.ts";
import type { PollMessage, ReadMessage } from "../shared/pipeline/ports.ts";
import { clock, connectObjects, connectQueue, connectStore, fetch, onFirstCall } from "./aws/connect.ts";
import { log } from "./aws/observe.ts";
import { handleBatch } from "./aws/sqs-batch.ts";
import { ENVIRONMENTS, environmentOf } from "./environment.ts";
import { type Running, runningWatchlist } from "./running-watchlist.ts";

const pollMessage = z.object({ feed: z.string() }) satisfies z.ZodType<PollMessage>;

export type PollFeedHandlerDeps = Running & Omit<PollFeedDeps, "watchlist" | "store">;

/** Called with messages of the polls queue: polls each one's feed. */
export function createPollFeedHandler({ running, storeFor, ...deps }: PollFeedHandlerDeps) {
  return async (event: unknown) => {
    const watchlist = await running();
    const all = { ...deps, watchlist, store: storeFor(watchlist) };
    return await handleBatch(event, {
      form: pollMessage,
      laneOf: ({ feed }) => new URL(feed).host,
      spacingMs: watchlist.monitor.polling.hostSpacingMs,
      log: deps.log,
      handle: async (message) => await pollFeed(all, message),
    });
  };
}

export const handler = onFirstCall(() => {
  const env = environmentOf(ENVIRONMENTS["poll-feed"]);
  return createPollFeedHandler({
    clock,
    fetch,
    log,
    running: runningWatchlist(connectObjects(env.WATCHLIST_BUCKET, WATCHLIST_PLACES.active), clock),
    storeFor: connectStore(env.TABLE_NAME),
    articles: connectQueue<ReadMessage>(env.ARTICLES_QUEUE_URL),
  });
});
