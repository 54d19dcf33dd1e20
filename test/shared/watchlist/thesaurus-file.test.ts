import { describe, expect, test } from "vitest";
import { loadWatchlist } from "../../../shared/watchlist/load-watchlist.ts";
import { formatProblem } from "../../../shared/watchlist/problem.ts";
import { watchFiles } from "../../support/watch-files.ts";

const SENSE = "water/river | ru: река поток | en: river stream";
const load = (text: string) => loadWatchlist(watchFiles({ "watch/thesaurus/sample.txt": text }));

describe("a thesaurus", () => {
  test("comes with the watchlist, a line for each sense", () => {
    expect(load(`${SENSE}\n`)).toMatchObject({ ok: true, watchlist: { thesaurus: SENSE } });
  });

  test.each([
    ["no class", "river | ru: река"],
    ["no words", "water/river"],
    ["an empty list", "water/river | ru: "],
    ["an unknown language", "water/river | de: Fluss"],
    ["nothing", ""],
  ])("a line with %s is told with its place and the form it must have", (_, line) => {
    const result = load(`${SENSE}\n${line}\n${SENSE}\n`);
    expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([
      expect.stringMatching(
        /^watch\/thesaurus\/sample\.txt:2:1: ".*" is no sense with its words; write class\/name \|/u,
      ),
    ]);
  });
});
