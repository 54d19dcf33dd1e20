import { expect, test } from "vitest";
import { freshMs, retryAfterMs } from "../../../shared/polling/http-waits.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";

const NOW = "2026-02-10T12:00:00.000Z";
const AT_ONE = "Tue, 10 Feb 2026 13:00:00 GMT";

test.each([
  ["seconds", "120", {}, 2 * MINUTE],
  ["a date, by our clock", AT_ONE, {}, HOUR],
  ["a date, by the outlet's own clock", AT_ONE, { date: "Tue, 10 Feb 2026 12:50:00 GMT" }, 10 * MINUTE],
  ["a date of RFC 850", "Tuesday, 10-Feb-26 13:00:00 GMT", {}, HOUR],
  ["what has passed", "Tue, 10 Feb 2026 11:00:00 GMT", {}, 0],
  ["more than a day", "999999999", {}, DAY],
  ["a number that is none", "-5", {}, undefined],
  ["words", "soon", {}, undefined],
  ["nothing", "", {}, undefined],
])("Retry-After: %s", (_, value, headers, ms) => {
  expect(retryAfterMs({ "retry-after": value, ...headers }, NOW)).toBe(ms);
});

test.each<[string, Readonly<Record<string, string>>, number]>([
  ["an age", { "cache-control": "public, max-age=600" }, 10 * MINUTE],
  ["an age in quotation marks and capitals", { "cache-control": 'Max-Age="600", Public' }, 10 * MINUTE],
  ["less what it has aged on its way", { "cache-control": "max-age=600", age: "540" }, MINUTE],
  ["older than it may be", { "cache-control": "max-age=600", age: "900" }, 0],
  ["an age for caches that many share", { "cache-control": "s-maxage=600" }, 0],
  ["not to be kept, whatever its age", { "cache-control": "max-age=600, no-cache" }, 0],
  ["not to be stored", { "cache-control": "no-store, max-age=600" }, 0],
  ["a date", { expires: AT_ONE }, HOUR],
  ["a date from the outlet's own", { expires: AT_ONE, date: "Tue, 10 Feb 2026 12:30:00 GMT" }, 30 * MINUTE],
  ["an age goes before a date", { "cache-control": "max-age=60", expires: AT_ONE }, MINUTE],
  ["expired from the beginning", { expires: "0" }, 0],
  ["more than a day", { "cache-control": "max-age=31536000" }, DAY],
  ["nothing", {}, 0],
])("how long an answer is fresh: %s", (_, headers, ms) => {
  expect(freshMs(headers, NOW)).toBe(ms);
});
