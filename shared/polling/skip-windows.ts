import type { FeedSchedule, Instant } from "../model.ts";
import { HOUR, plus } from "../time.ts";

/** A week has no hour beyond these. */
const HOURS_OF_A_WEEK = 7 * 24;

/**
 * The first instant, from `wanted` on, at which the feed may be asked by its `skipHours` and `skipDays` (RSS 2.0): as it
 * is, or a full hour. A feed that forbids the whole week does not mean it.
 */
export function afterSkipped(wanted: Instant, { skipHours = [], skipDays = [] }: FeedSchedule = {}): Instant {
  const isSkipped = (instant: Instant) => {
    const time = new Date(instant);
    return skipHours.includes(time.getUTCHours()) || skipDays.includes(time.getUTCDay());
  };
  let instant = wanted;
  for (let hours = 0; hours < HOURS_OF_A_WEEK; hours++) {
    if (!isSkipped(instant)) return instant;
    instant = nextFullHour(instant);
  }
  return wanted;
}

function nextFullHour(instant: Instant): Instant {
  return plus(new Date(Math.floor(Date.parse(instant) / HOUR) * HOUR).toISOString(), HOUR);
}
