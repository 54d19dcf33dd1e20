import { expect, test } from "vitest";
import { parseWorkload } from "../../../../cli/cloud/cost/parse-workload.ts";
import { workloadOf } from "../../../../cli/cloud/cost/workload.ts";
import { loadWatchlist } from "../../../../shared/watchlist/load-watchlist.ts";
import { watchFiles } from "../../../support/watch-files.ts";

test("a workload is the watchlist's, but for what is typed", () => {
  const result = loadWatchlist(watchFiles());
  if (!result.ok) throw new Error("the builder's watchlist has problems");
  const own = workloadOf(result.watchlist);
  expect(own).toMatchObject({ feeds: 2, pollEveryMs: 900_000, articlesPerDay: 150, retentionDays: 400 });
  expect(own.pollsPerDay).toBe(2 * (12 + 1)); // 75 articles a day and feed let it wait for eight times 15 min
  const typed = parseWorkload({ sources: "40", articles: "3,000", every: "1 h" });
  expect(workloadOf(result.watchlist, typed)).toMatchObject({
    feeds: 40,
    pollEveryMs: 3_600_000,
    articlesPerDay: 3_000,
    pollsPerDay: 40 * (24 / 2.25 + 1),
  });
  expect(workloadOf(result.watchlist, { feeds: 1, articlesPerDay: 2_000 }).pollsPerDay).toBe(96 + 1);
});

test.each([
  [{ sources: "many" }, "--sources many: write a whole number such as 40"],
  [{ articles: "-1" }, "--articles -1: write a whole number such as 40"],
  [{ every: "often" }, '--every often: write a number and a unit, as in monitor.yaml: "15 min" or "1 h"'],
  [{ every: "0 min" }, "--every 0 min: write a number and a unit"],
  [{ every: "3 weeks" }, "--every 3 weeks: write a number and a unit"],
])("%j is a mistake", (typed, told) => expect(() => parseWorkload(typed)).toThrow(told));
