import type { LocalDate } from "../model.ts";
import { addDays, localDate } from "../time.ts";
import type { Store } from "./ports.ts";
import { type PublishDigestDeps, type PublishResult, publishDigest } from "./publish-digest.ts";

/** As far back as is looked for days that were published only "so far", in editions. */
const OPEN_DAYS_AT_MOST = 60;

/**
 * Publishes yesterday, today so far, and every day that stayed open because nothing ran after its end; oldest first.
 * A yesterday on which nobody looked, the one before the first day, is no edition.
 */
export async function publishDue(deps: PublishDigestDeps): Promise<readonly PublishResult[]> {
  const today = localDate(deps.clock(), deps.watchlist.monitor.timeZone);
  const yesterday = addDays(today, -1);
  const looked =
    (await deps.store.pollsOfDay(yesterday)).length > 0 || (await deps.store.edition(yesterday)) !== undefined;
  const days = new Set([...(await openDays(deps.store)), ...(looked ? [yesterday] : []), today]);
  const results: PublishResult[] = [];
  for (const day of [...days].toSorted()) results.push(await publishDigest(deps, day));
  return results;
}

/** Days published only "so far": they may have ended since. */
export async function openDays(store: Store): Promise<LocalDate[]> {
  const editions = await store.editions(OPEN_DAYS_AT_MOST);
  return editions.filter(({ revision }) => revision === 0).map(({ date }) => date);
}
