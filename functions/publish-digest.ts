import type { Measured } from "../shared/pipeline/measures.ts";
import type { PublishDigestDeps } from "../shared/pipeline/publish-digest.ts";
import { publishDue } from "../shared/pipeline/publish-due.ts";
import { WATCHLIST_PLACES } from "../shared/pipeline/watchlist-places.ts";
import { clock, connectObjects, connectStore, onFirstCall } from "./aws/connect.ts";
import { log, measure } from "./aws/observe.ts";
import { ENVIRONMENTS, environmentOf } from "./environment.ts";
import { onSchedule, type Running, runningWatchlist } from "./running-watchlist.ts";

export type PublishDigestHandlerDeps = Running & Measured & Omit<PublishDigestDeps, "watchlist" | "store">;

/** Called on a schedule: publishes what is due. Answers which editions those were. */
export function createPublishDigestHandler({ running, storeFor, measure, ...deps }: PublishDigestHandlerDeps) {
  return onSchedule(running, deps.log, async (watchlist) => {
    const published = await publishDue({ ...deps, watchlist, store: storeFor(watchlist) });
    measure?.("editionsPublished", published.filter(({ edition }) => edition.revision > 0).length);
    return published.map(({ edition: { date, revision }, isNew }) => ({ date, revision, isNew }));
  });
}

export const handler = onFirstCall(() => {
  const env = environmentOf(ENVIRONMENTS["publish-digest"]);
  return createPublishDigestHandler({
    clock,
    log,
    measure,
    running: runningWatchlist(connectObjects(env.WATCHLIST_BUCKET, WATCHLIST_PLACES.active), clock),
    storeFor: connectStore(env.TABLE_NAME),
    site: connectObjects(env.SITE_BUCKET),
  });
});
