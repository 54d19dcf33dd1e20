import { expect, test } from "vitest";
import { tellingWindows } from "../../../shared/matching/telling-window.ts";
import type { Traits } from "../../../shared/matching/traits.ts";

/** A sentence for each word. */
const sentences = (text: string): Traits[] => text.split(" ").map((word) => new Set([word]));
/** Of the first position as much as there are different words but "-"; of the second nothing was learnt. */
const speaks = (traits: Traits) => [traits.size - (traits.has("-") ? 1 : 0), undefined];

test("a short article is read as a whole", () => {
  expect(tellingWindows(sentences("- a - b - - c -"), speaks)[0]).toEqual({ from: 0, to: 8, odds: 3 });
});

test("of a long one the six sentences that tell most", () => {
  expect(tellingWindows(sentences("a - - - - - - b c d - - - -"), speaks)[0]).toEqual({ from: 6, to: 12, odds: 3 });
  expect(tellingWindows(sentences("- - - - - - - - - - - a b c"), speaks)[0]).toEqual({ from: 9, to: 14, odds: 3 });
});

test("what is said twice counts once", () => {
  expect(tellingWindows(sentences("a a a a"), speaks)[0]?.odds).toBe(1);
});

test("where nothing was learnt there is no window", () => {
  expect(tellingWindows(sentences("a b"), speaks)[1]).toBeUndefined();
});

test("an article without sentences is read as one without traits", () => {
  expect(tellingWindows([], speaks)[0]).toEqual({ from: 0, to: 0, odds: 0 });
});
