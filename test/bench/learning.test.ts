import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { learnTraits, learntOf } from "../../bench/learn-traits.ts";
import { countsOf, fitSparse, onlyOf, sparseRows } from "../../bench/sparse-logistic.ts";
import { stanceItems } from "../../bench/stance.ts";
import { writtenNews, writtenStances } from "../../bench/written.ts";
import { checkedWatchlist, readWatchFolder } from "../../cli/local/watch-folder.ts";
import { learntSums } from "../../shared/text/learnt-sums.ts";

describe("logistic regression over features that most texts lack", () => {
  const rows = [[0], [0, 1], [0, 2], [1], [2], [1, 2], [0], [2]];
  const lessons = rows.map((row, i) => ({ row: i, counts: 1, isSo: row.includes(0) }));
  const fitted = (penalty: number) => fitSparse(sparseRows(rows), lessons, new Float64Array(3).fill(penalty));

  test("finds the feature that tells, and gives the others nothing like it", () => {
    const { bias, weights } = fitted(0.1);
    const [first = 0, ...others] = weights;
    expect(bias + first).toBeGreaterThan(0);
    expect(bias).toBeLessThan(0);
    for (const other of others) expect(Math.abs(other)).toBeLessThan(first / 2);
  });

  test("comes to where the slope is nought", () => {
    const penalty = 1;
    const { bias, weights } = fitted(penalty);
    const miss = rows.map(
      (row, i) =>
        1 / (1 + Math.exp(-row.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias))) -
        Number(lessons[i]?.isSo),
    );
    for (const [feature, weight] of weights.entries()) {
      const slope = rows.reduce((sum, row, i) => sum + (row.includes(feature) ? (miss[i] ?? 0) : 0), penalty * weight);
      expect(slope).toBeCloseTo(0, 1);
    }
  });

  test("what counts as three teaches as much as three of it", () => {
    const penalties = new Float64Array(3).fill(1);
    const once = lessons.map((lesson) => ({ ...lesson, counts: lesson.isSo ? 3 : 1 }));
    const thrice = lessons.flatMap((lesson) => (lesson.isSo ? [lesson, lesson, lesson] : [lesson]));
    const { bias, weights } = fitSparse(sparseRows(rows), once, penalties);
    const repeated = fitSparse(sparseRows(rows), thrice, penalties);
    expect(bias).toBeCloseTo(repeated.bias, 6);
    for (const [i, weight] of weights.entries()) expect(weight).toBeCloseTo(repeated.weights[i] ?? 0, 6);
    expect(weights[0]).not.toBeCloseTo(fitted(1).weights[0] ?? 0, 2);
  });

  test("features are counted in the lessons, and can be left out of the rows", () => {
    const all = sparseRows([[0, 1], [2], [], [1, 2]]);
    expect([
      ...countsOf(
        all,
        [0, 2, 3].map((row) => ({ row, counts: 1, isSo: true })),
        3,
      ),
    ]).toEqual([1, 2, 1]);
    expect(onlyOf(all, [2, 1], 3)).toEqual(sparseRows([[1], [0], [], [1, 0]]));
  });

  test("a stronger penalty keeps weights smaller", () => {
    const size = (penalty: number) => Math.abs(fitted(penalty).weights[0] ?? 0);
    expect(size(5)).toBeLessThan(size(0.1));
  });
});

describe("traits of labelled texts", () => {
  const lessons = ["for", "against", "for", "against", "for", "against", "for", "against"] as const;
  const learnt = learnTraits(
    [
      ...lessons.map((relation) => ({
        counts: 2,
        traits: new Set(["@river", relation === "for" ? "@jointly" : "@quarrel"]),
        themes: ["rivers"],
        positions: { water: relation },
      })),
      ...lessons.map(() => ({ counts: 2, traits: new Set(["football"]), themes: [], positions: {} })),
      ...lessons.map((relation) => ({
        counts: 2,
        traits: new Set(["@fair", relation === "for" ? "@quarrel" : "@jointly"]),
        positions: { trade: relation },
      })),
    ],
    { themes: ["rivers"], positions: ["water", "trade", "unheard-of"] },
  );
  /** In log-odds, of the sum of this kind and id. */
  const weight = (trait: string, ...sum: readonly [string, string]) => {
    const number = learntSums(learnt).findIndex((one) => one.join() === sum.join());
    return (new Map(learnt.traits.get(trait)).get(number) ?? 0) / 100;
  };

  test("speak for what the texts are labelled with, and against what others are", () => {
    expect(weight("@river", "position", "water")).toBeGreaterThan(0.5);
    expect(weight("football", "position", "water")).toBeLessThan(0);
    expect(weight("@river", "theme", "rivers")).toBeGreaterThan(0.5);
    expect(weight("@river", "position", "")).toBeGreaterThan(0.5);
    expect(learnt.bias[4]).toBeLessThan(-2);
  });

  test("of a theme are learnt from texts whose themes somebody has said", () => {
    expect(weight("@fair", "theme", "rivers")).toBe(0);
  });

  test("tell a side by position: what speaks for the one may speak against the other", () => {
    expect(weight("@jointly", "side", "water")).toBeGreaterThan(0.2);
    expect(weight("@jointly", "side", "trade")).toBeLessThan(-0.2);
    expect(Math.abs(weight("@jointly", "side", ""))).toBeLessThan(0.1);
  });

  test("say nothing where what they say is next to nothing", () => {
    const texts = Array.from({ length: 40 }, (_, i) => ({
      counts: 1,
      traits: new Set([i < 20 ? "@river" : "@road", ...(i % 2 === 0 || i === 1 ? ["today"] : ["yesterday"])]),
      themes: i < 20 ? ["rivers"] : [],
      positions: {},
    }));
    const { traits } = learnTraits(texts, { themes: ["rivers"], positions: [] });
    expect(traits.get("@river")).toContainEqual([0, expect.any(Number)]);
    expect(traits.get("today")).toEqual([]);
  });

  test("can be had of some themes and positions only", () => {
    const own = learntOf(learnt, { themes: [], positions: ["trade"] });
    expect(own.bias).toHaveLength(learntSums(own).length);
    expect(own.weights.split("\n")).toContainEqual(
      expect.stringMatching(new RegExp(`^@fair 0 -?\\d+ 1 ${weight("@fair", "position", "trade") * 100}\\b`, "u")),
    );
  });
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

  test("is what the dossier's themes and positions were learnt from", () => {
    for (const { themes: about, positions: asked, learnt } of dossiers)
      expect([learnt?.themes, learnt?.positions]).toEqual([about, asked].map((all) => all.map(({ id }) => id)));
  });
});
