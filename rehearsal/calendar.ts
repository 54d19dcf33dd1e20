import type { Instant, LocalDate, Monitor } from "../shared/model.ts";
import { addDays, atLocalTime, MINUTE, plus } from "../shared/time.ts";

/** When what happens in a rehearsal. */
export interface Calendar {
  /** CloudFormation has created everything, and waits for CloudFront. */
  readonly created: Instant;
  /** The deploy is over, and the watchlist is uploaded. */
  readonly deployed: Instant;
  /** The last edition is published. */
  readonly published: Instant;
  readonly end: Instant;
}

/** What is created early in a deploy works already while CloudFormation waits, minutes, for CloudFront. */
const DEPLOY_TAKES_MS = 5 * MINUTE;
/** From the end of the deploy to the first day of the press: too short for a schedule to run in between. */
const BEFORE_FIRST_DAY_MS = MINUTE;
/** By then an asynchronous invocation that failed has been tried again. */
const AFTER_LAST_EDITION_MS = 5 * MINUTE;

/** Local times on the first day of the press between which alone it is played: `{ from: "07:00", until: "09:00" }`. */
export interface Morning {
  readonly from: string;
  readonly until: string;
}

/** The days of the press, until the last one's edition is published on the day after; or one morning of them. */
export function calendarOf(days: readonly LocalDate[], { timeZone, publishAt }: Monitor, morning?: Morning): Calendar {
  const [first = "1970-01-01"] = days;
  const deployed = plus(atLocalTime(first, morning?.from ?? "00:00", timeZone), -BEFORE_FIRST_DAY_MS);
  const published = atLocalTime(addDays(days.at(-1) ?? first, 1), publishAt, timeZone);
  return {
    created: plus(deployed, -DEPLOY_TAKES_MS),
    deployed,
    published,
    end: morning ? atLocalTime(first, morning.until, timeZone) : plus(published, AFTER_LAST_EDITION_MS),
  };
}
