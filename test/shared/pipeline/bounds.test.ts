import fc from "fast-check";
import { expect, test } from "vitest";
import { cut } from "../../../shared/pipeline/bounds.ts";

test.each([
  ["short enough", "канал", 5, "канал"],
  ["one too many", "канал", 4, "кана"],
  ["a pair that fits to the end", "ab🌊", 4, "ab🌊"],
  ["a pair that does not fit", "ab🌊", 3, "ab"],
  ["a pair cut by nothing", "🌊🌊", 2, "🌊"],
  ["half a pair from outside", "a\ud83cb", 9, "a\ufffdb"],
  ["nothing", "", 3, ""],
])("%s", (_, text, most, expected) => {
  expect(cut(text, most)).toBe(expected);
});

test("what is kept is well-formed, no longer than allowed, and loses at most one code unit more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (text, most) => {
      const kept = cut(text, most);
      expect(kept.isWellFormed()).toBe(true);
      expect(text.startsWith(kept)).toBe(true);
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
      expect(kept.length).toBeLessThanOrEqual(most);
    }),
  );
});
