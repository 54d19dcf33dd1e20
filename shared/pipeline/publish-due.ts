import type { LocalDate } from "../model.ts";
import { addDays, localDate } from "../time.ts";
import type { Store } from "./ports.ts";
import { type PublishDigestDeps, type PublishResult, publishDigest } from "./publish-digest.ts";

/** As far back as is looked for days that were published only "so far", in editions. */
const OPEN_DAYS_AT_MOST = 60;

/** Publishes yesterday, today so far, and every day that stayed open because nothing ran after its end; oldest first. */
export async function publishDue(deps: PublishDigestDeps): Promise<readonly PublishResult[]> {
  const today = localDate(deps.clock(), deps.watchlist.monitor.timeZone);
  const days = new Set([...(await openDays(deps.store)), addDays(today, -1), today]);
  const results: PublishResult[] = [];
  for (const day of [...days].toSorted()) results.push(await publishDigest(deps, day));
  return results;
}

/** Days published only "so far": they may have ended since. */
export async function openDays(store: Store): Promise<LocalDate[]> {
  const editions = await store.editions(OPEN_DAYS_AT_MOST);
  return editions.filter(({ revision }) => revision === 0).map(({ date }) => date);
}
