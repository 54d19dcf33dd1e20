import fc from "fast-check";
import { expect, test } from "vitest";
import { leastSquares } from "../../../../cli/cloud/cost/least-squares.ts";

const amount = fc.double({ min: 0, max: 1_000, noNaN: true });

test("two causes are told apart where days had different shares of them", () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const days = [
        [100, 0],
        [100, 40],
        [80, 7],
      ] as const;
      const observations = days.map((causes) => ({ causes, amount: a * causes[0] + b * causes[1] }));
      const [first, second] = leastSquares(observations);
      expect(first).toBeCloseTo(a, 6);
      expect(second).toBeCloseTo(b, 6);
    }),
  );
});

test.each([
  [
    "that always came together, all is the first one's",
    [
      [[1, 2], 6],
      [[2, 4], 12],
    ],
    [6, 0],
  ],
  ["of which there was only one, all is its", [[[3, 0], 6]], [2, 0]],
  [
    "of which there was only the other, all is its",
    [
      [[0, 3], 6],
      [[0, 1], 2],
    ],
    [0, 2],
  ],
  ["of which there was none, nothing comes", [[[0, 0], 0]], [0, 0]],
  [
    "neither brings less than nothing",
    [
      [[1, 0], 10],
      [[1, 10], 0],
    ],
    [5, 0],
  ],
])("of causes %s", (_, rows, expected) => {
  const observations = rows.map(([causes, amount]) => ({
    causes: causes as [number, number],
    amount: amount as number,
  }));
  const [first, second] = leastSquares(observations);
  expect([first, second]).toEqual(expected);
});

test("without observations there is nothing", () => expect(leastSquares([])).toEqual([0, 0]));
