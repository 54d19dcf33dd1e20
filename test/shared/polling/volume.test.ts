import { describe, expect, test } from "vitest";
import { addVolume, isStale, unusualWeek, weekly } from "../../../shared/polling/volume.ts";

const DAY = "2026-02-10";

test("items are counted by the day, days without a poll are days without items", () => {
  let volume = addVolume(undefined, DAY, 3);
  volume = addVolume(volume, DAY, 2);
  volume = addVolume(volume, "2026-02-11", 0);
  volume = addVolume(volume, "2026-02-14", 7);
  expect(volume).toEqual({ day: "2026-02-14", counts: [5, 0, 0, 0, 7] });
  expect(weekly(volume)).toBe(12);
});

test("five weeks and a day are kept, however long nobody asked", () => {
  let volume = addVolume(undefined, "2026-01-01", 9);
  for (let day = 1; day <= 28; day++) volume = addVolume(volume, `2026-02-${String(day).padStart(2, "0")}`, day);
  expect(volume.counts).toHaveLength(36);
  expect(volume.counts.slice(-3)).toEqual([26, 27, 28]);
  expect(addVolume(volume, "2027-06-01", 4)).toEqual({ day: "2027-06-01", counts: [...Array(35).fill(0), 4] });
});

describe("a week is unusual", () => {
  const usual = Array.from({ length: 28 }, (_, day) => (day % 7 < 5 ? 20 : 10)); // 120 a week
  const week = (perDay: number) => ({ day: DAY, counts: [...usual, ...Array(7).fill(perDay), 0] });
  test.each([
    [17, undefined],
    [14, "few"],
    [0, "few"],
    [20, undefined],
    [21, "many"],
  ])("%i a day where there are 17: %s", (perDay, unusual) => {
    // The root of 120 is 11: few is below 103.6, many above 141.9.
    expect(unusualWeek(week(perDay))).toBe(unusual);
  });

  test("by how much the weeks before it differed", () => {
    const wild = Array.from({ length: 28 }, (_, day) => (day < 14 ? 4 : 30));
    expect(unusualWeek({ day: DAY, counts: [...wild, ...Array(7).fill(14), 0] })).toBeUndefined();
    expect(unusualWeek({ day: DAY, counts: [...wild, ...Array(7).fill(45), 0] })).toBe("many");
  });

  test("the day that is not over does not count", () => {
    expect(unusualWeek({ day: DAY, counts: [...usual, ...Array(7).fill(17), 900] })).toBeUndefined();
  });

  test("only after five weeks", () => {
    expect(unusualWeek({ day: DAY, counts: [...usual.slice(1), ...Array(7).fill(0), 0] })).toBeUndefined();
  });
});

describe("a feed is stale", () => {
  const silentFor = (before: readonly number[], days: number) => ({
    day: DAY,
    counts: [...before, ...Array(days).fill(0)],
  });
  test.each([
    ["with many items a day, after three days", [20, 20, 20, 20, 20, 20, 20], 3, false],
    ["with many items a day, on the fourth", [20, 20, 20, 20, 20, 20, 20], 4, true],
    ["with one in two days, not after ten", [1, 0, 1, 0, 1, 0, 1, 0, 1], 8, false],
    ["with one in two days, after eleven", [1, 0, 1, 0, 1, 0, 1, 0, 1], 11, true],
    ["not before a week is known", [9, 9], 4, false],
    ["not where it never had anything", [0, 0, 0, 0, 0, 0, 0, 0], 9, false],
  ])("%s", (_, before, days, stale) => {
    expect(isStale(silentFor(before, days))).toBe(stale);
  });
});
