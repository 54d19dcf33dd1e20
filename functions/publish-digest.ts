import * as z from "zod";
import { WATCHLIST_PLACES } from "../shared/cloud/watchlist-places.ts";
import { type DeliverDigestDeps, deliverDigests } from "../shared/pipeline/deliver-digest.ts";
import { publishDue } from "../shared/pipeline/publish-due.ts";
import { clock, connectMessenger, connectObjects, connectStore, onFirstCall } from "./aws/connect.ts";
import { log } from "./aws/observe.ts";
import { ENVIRONMENTS, environmentOf } from "./environment.ts";
import { onSchedule, type Running, runningWatchlist } from "./running-watchlist.ts";

/** `EDITIONS_ONLY`, or any event: then the pages that gather many days are written as well, and what is due delivered. */
const call = z.object({ gather: z.boolean().default(true) });

export type PublishDigestHandlerDeps = Running & Omit<DeliverDigestDeps, "watchlist" | "store">;

/** Called on a schedule: publishes what is due, then delivers it. Answers which editions were published. */
export function createPublishDigestHandler({ running, storeFor, ...deps }: PublishDigestHandlerDeps) {
  return onSchedule(running, deps.log, async (watchlist, event) => {
    const asked = call.parse(event);
    const all = { ...deps, watchlist, store: storeFor(watchlist) };
    const published = await publishDue(all, asked);
    if (asked.gather) await deliverDigests(all, published);
    return published.map(({ edition: { date, revision }, isNew }) => ({ date, revision, isNew }));
  });
}

export const handler = onFirstCall(() => {
  const env = environmentOf(ENVIRONMENTS["publish-digest"]);
  return createPublishDigestHandler({
    clock,
    log,
    running: runningWatchlist(connectObjects(env.WATCHLIST_BUCKET, WATCHLIST_PLACES.active), clock),
    storeFor: connectStore(env.TABLE_NAME),
    site: connectObjects(env.SITE_BUCKET),
    siteAddress: env.SITE_ADDRESS,
    messenger: env.MAY_DELIVER === undefined ? undefined : connectMessenger(env.WEBHOOK_PARAMETER),
  });
});
