import * as z from "zod";
import { WATCHLIST_PLACES } from "../shared/cloud/watchlist-places.ts";
import { type ApplyWatchlistDeps, applyWatchlist } from "../shared/pipeline/apply-watchlist.ts";
import { clock, connectObjects, onFirstCall } from "./aws/connect.ts";
import { log } from "./aws/observe.ts";
import { ENVIRONMENTS, environmentOf } from "./environment.ts";

const s3Event = z.object({
  Records: z.array(z.object({ eventName: z.string(), s3: z.object({ object: z.object({ key: z.string() }) }) })),
});

/** Called when files of the watchlist were uploaded or removed: checks and applies them as a whole, whichever they were. */
export function createApplyWatchlistHandler(deps: ApplyWatchlistDeps) {
  return async (event: unknown) => {
    const changes = s3Event.parse(event).Records.map(({ eventName, s3 }) => `${eventName} ${s3.object.key}`);
    deps.log.info("watchlist uploaded", { changes });
    const result = await applyWatchlist(deps);
    return result.ok ? result : { ok: false, problems: result.problems.length };
  };
}

export const handler = onFirstCall(() => {
  const env = environmentOf(ENVIRONMENTS["apply-watchlist"]);
  return createApplyWatchlistHandler({
    clock,
    log,
    uploads: connectObjects(env.WATCHLIST_BUCKET),
    active: connectObjects(env.WATCHLIST_BUCKET, WATCHLIST_PLACES.active),
  });
});
