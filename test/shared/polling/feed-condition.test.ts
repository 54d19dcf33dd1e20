import { expect, test } from "vitest";
import { conditionOf, type Found, movedAfter } from "../../../shared/polling/feed-condition.ts";

const TO = "https://steppe-post.example/feed";
const busy = { day: "2026-02-10", counts: [9, 9, 9, 9, 9, 9, 9] };
const silent = { day: "2026-02-10", counts: [9, 9, 9, 9, 9, 9, 9, 0, 0, 0, 0] };
const found: Found = {
  newItems: 0,
  listed: { entries: 9, dated: 9 },
  before: undefined,
  moved: undefined,
  volume: busy,
};

test.each<[string, Partial<Found>]>([
  ["fine", { newItems: 1 }],
  ["unchanged", {}],
  ["unchanged", { listed: undefined, before: "fine" }],
  ["unchanged", { listed: undefined, before: "failing" }],
  ["unchanged", { moved: { to: TO, times: 2 } }],
  ["empty", { listed: { entries: 0, dated: 0 } }],
  ["empty", { listed: undefined, before: "empty" }],
  ["unchanged", { before: "empty" }],
  ["undated", { newItems: 1, listed: { entries: 9, dated: 0 } }],
  ["fine", { newItems: 1, listed: { entries: 9, dated: 1 } }],
  ["undated", { listed: undefined, before: "undated" }],
  ["stale", { volume: silent }],
  ["stale", { volume: silent, listed: undefined, before: "stale" }],
  ["redirected", { newItems: 1, moved: { to: TO, times: 3 } }],
])("%s: %j", (condition, changed) => {
  expect(conditionOf({ ...found, ...changed })).toBe(condition);
});

test("redirects count while they name the same address, in a row", () => {
  const one = movedAfter(undefined, TO);
  expect(one).toEqual({ to: TO, times: 1 });
  expect(movedAfter(one, TO)).toEqual({ to: TO, times: 2 });
  expect(movedAfter({ to: TO, times: 3 }, TO)).toEqual({ to: TO, times: 3 });
  expect(movedAfter(one, `${TO}/2`)).toEqual({ to: `${TO}/2`, times: 1 });
  expect(movedAfter(one, undefined)).toBeUndefined();
});
