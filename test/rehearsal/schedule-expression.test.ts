import { describe, expect, test } from "vitest";
import { parseSchedule } from "../../rehearsal/time/schedule-expression.ts";

function nextOnes(expression: string, timeZone: string, from: string, count: number, created = from): string[] {
  const next = parseSchedule(expression, timeZone, Date.parse(created));
  const found: string[] = [];
  for (let afterMs = Date.parse(from); found.length < count; ) {
    const atMs = next(afterMs);
    if (atMs === undefined) break;
    found.push(new Date(atMs).toISOString().replace(":00.000Z", "Z"));
    afterMs = atMs;
  }
  return found;
}

describe("a schedule is due when EventBridge Scheduler would call", () => {
  test.each([
    ["cron(0 7 * * ? *)", "Asia/Tashkent", "2026-02-10T00:00:00Z", ["2026-02-10T02:00Z", "2026-02-11T02:00Z"]],
    ["cron(30 * * * ? *)", "Asia/Tashkent", "2026-02-09T18:31:00Z", ["2026-02-09T19:30Z", "2026-02-09T20:30Z"]],
    ["cron(0/20 8-9 * * ? *)", "UTC", "2026-02-10T08:25:00Z", ["2026-02-10T08:40Z", "2026-02-10T09:00Z"]],
    ["cron(15 6 ? * MON-WED *)", "UTC", "2026-02-10T07:00:00Z", ["2026-02-11T06:15Z", "2026-02-16T06:15Z"]],
    ["cron(0 0 1 1,7 ? *)", "UTC", "2026-02-10T00:00:00Z", ["2026-07-01T00:00Z", "2027-01-01T00:00Z"]],
    ["cron(0 12 29 2 ? *)", "UTC", "2026-02-10T00:00:00Z", ["2028-02-29T12:00Z"]],
    ["cron(0 0 ? JAN SUN 2027)", "UTC", "2026-12-30T00:00:00Z", ["2027-01-03T00:00Z", "2027-01-10T00:00Z"]],
    ["rate(5 minutes)", "UTC", "2026-02-10T00:02:30Z", ["2026-02-10T00:05Z", "2026-02-10T00:10Z"]],
    ["rate(1 day)", "UTC", "2026-02-10T00:00:00Z", ["2026-02-11T00:00Z"]],
    ["at(2026-02-10T07:00:00)", "Asia/Almaty", "2026-02-10T00:00:00Z", ["2026-02-10T02:00Z"]],
  ])("%s in %s after %s", (expression, timeZone, from, expected) => {
    expect(nextOnes(expression, timeZone, from, expected.length, "2026-02-10T00:00:00Z")).toEqual(expected);
  });

  test("a rate begins at once when its schedule is created", () => {
    const created = Date.parse("2026-02-10T00:00:07Z");
    const next = parseSchedule("rate(5 minutes)", "UTC", created);
    expect(next(created - 1)).toBe(created);
    expect(next(created)).toBe(created + 300_000);
  });

  test("a local time that summer time skips is left out, and one that winter time repeats counts once", () => {
    expect(nextOnes("cron(30 2 * * ? *)", "Europe/Berlin", "2026-03-28T00:00:00Z", 3)).toEqual([
      "2026-03-28T01:30Z",
      "2026-03-30T00:30Z",
      "2026-03-31T00:30Z",
    ]);
    expect(nextOnes("cron(30 2 * * ? *)", "Europe/Berlin", "2026-10-24T12:00:00Z", 2)).toEqual([
      "2026-10-25T00:30Z",
      "2026-10-26T01:30Z",
    ]);
  });

  test("an occurrence that has passed is no more", () => {
    expect(nextOnes("at(2026-02-10T07:00:00)", "UTC", "2026-02-11T00:00:00Z", 1)).toEqual([]);
    expect(nextOnes("cron(0 0 1 1 ? 2020)", "UTC", "2026-02-11T00:00:00Z", 1)).toEqual([]);
  });
});

describe("what Scheduler would refuse, or is not rehearsed, is told", () => {
  test.each([
    ["cron(0 7 * * * *)", "exactly one of day of month and day of week must be ?"],
    ["cron(0 7 ? * ? *)", "exactly one of day of month and day of week must be ?"],
    ["cron(0 7 * * ?)", "6 fields are needed"],
    ["cron(60 7 * * ? *)", 'minutes "60" is not understood'],
    ["cron(0 7 L * ? *)", 'day of month "L" is not understood'],
    ["cron(0 7 ? * 2#1 *)", 'day of week "2#1" is not understood'],
    ["rate(5 fortnights)", "rate(5 fortnights) is not understood"],
    ["every morning", "is not a schedule"],
  ])("%s", (expression, message) => {
    expect(() => parseSchedule(expression, "UTC", 0)).toThrow(message);
  });
});
