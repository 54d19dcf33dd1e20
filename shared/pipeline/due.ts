import type { FeedState, Instant } from "../model.ts";
import { EARLY_MS } from "../polling/next-poll.ts";
import { afterSkipped } from "../polling/skip-windows.ts";
import { plus } from "../time.ts";

/** True where the feed may be asked at `now`; one that was never asked is. */
export function isDue(state: FeedState | undefined, now: Instant): boolean {
  if (state === undefined) return true;
  return state.nextPoll <= plus(now, EARLY_MS) && afterSkipped(now, state.schedule) === now;
}
