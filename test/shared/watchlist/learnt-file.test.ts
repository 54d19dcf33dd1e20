import { describe, expect, test } from "vitest";
import { formatLearnt } from "../../../shared/watchlist/learnt-file.ts";
import { loadWatchlist } from "../../../shared/watchlist/load-watchlist.ts";
import { formatProblem } from "../../../shared/watchlist/problem.ts";
import { watchFiles } from "../../support/watch-files.ts";

const LEARNT = {
  themes: ["water"],
  positions: ["p1"],
  bias: [-3, -1, -2.5, 0, 0.1, 0, 0],
  weights: "@river 0 150\njointl 0 -40 1 120",
};
const TEXT = formatLearnt(LEARNT);
const load = (text: string, name = "sample") => loadWatchlist(watchFiles({ [`watch/learnt/${name}.txt`]: text }));
const problems = (...args: Parameters<typeof load>) => {
  const result = load(...args);
  return result.ok ? [] : result.problems.map(formatProblem);
};

describe("what was learnt for a dossier", () => {
  test("comes with it", () => {
    expect(load(TEXT)).toMatchObject({ ok: true, watchlist: { dossiers: [{ learnt: LEARNT }] } });
  });

  test("may be of positions only, or of such as the dossier no longer has", () => {
    expect(problems(formatLearnt({ ...LEARNT, themes: [], positions: ["gone"], bias: LEARNT.bias.slice(1) }))).toEqual(
      [],
    );
  });

  test.each([
    ["empty", "", "sample", 1],
    ["without its second line", TEXT.replace(/^positions.*\n/mu, ""), "sample", 2],
    ["of biases that are no numbers", TEXT.replace("-2.5", "many"), "sample", 3],
    ["of weights that are not in pairs", TEXT.replace("0 150", "0 150 1"), "sample", 4],
    ["of weights that are no numbers", TEXT.replace("120", "much"), "sample", 5],
  ])("is refused with its line and what to do where it is %s", (_, text, name, line) => {
    expect(problems(text, name)).toEqual([
      `watch/learnt/${name}.txt:${line}:1: not what calibrating writes; make it anew with "npm run calibrate", or remove it`,
    ]);
  });

  test("is refused where its sums are not those that calibrating writes", () => {
    expect(problems(formatLearnt({ ...LEARNT, bias: LEARNT.bias.slice(1) }))).toEqual([
      'watch/learnt/sample.txt:3:1: 6 sums where there are 7; make it anew with "npm run calibrate", or remove it',
    ]);
  });

  test("is refused where there is no such dossier", () => {
    expect(problems(TEXT, "other")).toEqual([expect.stringContaining('no dossier has the id "other"; make it anew')]);
  });
});
