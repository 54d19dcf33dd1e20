import type { LocalDate, Watchlist } from "../../shared/model.ts";
import type { Clock } from "../../shared/pipeline/ports.ts";
import { type PublishResult, publishDigest } from "../../shared/pipeline/publish-digest.ts";
import type { LocalWorld } from "./open-world.ts";
import { silentLog } from "./silent-log.ts";

/** Publishes the editions of several days, oldest first. */
export async function publishDays(
  { store, site }: LocalWorld,
  watchlist: Watchlist,
  clock: Clock,
  days: Iterable<LocalDate>,
): Promise<PublishResult[]> {
  const results: PublishResult[] = [];
  for (const date of [...new Set(days)].toSorted()) {
    results.push(await publishDigest({ clock, store, site, watchlist, log: silentLog }, date));
  }
  return results;
}
