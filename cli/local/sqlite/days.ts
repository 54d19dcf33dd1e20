import type { PollTally } from "../../../shared/model.ts";
import { byFeed, byProblem } from "../../../shared/pipeline/order.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, countedProblemRecord, pollTallyRecord } from "../../../shared/pipeline/records.ts";
import type { Row, Statements } from "./statements.ts";

/** What is added up over a day: polls and problems. */
export function dayTables({
  run,
  all,
}: Statements): Pick<Store, "countPoll" | "pollsOfDay" | "countProblem" | "problemsOfDay"> {
  return {
    countPoll: async ({ day, feed, source, outcome, condition, newItems, reason }) => {
      const once = (name: string) => (outcome === name ? 1 : 0);
      run(
        `INSERT INTO polls VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (day, feed) DO UPDATE SET
           fetched = fetched + excluded.fetched, unchanged = unchanged + excluded.unchanged,
           failed = failed + excluded.failed, new_items = new_items + excluded.new_items,
           last = excluded.last, reason = excluded.reason`,
        day,
        feed,
        source,
        once("fetched"),
        once("unchanged"),
        once("failed"),
        newItems,
        condition,
        reason ?? null,
      );
    },
    pollsOfDay: async (day) =>
      all("SELECT *, new_items AS newItems FROM polls WHERE day = ?", day).map(tallyOf).toSorted(byFeed),
    countProblem: async (day, { source, stage, reason }) => {
      run(
        "INSERT INTO problems VALUES (?, ?, ?, ?, 1) ON CONFLICT (day, source, stage, reason) DO UPDATE SET times = times + 1",
        day,
        source,
        stage,
        reason,
      );
    },
    problemsOfDay: async (day) =>
      all("SELECT * FROM problems WHERE day = ?", day)
        .map((row) => checked(countedProblemRecord, row, `problem of ${day}`))
        .toSorted(byProblem),
  };
}

function tallyOf({ reason, ...row }: Row): PollTally {
  return checked(pollTallyRecord, reason === null ? row : { ...row, reason }, `polls of ${row.feed}`);
}
