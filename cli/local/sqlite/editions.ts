import type { Store } from "../../../shared/pipeline/ports.ts";
import { editionRecord, runRecord } from "../../../shared/pipeline/records.ts";
import { recordOf } from "./record.ts";
import type { Statements } from "./statements.ts";

/** Runs, and the editions they published. */
export function editionTables({
  run,
  one,
  all,
}: Statements): Pick<Store, "saveRun" | "runs" | "recordEdition" | "editions" | "edition"> {
  return {
    saveRun: async (report) => {
      run("INSERT OR REPLACE INTO runs VALUES (?, ?)", report.started, JSON.stringify(report));
    },
    runs: async (limit) =>
      all("SELECT record FROM runs ORDER BY started DESC LIMIT ?", limit).map((row) =>
        recordOf(runRecord, row, "of a run"),
      ),
    recordEdition: async (record) => {
      const verb = record.revision === 0 ? "REPLACE" : "IGNORE";
      return (
        run(`INSERT OR ${verb} INTO editions VALUES (?, ?, ?)`, record.date, record.revision, JSON.stringify(record)) >
        0
      );
    },
    editions: async (limit) =>
      all("SELECT record, max(revision) FROM editions GROUP BY date ORDER BY date DESC LIMIT ?", limit).map((row) =>
        recordOf(editionRecord, row, "of an edition"),
      ),
    edition: async (date) => {
      const row = one("SELECT record FROM editions WHERE date = ? ORDER BY revision DESC LIMIT 1", date);
      return row && recordOf(editionRecord, row, `edition ${date}`);
    },
  };
}
