import { describe, expect, test } from "vitest";
import { loadWatchlist } from "../../../shared/watchlist/load-watchlist.ts";
import { formatProblem } from "../../../shared/watchlist/problem.ts";
import { watchFiles } from "../../support/watch-files.ts";

const LEARNT = { of: ["p1", "side"], bias: [-3, 0], traits: { "@river": [0, 1.5], jointl: [0, 0.4, 1, 1.2] } };
const load = (text: string, name = "sample") => loadWatchlist(watchFiles({ [`watch/learnt/${name}.json`]: text }));
const problems = (...args: Parameters<typeof load>) => {
  const result = load(...args);
  return result.ok ? [] : result.problems.map(formatProblem);
};

describe("what was learnt for a dossier", () => {
  test("comes with it", () => {
    expect(load(JSON.stringify(LEARNT))).toMatchObject({ ok: true, watchlist: { dossiers: [{ learnt: LEARNT }] } });
  });

  test("may be of positions that the dossier no longer has", () => {
    expect(problems(JSON.stringify({ ...LEARNT, of: ["gone", "side"] }))).toEqual([]);
  });

  test.each([
    [
      "cut short",
      '{"of": [',
      "sample",
      /^watch\/learnt\/sample\.json:1:1: not readable as JSON: .*; make it anew with/u,
    ],
    [
      "another thing",
      '{"of": ["p1"], "bias": 3, "traits": {}}',
      "sample",
      /not what calibrating writes: bias: .*; make it anew with/u,
    ],
    ...[null, { river: 1 }, { river: [1, "2"] }].map((traits): [string, string, string, RegExp] => [
      `of weights that are ${JSON.stringify(traits)}`,
      JSON.stringify({ ...LEARNT, traits }),
      "sample",
      /not what calibrating writes: traits: .*; make it anew with/u,
    ]),
    [
      "of a dossier that is not there",
      JSON.stringify(LEARNT),
      "other",
      /: no dossier has the id "other"; make it anew/u,
    ],
  ])("is refused with its name and what to do where it is %s", (_, text, name, told) => {
    expect(problems(text, name)).toEqual([expect.stringMatching(told)]);
  });
});
