import { beforeAll, describe, expect, test } from "vitest";
import { TEMPERS } from "./outlets.ts";
import { mannersLines, type Played, playDays } from "./play-days.ts";

/** The benchmark plays a week; here it is two days and a half of as many outlets as take half a minute. */
const FEEDS = 4 * TEMPERS.length;
const DAYS = 2.5;

let played: Played;
beforeAll(async () => {
  played = await playDays(FEEDS, DAYS);
  console.log(
    mannersLines(played, DAYS)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n"),
  );
});

test("strict hosts have nothing to complain of", () => {
  expect(played.breaches).toEqual([]);
  expect(played.errors).toEqual([]);
});

describe("how each feed is at the end", () => {
  const WELL = ["fine", "unchanged"];
  const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
    gone: ["gone"],
    "asks for a browser": ["blocked"],
    moved: ["redirected"],
    "closes the connection": ["failing"],
    broken: ["failing"],
    "lists nothing": ["empty"],
    "dates nothing": ["undated"],
  };
  test.each(TEMPERS)("$name", ({ name, refuses }) => {
    const states = played.states.filter(([temper]) => temper === name);
    expect(states).toHaveLength(FEEDS / TEMPERS.length);
    for (const [, state] of states) {
      const expected = refuses === undefined ? (CONDITIONS[name] ?? WELL) : [...WELL, "failing"];
      expect(expected).toContain(state?.condition);
    }
  });

  test("a feed that moved proposes its new address, one that lies is asked for in full", () => {
    for (const [temper, state] of played.states) {
      if (temper === "moved") expect(state?.moved).toEqual({ to: `${state?.feed}/moved`, times: 3 });
      expect(state?.askInFullUntil !== undefined).toBe(temper === "lies");
    }
  });
});

test("nothing that appeared is missed, however seldom a feed is asked", () => {
  expect(played.states.filter(([, state]) => state?.lostAt !== undefined)).toEqual([]);
});

test("most of what feeds hold goes over the wire once", () => {
  const { saved, bytes, requests, full, notModified } = played.tally;
  expect(saved / (saved + bytes)).toBeGreaterThan(0.8);
  expect(notModified).toBeGreaterThan(full / 2);
  expect(requests).toBeGreaterThan(1_000);
});
