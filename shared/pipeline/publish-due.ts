import type { LocalDate } from "../model.ts";
import { addDays, localDate } from "../time.ts";
import type { EditionRecord, Store } from "./ports.ts";
import { type PublishDaysOptions, publishDays } from "./publish-days.ts";
import type { PublishDigestDeps, PublishResult } from "./publish-digest.ts";
import { beginRun } from "./publishing-run.ts";

/** As far back as is looked for days that were published only "so far", in editions. */
const OPEN_DAYS_AT_MOST = 60;

/**
 * Publishes yesterday, today so far, and every day that stayed open because nothing ran after its end; oldest first.
 * A yesterday on which nobody looked, the one before the first day, is no edition. A run that gathers nothing is to be
 * short, and over before the next: what others have left behind it leaves to that one, with all that comes after it.
 */
export async function publishDue(
  deps: PublishDigestDeps,
  options: Pick<PublishDaysOptions, "gather"> = {},
): Promise<readonly PublishResult[]> {
  const today = localDate(deps.clock(), deps.watchlist.monitor.timeZone);
  const yesterday = addDays(today, -1);
  const run = beginRun(deps);
  const looked = (await run.edition(yesterday)) !== undefined || (await deps.store.pollsOfDay(yesterday)).length > 0;
  const days = [...openIn(await run.archive()), ...(looked ? [yesterday] : []), today];
  const isOrdinary = days.every((day) => day >= yesterday) && (await run.ledger.pending()).length === 0;
  if (options.gather === false && !isOrdinary) return [];
  return await publishDays(deps, days, { ...options, run });
}

/** Days published only "so far": they may have ended since. */
export async function openDays(store: Store): Promise<LocalDate[]> {
  return openIn(await store.editions(OPEN_DAYS_AT_MOST));
}

function openIn(editions: readonly EditionRecord[]): LocalDate[] {
  return editions
    .slice(0, OPEN_DAYS_AT_MOST)
    .filter(({ revision }) => revision === 0)
    .map(({ date }) => date);
}
