import { describe, expect, test } from "vitest";
import type { Balance } from "../../../shared/digest/history.ts";
import { positionTrend } from "../../../shared/digest/position-trend.ts";
import { historyBefore } from "../../support/a-history.ts";

const DATE = "2026-03-20";
const NOBODY: Balance = { for: 0, against: 0, mentions: 0 };
const speaks = (pro: number, against = 0, mentions = 0) => ({ positions: { p4: [pro, against, mentions] as const } });

describe("a claim is", () => {
  test.each([
    ["never", NOBODY, () => speaks(0, 0, 3)],
    ["spoken", { ...NOBODY, for: 1 }, () => ({})],
    ["spoken", { ...NOBODY, for: 1 }, (ago: number) => (ago === 12 ? speaks(1) : {})],
    ["awakened", { ...NOBODY, against: 1 }, (ago: number) => (ago === 13 ? speaks(1) : {})],
    ["quiet", NOBODY, (ago: number) => (ago === 12 ? speaks(0, 1) : {})],
    ["dormant", NOBODY, (ago: number) => (ago === 13 ? speaks(0, 1) : {})],
  ])("%s", (rhythm, today, dayOf) => {
    expect(positionTrend("p4", DATE, today, historyBefore(DATE, 40, dayOf)).rhythm).toBe(rhythm);
  });
});

describe("a first contradiction", () => {
  const against = { ...NOBODY, against: 1 };
  test.each([
    ["is one where earlier days spoke for", true, against, historyBefore(DATE, 7, () => speaks(1))],
    ["is none where nobody ever spoke", false, against, historyBefore(DATE, 7)],
    ["is none where one was before", false, against, historyBefore(DATE, 90, (ago) => speaks(1, ago === 80 ? 1 : 0))],
    ["is none where nothing is against", false, { ...NOBODY, for: 1 }, historyBefore(DATE, 7, () => speaks(1))],
    ["is not told before a week is known", false, against, historyBefore(DATE, 6, () => speaks(1))],
  ])("%s", (_, expected, today, earlier) => {
    expect(positionTrend("p4", DATE, today, earlier).firstAgainst).toBe(expected);
  });
});

test("the trend is of thirty days, this one included, and leaves out those on which nobody took a side", () => {
  const earlier = historyBefore(DATE, 60, (ago) => (ago % 2 === 0 ? speaks(2, 1) : speaks(0, 0, 1)));
  const { trend, lastSpoken } = positionTrend("p4", DATE, { ...NOBODY, for: 4 }, earlier);
  expect(trend.at(-1)).toEqual({ date: DATE, for: 4, against: 0 });
  expect(trend[0]).toEqual({ date: "2026-02-19", for: 2, against: 1 });
  expect(trend).toHaveLength(16);
  expect(lastSpoken).toBe("2026-03-19");
});
