import { describe, expect, test } from "vitest";
import { ASSUMPTIONS, estimateUsage } from "../../../../cli/cloud/cost/estimate-usage.ts";
import { perDay } from "../../../../cli/cloud/cost/per-day.ts";
import type { Workload } from "../../../../cli/cloud/cost/workload.ts";
import { MINUTE } from "../../../../shared/time.ts";
import { aRehearsalReport } from "../../../support/a-rehearsal-report.ts";

const REHEARSED: Workload = {
  feeds: 10,
  pollEveryMs: 15 * MINUTE,
  pollsPerDay: 960,
  articlesPerDay: 50,
  retentionDays: 400,
  pagesReadPerDay: 100,
};
const FACTS = {
  alarmMetrics: 13,
  batchSizes: { PollingPollFeed: 10, ReadingReadArticle: 10 },
  traced: ["PollingSchedulePolls", "PublishingPublishDigest"],
  hasBackup: true,
  logRetentionDays: 30,
};
const DAYS = ASSUMPTIONS.daysPerMonth;

test("the workload of the rehearsal takes what the rehearsal took", () => {
  const daily = perDay(aRehearsalReport(), REHEARSED);
  expect(daily("PollFeed", "writeUnits")).toBeCloseTo(960 + 100);
  expect(daily("ReadArticle", "readUnits")).toBeCloseTo(150);
  expect(daily("SchedulePolls", "invocations")).toBeCloseTo(288);
  expect(daily("PublishDigest", "s3Puts")).toBeCloseTo(500);
});

describe("twice", () => {
  test.each([
    [
      "the feeds: polls and looks at feeds, but no readings",
      { feeds: 20, pollsPerDay: 1_920 },
      [1_920 + 100, 200, 2_880, 500],
    ],
    ["the articles: items and readings, but no polls", { articlesPerDay: 100 }, [960 + 200, 400, 1_440, 500]],
    ["the pause between polls: half the polls", { pollsPerDay: 480 }, [480 + 100, 200, 1_440, 500]],
  ])("%s", (_, other, expected) => {
    const daily = perDay(aRehearsalReport(), { ...REHEARSED, ...other });
    const found = [
      daily("PollFeed", "writeUnits"),
      daily("ReadArticle", "writeUnits"),
      daily("SchedulePolls", "readUnits"),
      daily("PublishDigest", "s3Puts"),
    ];
    for (const [i, amount] of expected.entries()) expect(found[i]).toBeCloseTo(amount);
  });
});

describe("a month's usage", () => {
  const usage = estimateUsage(aRehearsalReport(), REHEARSED, FACTS, 30);

  test("counts the polls of idle queues, which no rehearsal sees", () => {
    const own = DAYS * (960 + 960 + 50);
    expect(usage.queueRequests).toBeCloseTo(own + 2 * 15 * 1_440 * DAYS);
  });

  test("bills computing at a whole processor and waiting at the function's memory", () => {
    const computing = (2.88 + 9.6 + 5 + 2.5) * (1_769 / 1_024);
    const waiting = 480 * 0.5 + 50 * 1; // a call asks the hosts of its messages side by side, and waits once
    expect(usage.lambdaTime).toBeCloseTo(DAYS * (computing + waiting));
  });

  test("keeps what table and site hold of an article, as long as it is kept", () => {
    const bytes = 50 * (4_000 + 4 * 100 + 250);
    expect(usage.tableStorage).toBeCloseTo((30 * bytes) / 1_024 ** 3, 9);
    const full = estimateUsage(aRehearsalReport(), REHEARSED, FACTS, 400);
    expect(full.tableStorage).toBeCloseTo((400 * bytes) / 1_024 ** 3, 9);
    expect(full.objectStorage).toBeCloseTo((400 * 50 * 10_000) / 1_024 ** 3, 9);
  });

  test("takes from the stack what costs by being there", () => {
    expect(usage).toMatchObject({ alarmMetrics: 13 });
    expect(usage.traces).toBeCloseTo(DAYS * (288 + 25));
    const without = estimateUsage(aRehearsalReport(), REHEARSED, { ...FACTS, traced: [], hasBackup: false }, 30);
    expect(without).toMatchObject({ traces: 0, tableBackup: 0 });
  });

  test("a measure costs in the hours in which it is told", () => {
    expect(usage.metrics).toBeCloseTo(ASSUMPTIONS.hoursMeasured);
  });
});

describe("calls from queues", () => {
  const callsFor = (other: Partial<Workload>) =>
    estimateUsage(aRehearsalReport(), { ...REHEARSED, ...other }, FACTS, 30).lambdaRequests / DAYS - 288 - 25;

  test.each([
    ["few polls of a wave come singly", { pollsPerDay: 2 * 96, articlesPerDay: 96 }, 2 * 96 + 96],
    ["each of five pollers hands polls over", { pollsPerDay: 40 * 96, articlesPerDay: 960 }, 5 * 96 + 960],
    ["many polls come in full batches", { pollsPerDay: 200 * 96, articlesPerDay: 9_600 }, 20 * 96 + 9_600],
    [
      "with longer pauses there are fewer waves",
      { pollsPerDay: 40 * 24, articlesPerDay: 960, pollEveryMs: 60 * MINUTE },
      5 * 24 + 960,
    ],
  ])("%s", (_, other, calls) => expect(callsFor(other)).toBeCloseTo(calls));
});
