import * as z from "zod";
import { WATCHLIST_PLACES } from "../shared/cloud/watchlist-places.ts";
import { compileMatcher } from "../shared/matching/compile-matcher.ts";
import type { ReadMessage } from "../shared/pipeline/ports.ts";
import { type ReadArticleDeps, readArticle } from "../shared/pipeline/read-article.ts";
import { clock, connectObjects, connectQueue, connectStore, fetch, onFirstCall } from "./aws/connect.ts";
import { log } from "./aws/observe.ts";
import { handleBatch } from "./aws/sqs-batch.ts";
import { ENVIRONMENTS, environmentOf } from "./environment.ts";
import { perWatchlist, type Running, runningWatchlist } from "./running-watchlist.ts";

const readMessage = z.object({ item: z.string(), host: z.string() }) satisfies z.ZodType<ReadMessage>;

export type ReadArticleHandlerDeps = Running & Omit<ReadArticleDeps, "watchlist" | "store" | "matcher">;

/** Called with messages of the articles queue: reads each one's item. */
export function createReadArticleHandler({ running, storeFor, ...deps }: ReadArticleHandlerDeps) {
  const matcherFor = perWatchlist(compileMatcher);
  return async (event: unknown) => {
    const watchlist = await running();
    const all = { ...deps, watchlist, store: storeFor(watchlist), matcher: matcherFor(watchlist) };
    return await handleBatch(event, {
      form: readMessage,
      laneOf: ({ host }) => host,
      spacingMs: watchlist.monitor.polling.hostSpacingMs,
      log: deps.log,
      handle: async (message) => await readArticle(all, message),
    });
  };
}

export const handler = onFirstCall(() => {
  const env = environmentOf(ENVIRONMENTS["read-article"]);
  return createReadArticleHandler({
    clock,
    fetch,
    log,
    running: runningWatchlist(connectObjects(env.WATCHLIST_BUCKET, WATCHLIST_PLACES.active), clock),
    storeFor: connectStore(env.TABLE_NAME),
    articles: connectQueue<ReadMessage>(env.ARTICLES_QUEUE_URL),
  });
});
