import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { learnTraits, learntOf } from "../../bench/learn-traits.ts";
import { fitSparse } from "../../bench/sparse-logistic.ts";
import { stanceItems } from "../../bench/stance.ts";
import { writtenNews, writtenStances } from "../../bench/written.ts";
import { checkedWatchlist, readWatchFolder } from "../../cli/local/watch-folder.ts";

describe("logistic regression over features that most texts lack", () => {
  const rows = [[0], [0, 1], [0, 2], [1], [2], [1, 2], [0], [2]];
  const hasFirst = rows.map((row) => row.includes(0));

  test("finds the feature that tells, and gives the others nothing like it", () => {
    const { bias, weights } = fitSparse(rows, hasFirst, 3, 0.1);
    const [first = 0, ...others] = weights;
    expect(bias + first).toBeGreaterThan(0);
    expect(bias).toBeLessThan(0);
    for (const other of others) expect(Math.abs(other)).toBeLessThan(first / 2);
  });

  test("comes to where the slope is nought", () => {
    const penalty = 1;
    const { bias, weights } = fitSparse(rows, hasFirst, 3, penalty);
    const miss = rows.map(
      (row, i) =>
        1 / (1 + Math.exp(-row.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias))) - Number(hasFirst[i]),
    );
    for (const [feature, weight] of weights.entries()) {
      const slope = rows.reduce((sum, row, i) => sum + (row.includes(feature) ? (miss[i] ?? 0) : 0), penalty * weight);
      expect(slope).toBeCloseTo(0, 1);
    }
  });

  test("a stronger penalty keeps weights smaller", () => {
    const size = (penalty: number) => Math.abs(fitSparse(rows, hasFirst, 3, penalty).weights[0] ?? 0);
    expect(size(5)).toBeLessThan(size(0.1));
  });
});

test("traits of a position's texts speak for it, and its opponents' for the other side", () => {
  const lessons = ["for", "against", "for", "against", "for", "against", "for", "against"] as const;
  const learnt = learnTraits(
    [
      ...lessons.map((relation) => ({
        traits: new Set(["@river", relation === "for" ? "@jointly" : "@quarrel"]),
        positions: { water: relation },
      })),
      ...lessons.map(() => ({ traits: new Set(["football"]), positions: {} })),
    ],
    ["water", "unheard-of"],
  );
  const weight = (trait: string, of: string) => {
    const pairs = learnt.traits[trait] ?? [];
    return pairs[pairs.findIndex((value, i) => i % 2 === 0 && value === learnt.of.indexOf(of)) + 1];
  };
  expect(weight("@river", "water")).toBeGreaterThan(0.5);
  expect(weight("football", "water")).toBeLessThan(0);
  expect(weight("@jointly", "side")).toBeGreaterThan(0.5);
  expect(weight("@quarrel", "side")).toBeLessThan(-0.5);
  expect(learnt.bias[learnt.of.indexOf("unheard-of")]).toBeLessThan(-2);
  expect(learntOf(learnt, ["unheard-of"]).of).toEqual(["unheard-of", "side", "mention"]);
  expect(learntOf(learnt, ["water"]).traits["@jointly"]).toEqual(
    learnt.traits["@jointly"]?.map((n, i) => (i % 2 === 0 && n > 0 ? n - 1 : n)),
  );
});

describe("what was written to learn from", async () => {
  const { dossiers } = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../../watch")));
  const themes = new Set(dossiers.flatMap((dossier) => dossier.themes.map(({ id }) => id)));
  const positions = new Set(dossiers.flatMap((dossier) => dossier.positions.map(({ id }) => id)));
  const news = writtenNews();
  const stances = writtenStances();

  test("names themes and positions that there are, and no text twice", () => {
    for (const item of news) {
      expect(themes).toEqual(new Set([...themes, ...item.themes]));
      expect(positions).toEqual(new Set([...positions, ...Object.keys(item.positions)]));
    }
    for (const { position } of stances) expect(positions).toContain(position);
    const texts = [...news, ...stances].map(({ input }) => `${input.title ?? ""}\n${input.text}`);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("shares no text with what is measured on", () => {
    const measured = new Set(stanceItems().map(({ input }) => input.text));
    expect([...news, ...stances].filter(({ input }) => measured.has(input.text))).toEqual([]);
  });

  test("is what the dossier's positions were learnt from", () => {
    for (const { positions: asked, learnt } of dossiers)
      expect(learnt?.of).toEqual([...asked.map(({ id }) => id), "side", "mention"]);
  });
});
