import { describe, expect, test } from "vitest";
import { EARLY_MS, nextPoll, type Wait } from "../../../shared/polling/next-poll.ts";
import { between, DAY, HOUR, MINUTE, plus } from "../../../shared/time.ts";

const FEED = "https://steppe-post.example/rss.xml";
const FEEDS = Array.from({ length: 200 }, (_, i) => `https://steppe-post.example/${i}`);
/** Noon in Tashkent; a Tuesday. */
const NOON = "2026-02-10T07:00:00.000Z";
const MIDNIGHT = "2026-02-10T19:00:00.000Z";

function waitOf(changed: Partial<Wait>): number {
  const { now = NOON } = changed;
  return between(now, nextPoll({ feed: FEED, now, timeZone: "Asia/Tashkent", ownMs: HOUR, askedMs: 0, ...changed }));
}

test("our own waits are up to a tenth longer or shorter, the same again, and another for each feed and day", () => {
  const waits = FEEDS.map((feed) => waitOf({ feed }));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.9 * HOUR);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1.1 * HOUR);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(0.15 * HOUR);
  expect(FEEDS.map((feed) => waitOf({ feed }))).toEqual(waits);
  expect(waitOf({ now: plus(NOON, DAY) })).not.toBe(waitOf({}));
});

describe("what the outlet asks for is waited for in full, and the longest counts", () => {
  test.each<[string, Partial<Wait>, number]>([
    ["by its headers", { askedMs: 2 * HOUR }, 2 * HOUR],
    ["in the feed", { schedule: { everyMs: 3 * HOUR } }, 3 * HOUR],
    ["both, the headers longer", { askedMs: 4 * HOUR, schedule: { everyMs: 3 * HOUR } }, 4 * HOUR],
    ["both, the feed longer", { askedMs: 2 * HOUR, schedule: { everyMs: 3 * HOUR } }, 3 * HOUR],
    ["more than a day", { schedule: { everyMs: 9 * DAY } }, DAY],
    ["past the end of the day", { askedMs: 13 * HOUR }, 13 * HOUR],
  ])("%s", (_, changed, asked) => {
    // A feed counts as due a minute early, so the minute is added.
    expect(waitOf(changed)).toBe(asked + EARLY_MS);
  });

  test("less than we wait anyway", () => {
    expect(waitOf({ askedMs: MINUTE, schedule: { everyMs: 2 * MINUTE } })).toBe(waitOf({}));
  });
});

test("no wait is shorter than a quarter of an hour, or longer than a day", () => {
  for (const feed of FEEDS) {
    expect(waitOf({ feed, ownMs: MINUTE })).toBe(15 * MINUTE);
    expect(waitOf({ feed, ownMs: 30 * DAY, now: plus(MIDNIGHT, -1) })).toBeLessThanOrEqual(DAY);
  }
});

test("each feed is looked at once more in the last half hour of its day, unless the outlet asks otherwise", () => {
  const looks = FEEDS.map((feed) => between(plus(NOON, waitOf({ feed, ownMs: DAY })), MIDNIGHT));
  expect(Math.min(...looks)).toBeGreaterThanOrEqual(5 * MINUTE);
  expect(Math.max(...looks)).toBeLessThanOrEqual(25 * MINUTE);
  expect(Math.max(...looks) - Math.min(...looks)).toBeGreaterThan(15 * MINUTE);
  for (const feed of FEEDS) {
    expect(waitOf({ feed, now: plus(MIDNIGHT, -MINUTE), ownMs: HOUR })).toBeGreaterThan(50 * MINUTE);
  }
});

describe("hours and days that the feed excludes", () => {
  const at = (changed: Partial<Wait>) => plus(changed.now ?? NOON, waitOf(changed)).slice(0, 16);
  test.each<[string, Partial<Wait>, string]>([
    ["the hour after an excluded one", { askedMs: 90 * MINUTE, schedule: { skipHours: [8] } }, "2026-02-10T09:01"],
    ["several in a row", { askedMs: 90 * MINUTE, schedule: { skipHours: [8, 9, 10] } }, "2026-02-10T11:01"],
    ["over midnight", { askedMs: 90 * MINUTE, schedule: { skipDays: [2] } }, "2026-02-11T00:01"],
    [
      "a day and then hours",
      { askedMs: 90 * MINUTE, schedule: { skipDays: [2], skipHours: [0, 1] } },
      "2026-02-11T02:01",
    ],
    ["longer than a day", { askedMs: 90 * MINUTE, schedule: { skipDays: [2, 3, 4] } }, "2026-02-13T00:01"],
    ["none of the hours that come", { askedMs: 90 * MINUTE, schedule: { skipHours: [7, 9] } }, "2026-02-10T08:31"],
    [
      "all of them, which nobody means",
      { askedMs: 90 * MINUTE, schedule: { skipDays: [0, 1, 2, 3, 4, 5, 6] } },
      "2026-02-10T08:31",
    ],
  ])("%s", (_, changed, next) => {
    expect(at(changed)).toBe(next);
  });

  test("the minute by which it counts as due early is not in an excluded hour either", () => {
    const next = plus(NOON, waitOf({ askedMs: 119 * MINUTE + 30_000, schedule: { skipHours: [8] } }));
    expect(plus(next, -EARLY_MS) >= "2026-02-10T09:00:00.000Z").toBe(true);
  });
});
