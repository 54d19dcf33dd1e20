import { describe, expect, test } from "vitest";
import { createLearntOdds } from "../../../shared/matching/learnt-odds.ts";
import { aWatchlist } from "../../support/a-matcher.ts";
import { RIVALS } from "../../support/watch-files.ts";

/** Two positions; the sums are: any of them, each, then for over against and a mention, in general and of each. */
const learnt = {
  themes: [],
  positions: ["p1", "p2"],
  bias: [-1, -2, -3, 0.5, 0, 0, 0, 0, 0],
  weights: ["dam 0 150 1 200", "canal 2 300", "dry 3 -100 5 -50"].join("\n"),
};
const [dossier] = aWatchlist(RIVALS).dossiers;
if (dossier === undefined) throw new Error("no dossier");
const { tell } = createLearntOdds([{ ...dossier, learnt }]);
const told = (text: string) => tell(new Set(text.split(" ")));
const shareOf = (odds: number) => 1 / (1 + Math.exp(-odds));

describe("what labelled text tells", () => {
  test("is the sum of what the traits add, of each position and of any", () => {
    expect(told("dam canal unheard").speaks).toEqual([0, 0]);
    expect(told("dam canal unheard").speaksAtAll(0)).toBe(0.5);
    expect(told("unheard").speaks).toEqual([-2, -3]);
  });

  test("of a side is what all positions have in common, and what is the position's own", () => {
    expect([told("dry").side(0), told("dry").side(1)]).toEqual([-0.5, -1]);
  });

  test("says how likely a position is among those of its dossier", () => {
    const odds = told("dam");
    const [first, second] = [shareOf(0), shareOf(-3)];
    expect(odds.share(0)).toBeCloseTo(Math.log(first / (first + second)), 6);
    expect(odds.share(1)).toBeCloseTo(Math.log(second / (first + second)), 6);
  });

  test("says nothing of positions that nothing was learnt of", () => {
    const odds = createLearntOdds([dossier]).tell(new Set(["dam"]));
    expect([odds.speaks[0], odds.speaksAtAll(0), odds.share(0)]).toEqual([undefined, 0, 0]);
  });

  test("of one dossier is nothing to another", () => {
    const other = { ...dossier, learnt: { ...learnt, weights: "canal 1 700 2 700" } };
    const odds = createLearntOdds([{ ...dossier, learnt }, other]).tell(new Set(["dam"]));
    expect(odds.speaks).toEqual([0, -3, -2, -3]);
    expect(odds.share(0)).toBeCloseTo(told("dam").share(0), 6);
  });
});
