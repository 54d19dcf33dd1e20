import type { Instant } from "../model.ts";
import { DAY, SECOND } from "../time.ts";

type Headers = Readonly<Record<string, string>>;

/** An outlet that wants to be left alone for longer is asked once a day: else one mistaken header loses it for good. */
const LONGEST_MS = DAY;

/**
 * How long `Retry-After` asks to be left alone, in milliseconds: whole seconds or an HTTP date (RFC 9110 §10.2.3).
 * Undefined where it says nothing that can be read.
 */
export function retryAfterMs({ "retry-after": value = "", date = "" }: Headers, now: Instant): number | undefined {
  const text = value.trim();
  if (/^\d+$/u.test(text)) return bounded(Number(text) * SECOND);
  const until = httpDate(text);
  return until === undefined ? undefined : bounded(until - (httpDate(date) ?? Date.parse(now)));
}

/**
 * How long an answer stays fresh, in milliseconds: `max-age` of `Cache-Control` less `Age`, else `Expires` from `Date` on
 * (RFC 9111 §4.2.1). 0 where it is not to be kept, or says nothing.
 */
export function freshMs(headers: Headers, now: Instant): number {
  const { "cache-control": control = "", expires = "", age = "", date = "" } = headers;
  const directives = control
    .toLowerCase()
    .split(",")
    .map((directive) => directive.trim());
  if (directives.some((directive) => /^no-(?:store|cache)$/u.test(directive))) return 0;
  for (const directive of directives) {
    const seconds = /^max-age\s*=\s*"?(\d+)"?$/u.exec(directive)?.[1];
    if (seconds !== undefined) return bounded((Number(seconds) - (/^\d+$/u.test(age) ? Number(age) : 0)) * SECOND);
  }
  const until = httpDate(expires);
  return until === undefined ? 0 : bounded(until - (httpDate(date) ?? Date.parse(now)));
}

/** Milliseconds since 1970. All three forms of RFC 9110 §5.6.7 begin with the day's name, and no number does. */
function httpDate(text: string): number | undefined {
  const time = /^[a-z]{3}/iu.test(text.trim()) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function bounded(ms: number): number {
  return Math.min(Math.max(ms, 0), LONGEST_MS);
}
