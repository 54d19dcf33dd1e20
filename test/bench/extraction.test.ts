import { describe, expect, test } from "vitest";
import { ourText, scoreTexts, truePages } from "../../bench/extraction.ts";
import { overlapOf, textScore } from "../../bench/shingles.ts";

const pages = truePages();
/** What `npm run bench` printed when this line was last raised, less a hundredth. A change may raise it. */
const FLOOR = 0.958;

test.skipIf(pages === undefined)("the main texts of the captured pages are found no worse than before", () => {
  expect(scoreTexts(pages ?? [], (pages ?? []).map(ourText)).f1).toBeGreaterThanOrEqual(FLOOR);
});

describe("the overlap of two texts", () => {
  test.each([
    ["the same text, written otherwise", "One two, three four five.", "One two three — four five", [1, 0, 0]],
    ["half of it", "a b c d e f g h", "a b c d", [0.2, 0, 0.8]],
    ["twice of it", "a b c d", "a b c d a b c d", [0.2, 0.8, 0]],
    ["another text", "a b c d", "e f g h", [0, 0.5, 0.5]],
    ["fewer than four words", "да нет", "да нет", [1, 0, 0]],
    ["nothing found", "a b c d", "", [0, 0, 1]],
    ["nothing to find", "", "", [0, 0, 0]],
  ])("%s", (_, truth, found, [hits, spurious, missed]) => {
    expect(overlapOf(truth, found)).toEqual({ hits, spurious, missed });
  });

  test("is the mean over pages, and F1 that of the means", () => {
    const half = { hits: 0.5, spurious: 0.5, missed: 0 };
    const score = textScore([half, { hits: 1, spurious: 0, missed: 0 }, { hits: 0, spurious: 0, missed: 1 }]);
    expect(score.precision).toBe(0.75);
    expect(score.recall).toBeCloseTo(2 / 3);
    expect(score.f1).toBeCloseTo(12 / 17);
  });
});
