import type { LocalDate, Watchlist } from "../../shared/model.ts";
import type { Clock } from "../../shared/pipeline/ports.ts";
import * as pipeline from "../../shared/pipeline/publish-days.ts";
import type { PublishResult } from "../../shared/pipeline/publish-digest.ts";
import type { LocalWorld } from "./open-world.ts";
import { silentLog } from "./silent-log.ts";

/** Publishes the editions of several days, oldest first, and then those that they correct. */
export async function publishDays(
  { store, site, siteAddress }: LocalWorld,
  watchlist: Watchlist,
  clock: Clock,
  days: Iterable<LocalDate>,
): Promise<readonly PublishResult[]> {
  return await pipeline.publishDays({ clock, store, site, siteAddress, watchlist, log: silentLog }, days);
}
