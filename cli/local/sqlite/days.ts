import type { PollTally, Stage } from "../../../shared/model.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import type { Row, Statements } from "../sqlite-store.ts";

/** What is added up over a day: polls and problems. */
export function dayTables({
  run,
  all,
}: Statements): Pick<Store, "countPoll" | "pollsOfDay" | "countProblem" | "problemsOfDay"> {
  return {
    countPoll: async ({ day, feed, source, outcome, newItems, reason }) => {
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
        outcome,
        reason ?? null,
      );
    },
    pollsOfDay: async (day) => all("SELECT * FROM polls WHERE day = ? ORDER BY feed", day).map(tallyOf),
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
      all("SELECT * FROM problems WHERE day = ? ORDER BY source, stage, reason", day).map((row) => ({
        source: String(row.source),
        stage: row.stage as Stage,
        reason: String(row.reason),
        times: Number(row.times),
      })),
  };
}

function tallyOf(row: Row): PollTally {
  return {
    day: String(row.day),
    feed: String(row.feed),
    source: String(row.source),
    fetched: Number(row.fetched),
    unchanged: Number(row.unchanged),
    failed: Number(row.failed),
    newItems: Number(row.new_items),
    last: row.last as PollTally["last"],
    ...(row.reason === null ? {} : { reason: String(row.reason) }),
  };
}
