import { expect, test } from "vitest";
import { adaptInterval, LONGEST_MS, SHORTEST_MS, wantedMs } from "../../../shared/polling/adapt-interval.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";

const EVERY = 20 * MINUTE;

test.each([
  ["all known", 1, 90 * MINUTE],
  ["two thirds known", 0.67, 90 * MINUTE],
  ["a little less", 0.66, HOUR],
  ["a third known", 0.33, HOUR],
  ["a little less", 0.32, 30 * MINUTE],
  ["nothing known", 0, 30 * MINUTE],
  ["nothing to compare with", undefined, HOUR],
])("after an hour, %s (%s)", (_, share, next) => {
  expect(adaptInterval(HOUR, EVERY, share)).toBe(next);
});

test("it begins with what the watchlist wants, grows to eight times that, and shrinks to a quarter of an hour", () => {
  const [grown, shrunk] = [1, 0].map((share) => {
    let ms: number | undefined;
    for (let poll = 0; poll < 20; poll++) ms = adaptInterval(ms, EVERY, share);
    return ms;
  });
  expect(adaptInterval(undefined, EVERY, undefined)).toBe(EVERY);
  expect(grown).toBe(8 * EVERY);
  expect(shrunk).toBe(SHORTEST_MS);
});

test("whatever the watchlist wants, no feed is asked oftener than four times an hour, nor less than once a day", () => {
  expect(wantedMs(MINUTE)).toBe(15 * MINUTE);
  expect(wantedMs(7 * DAY)).toBe(LONGEST_MS);
  expect(adaptInterval(undefined, MINUTE, 0)).toBe(15 * MINUTE);
  expect(adaptInterval(DAY, DAY, 1)).toBe(DAY);
  expect(adaptInterval(DAY, 12 * HOUR, 1)).toBe(DAY);
});
