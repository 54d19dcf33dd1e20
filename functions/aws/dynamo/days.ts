import { byFeed, byProblem } from "../../../shared/pipeline/order.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, countedProblemRecord, pollTallyRecord } from "../../../shared/pipeline/records.ts";
import { KEYS, RANGES } from "./keys.ts";
import { beginningAt, type Table } from "./table.ts";

/** What is added up over a day: polls and problems. */
export function dayRecords(table: Table): Pick<Store, "countPoll" | "pollsOfDay" | "countProblem" | "problemsOfDay"> {
  return {
    countPoll: async ({ day, feed, source, outcome, condition, newItems, reason }) => {
      const once = (name: string) => (outcome === name ? 1 : 0);
      const [set, remove] = reason === undefined ? ["", " REMOVE #reason"] : [", #reason = :reason", ""];
      await table.update(KEYS.poll(day, feed), {
        change: `SET #day = :day, #feed = :feed, #source = :source, #last = :condition, #expires = :expires${set}${remove}
          ADD #fetched :fetched, #unchanged :unchanged, #failed :failed, #newItems :newItems`,
        values: {
          day,
          feed,
          source,
          condition,
          fetched: once("fetched"),
          unchanged: once("unchanged"),
          failed: once("failed"),
          newItems,
          ...(reason === undefined ? {} : { reason }),
          ...table.expiring(),
        },
      });
    },
    pollsOfDay: async (day) => {
      const rows = await table.query(beginningAt(RANGES.polls(day)));
      return rows.map((row) => checked(pollTallyRecord, row, `${row.sk} of ${day}`)).toSorted(byFeed);
    },
    countProblem: async (day, { source, stage, reason }) => {
      await table.update(KEYS.problem(day, { source, stage, reason }), {
        change: "SET #source = :source, #stage = :stage, #reason = :reason, #expires = :expires ADD #times :one",
        values: { source, stage, reason, one: 1, ...table.expiring() },
      });
    },
    problemsOfDay: async (day) => {
      const rows = await table.query(beginningAt(RANGES.problems(day)));
      return rows.map((row) => checked(countedProblemRecord, row, `${row.sk} of ${day}`)).toSorted(byProblem);
    },
  };
}
