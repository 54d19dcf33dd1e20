import type { FeedState, Instant } from "../model.ts";
import { MINUTE, plus } from "../time.ts";

/**
 * What is due within this time is due now. A schedule ticks at whole minutes and a poll happens moments after its tick:
 * without this, a feed asked every 15 minutes would miss its tick by those moments, each time.
 */
const EARLY_MS = MINUTE;

/** True where the feed may be asked at `now`; one that was never asked is. */
export function isDue(state: FeedState | undefined, now: Instant): boolean {
  return state === undefined || state.nextPoll <= plus(now, EARLY_MS);
}
