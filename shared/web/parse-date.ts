import { Temporal } from "temporal-polyfill";
import type { Instant } from "../model.ts";
import { monthNamed } from "./month-names.ts";
import { zoneNamed } from "./time-zones.ts";

/** No date is longer; what is, is a text. In UTF-16 code units. */
const LONGEST = 100;
/** The web's first year: what is dated earlier is an empty field of some database (0001, 1970), not an article. */
const FIRST_YEAR = 1990;

const TIME = "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?: ?(?<half>[ap])\\.?m\\b\\.?)?";
/** Between day and hour: "2026 г. в 14:05", "2026-yil, soat 14:05", "2026 | 14:05". */
const OF_YEAR = "(?: ?-? ?(?:г\\.?|года?|ж\\.?|жыл\\p{L}*|yil\\p{L}*|йил\\p{L}*|ýyl\\p{L}*)(?!\\p{L}))?";
const CLOCK = `(?:[ ,|/T—–-]*(?:(?:at|в|саат|сағат|соат|soat|sagat) )?${TIME})?`;
const REST = " ?(?<zone>.*)$";
/** A month's name, of which Kyrgyz ones have two words: "жалган куран", "аяк оона", "бештин айы". */
const NAME = "(?<name>\\p{L}+)(?: (?:куран|оона|ай)\\p{L}*)?";
const DAY = "(?<day>\\d{1,2})";
const YEAR = "(?<year>\\d{4}|\\d{2})(?![\\d:])";

/** Dates that begin with a digit. A time in front has been moved to the end. */
const FROM_DIGIT: readonly RegExp[] = [
  // 2026-02-10T09:12:00+05:00, 2026/02/10
  `^(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2${DAY}(?!\\d)${CLOCK}${REST}`,
  // 20260210T0912
  "^(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T?(?<hour>\\d{2}):?(?<minute>\\d{2}):?(?<second>\\d{2})?)?(?!\\d) ?(?<zone>.*)$",
  // 10 Feb 2026 09:12 +0600, 10 февраля 2026 г., 14:05, 10-fevral 2026-yil, 10 феврали соли 2026
  `^${DAY}(?:st|nd|rd|th|-?го)?[ .,-]+(?:of )?${NAME}[ .,-]+(?:соли )?${YEAR}${OF_YEAR}${CLOCK}${REST}`,
  // 2026 жылғы 10 ақпан, 2026-yil 10-fevral, 2026-жылдын 10-февралы
  `^(?<year>\\d{4})${OF_YEAR}[ .,-]+${DAY}[ .-]+${NAME}${CLOCK}${REST}`,
  // 10.02.2026 09:12, 10/02/26
  `^${DAY}([-/.])(?<month>\\d{1,2})\\2${YEAR}${OF_YEAR}${CLOCK}${REST}`,
].map((pattern) => new RegExp(pattern, "iu"));

/** Dates that begin with the month. */
const FROM_MONTH: readonly RegExp[] = [
  // Tuesday, February 10, 2026 at 2:05 PM
  `(?<!\\p{L})(?<name>\\p{L}+)\\.? ${DAY}(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d)${CLOCK}${REST}`,
  // Tue Feb 10 09:12:33 MSK 2026
  `(?<!\\p{L})(?<name>\\p{L}+) ${DAY} ${TIME} (?:(?<zone>[^ ]+) )?(?<year>\\d{4})$`,
].map((pattern) => new RegExp(pattern, "iu"));

const TIME_IN_FRONT = /^(\d{1,2}:\d{2}(?::\d{2})?)[ ,|/—–-]+(?=\d)(.+)$/u;

/**
 * A date as outlets write it: ISO 8601, RFC 822, Russian, Kazakh, Uzbek, Kyrgyz, Tajik and Turkmen month names,
 * `10.02.2026 09:12`, the time before or behind, words in front of it. Without a zone it is read in `timeZone`.
 * Undefined where it is no date, or none that can be.
 */
export function parseDate(text: string, timeZone: string): Instant | undefined {
  if (text.length > LONGEST) return undefined;
  const line = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  const fromDigit = line.slice(Math.max(0, line.search(/\d/u))).replace(TIME_IN_FRONT, "$2 $1");
  const match =
    FROM_DIGIT.map((pattern) => pattern.exec(fromDigit)).find(isFound) ??
    FROM_MONTH.map((pattern) => pattern.exec(line)).find(isFound);
  return match?.groups === undefined ? undefined : instantOf(match.groups, timeZone);
}

function isFound(match: RegExpExecArray | null): match is RegExpExecArray {
  return match !== null;
}

function instantOf(parts: Readonly<Record<string, string | undefined>>, timeZone: string): Instant | undefined {
  const { year = "", month, name = "", day, hour = "0", minute = "0", second = "0", half, zone = "" } = parts;
  const number = month === undefined ? monthNamed(name) : Number(month);
  if (number === undefined || fullYear(year) < FIRST_YEAR) return undefined;
  try {
    const fields = {
      year: fullYear(year),
      month: number,
      day: Number(day),
      hour: half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0),
      minute: Number(minute),
      second: second === "60" ? 59 : Number(second), // a leap second
    };
    const local = Temporal.PlainDateTime.from(fields, { overflow: "reject" });
    return new Date(local.toZonedDateTime(zoneNamed(zone) ?? timeZone).epochMilliseconds).toISOString();
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the thirtieth of February, an hour of 25, a zone of +99
    throw error;
  }
}

/** Two-digit years as RFC 2822 §4.3 reads them. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
