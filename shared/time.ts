import { Temporal } from "temporal-polyfill";
import type { Instant, LocalDate } from "./model.ts";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant `milliseconds` after `instant`; negative goes back. */
export function plus(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** Milliseconds from `earlier` to `later`. */
export function between(earlier: Instant, later: Instant): number {
  return Date.parse(later) - Date.parse(earlier);
}

/** By zone, how Intl writes a day; Sweden's way is ISO 8601's. Temporal asks it as well, at seven times the cost. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that `instant` falls on in `timeZone` (IANA name). */
export function localDate(instant: Instant, timeZone: string): LocalDate {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, calendar: "iso8601" });
  calendars.set(timeZone, calendar);
  const day = calendar.format(Date.parse(instant));
  // Years of more or fewer digits, or before Christ, are written otherwise.
  return DAY_FORM.test(day) && FOUR_DIGITS.test(instant)
    ? day
    : Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

const DAY_FORM = /^[1-9]\d{3}-\d\d-\d\d$/u;
const FOUR_DIGITS = /^[1-9]\d{3}-/u;

/** The calendar day `days` after `date`, in years of four digits. Throws a RangeError for a day that no month has. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const start = Date.parse(date);
  if (dayOf(start) !== date) throw new RangeError(`${date} is no day`);
  return dayOf(start + days * DAY);
}

function dayOf(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The instant at which the clock in `timeZone` shows `time` (`HH:MM`) on `date`. A skipped hour moves forward. */
export function atLocalTime(date: LocalDate, time: string, timeZone: string): Instant {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds).toISOString();
}

/** Each was asked once: that takes a third of a millisecond, and a watchlist asks for every source. */
const known = new Map<string, boolean>();

/** True when `name` is a time zone this runtime knows. */
export function isTimeZone(name: string): boolean {
  const isKnown = known.get(name) ?? canFormat(name);
  known.set(name, isKnown);
  return isKnown;
}

function canFormat(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}
