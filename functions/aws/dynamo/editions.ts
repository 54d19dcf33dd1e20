import type { EditionRecord, Store } from "../../../shared/pipeline/ports.ts";
import { checked, editionRecord, runRecord } from "../../../shared/pipeline/records.ts";
import { KEYS, RANGES } from "./keys.ts";
import { beginningAt, type Row, type Table, wholeOf } from "./table.ts";

/** Runs, and the editions they published. Editions are kept for good: the pages they stand for are. */
export function editionRecords(
  table: Table,
): Pick<Store, "saveRun" | "runs" | "recordEdition" | "editions" | "edition"> {
  return {
    saveRun: async (report) => await table.put(KEYS.run(report.started), { ...report, ...table.expiring() }),
    runs: async (limit) => {
      const rows = await table.query({ ...wholeOf(KEYS.run("").pk, "descending"), limit });
      return rows.map((row) => checked(runRecord, row, `run ${row.sk}`));
    },
    recordEdition: async (record) => {
      const key = KEYS.edition(record.date, record.revision);
      if (record.revision > 0) return await table.putIfAbsent(key, record);
      await table.put(key, record);
      return true;
    },
    editions: async (limit) => {
      const newest: EditionRecord[] = [];
      for await (const row of table.rows(wholeOf(KEYS.edition("", 0).pk, "descending"))) {
        const edition = editionOf(row);
        if (edition.date === newest.at(-1)?.date) continue;
        newest.push(edition);
        if (newest.length === limit) break;
      }
      return newest;
    },
    edition: async (date) => {
      const [row] = await table.query({ ...beginningAt(RANGES.revisions(date)), order: "descending", limit: 1 });
      return row && editionOf(row);
    },
  };
}

function editionOf(row: Row): EditionRecord {
  return checked(editionRecord, row, `edition ${row.sk}`);
}
