import type { CheerioAPI } from "cheerio/slim";
import type { Element } from "domhandler";
import type { FeedSchedule } from "../model.ts";
import { DAY, HOUR, MINUTE } from "../time.ts";
import { childrenOf } from "./entry-fields.ts";

/** Of `sy:updatePeriod` (RSS 1.0 syndication module), in milliseconds. */
const PERIODS: Readonly<Record<string, number>> = {
  daily: DAY,
  hourly: HOUR,
  monthly: 30 * DAY,
  weekly: 7 * DAY,
  yearly: 365 * DAY,
};
/** As `skipDays` of RSS 2.0 names them, Sunday first. */
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * What a channel says of when to ask for it again: `ttl` in minutes, `sy:updatePeriod` by `sy:updateFrequency`, `skipHours`
 * and `skipDays` in GMT (RSS 2.0). Undefined where it says nothing that can be read.
 */
export function scheduleOf($: CheerioAPI, channel: Element): FeedSchedule | undefined {
  const children = childrenOf(channel);
  const texts = (elements: readonly Element[] = []) =>
    elements.map((element) => $(element).text().trim().toLowerCase());
  const numberIn = (name: string) => {
    const [text = ""] = texts(children.get(name));
    return /^\d{1,7}$/u.test(text) ? Number(text) : undefined;
  };
  const within = (name: string, part: string) =>
    texts((children.get(name) ?? []).flatMap((element) => childrenOf(element).get(part) ?? []));

  const [period = ""] = texts(children.get("sy:updateperiod"));
  const perPeriod =
    PERIODS[period] === undefined ? 0 : PERIODS[period] / Math.max(numberIn("sy:updatefrequency") ?? 1, 1);
  const everyMs = Math.max((numberIn("ttl") ?? 0) * MINUTE, perPeriod);
  // Some count the hours from 1: 24 is midnight.
  const hours = within("skiphours", "hour").filter((hour) => /^\d{1,2}$/u.test(hour) && Number(hour) <= 24);
  const skipHours = [...new Set(hours.map((hour) => Number(hour) % 24))];
  const skipDays = [...new Set(within("skipdays", "day").map((day) => DAYS.indexOf(day)))].filter((day) => day >= 0);
  if (everyMs === 0 && skipHours.length === 0 && skipDays.length === 0) return undefined;
  return {
    ...(everyMs === 0 ? {} : { everyMs: Math.round(everyMs) }),
    ...(skipHours.length === 0 ? {} : { skipHours }),
    ...(skipDays.length === 0 ? {} : { skipDays }),
  };
}
