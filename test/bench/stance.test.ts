import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bootstrap } from "../../bench/bootstrap.ts";
import { accuracy, answer, riskByCoverage, type StanceItem, stanceItems } from "../../bench/stance.ts";
import { checkedWatchlist, readWatchFolder } from "../../cli/local/watch-folder.ts";
import { compileMatcher } from "../../shared/matching/compile-matcher.ts";
import type { Judgement, Relation } from "../../shared/model.ts";

const items = stanceItems();

/** What `npm run eval` printed when these lines were last raised, less a hundredth. A change may raise them. */
const FLOORS = { dev: 0.98, test: 0.79 } as const;

test("relations are told no worse than before", async () => {
  const watchlist = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../../watch")));
  const answers = answer(items, compileMatcher(watchlist));
  for (const part of ["dev", "test"] as const)
    expect(accuracy(answers.filter(({ item }) => item.part === part))).toBeGreaterThanOrEqual(FLOORS[part]);
});

test("the items are of both parts, and none stands twice", () => {
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(items.filter(({ part }) => part === "dev").length).toBe(items.filter(({ part }) => part === "test").length);
});

const item = (relation: StanceItem["relation"]): StanceItem => ({
  id: relation,
  language: "en",
  position: "p1",
  relation,
  trap: "plain",
  part: "dev",
  input: { text: relation },
});
const judge =
  (relation: Relation | undefined, confidence = 1) =>
  (): Judgement => ({
    language: "en",
    themes: [],
    positions: relation === undefined ? [] : [{ position: "p1", relation, confidence, evidence: [] }],
  });

describe("an answer", () => {
  test.each([
    ["for", "for", 1],
    ["against", "for", 0],
    ["for", undefined, 0],
    ["none", undefined, 1],
    ["none", "mentions", 0],
  ] as const)("to what is %s, when %s is said, is right in %s of 1", (meant, said, share) => {
    expect(accuracy(answer([item(meant)], judge(said)))).toBe(share);
  });

  test("of another position is none", () => {
    expect(answer([{ ...item("for"), position: "p2" }], judge("for"))[0]?.said).toBe("none");
  });
});

test("answering only the surest leaves less wrong", () => {
  const answers = [
    ...answer([item("for"), item("for")], judge("for", 0.9)),
    ...answer([item("against"), item("none")], judge("for", 0.4)),
  ];
  expect(riskByCoverage(answers, [0.5, 1])).toEqual([
    { share: 0.5, answered: 0.5, risk: 0 },
    { share: 1, answered: 1, risk: 0.5 },
  ]);
});

describe("the bootstrap", () => {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const coins = Array.from({ length: 100 }, (_, i) => i % 2);

  test("holds the share of a fair coin in the interval that theory gives", () => {
    const { value, low, high } = bootstrap(coins, mean);
    expect(value).toBe(0.5);
    expect(low).toBeCloseTo(0.5 - 1.96 * 0.05, 1);
    expect(high).toBeCloseTo(0.5 + 1.96 * 0.05, 1);
  });

  test("gives the same items the same interval, and sure ones none", () => {
    expect(bootstrap(coins, mean)).toEqual(bootstrap(coins, mean));
    expect(bootstrap([1, 1, 1], mean)).toEqual({ value: 1, low: 1, high: 1 });
  });
});
