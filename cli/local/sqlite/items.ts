import type { Item } from "../../../shared/model.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, countedItemRecord, itemRecord, waitingItemRecord } from "../../../shared/pipeline/records.ts";
import type { Row, Statements } from "./statements.ts";

/** Items and the end they come to. */
export function itemTables({
  run,
  one,
  all,
}: Statements): Pick<Store, "rememberItem" | "item" | "postponeItem" | "settleItem" | "waitingItems" | "itemsOfDay"> {
  return {
    rememberItem: async (item) =>
      run(
        "INSERT OR IGNORE INTO items VALUES (?, ?, ?, ?, ?, ?, ?)",
        item.id,
        item.day,
        item.firstSeen,
        item.state,
        item.reason ?? null,
        item.attempts,
        JSON.stringify(item),
      ) > 0,
    item: async (id) => {
      const row = one("SELECT id, state, reason, attempts, record FROM items WHERE id = ?", id);
      return row && itemOf(row);
    },
    postponeItem: async (id, reason) => {
      run("UPDATE items SET attempts = attempts + 1, reason = ? WHERE id = ? AND state = 'waiting'", reason, id);
    },
    settleItem: async (id, { state, reason, ...rest }) =>
      run(
        "UPDATE items SET state = ?, reason = ?, record = json_patch(record, ?) WHERE id = ? AND state = 'waiting'",
        state,
        reason ?? null,
        JSON.stringify(rest),
        id,
      ) > 0,
    waitingItems: async (before, limit) =>
      all(
        `SELECT id, record ->> 'url' AS url FROM items
           WHERE state = 'waiting' AND first_seen < ? ORDER BY first_seen, id LIMIT ?`,
        before,
        limit,
      ).map((row) => checked(waitingItemRecord, row, `item ${row.id}`)),
    itemsOfDay: async (day) =>
      all("SELECT id, record ->> 'source' AS source, state FROM items WHERE day = ? ORDER BY id", day).map((row) =>
        checked(countedItemRecord, row, `item ${row.id}`),
      ),
  };
}

/** The item as first remembered, with what has become of it since. */
function itemOf(row: Row): Item {
  const { reason: _, ...first } = JSON.parse(String(row.record));
  const since = { state: row.state, attempts: row.attempts, ...(row.reason === null ? {} : { reason: row.reason }) };
  return checked(itemRecord, { ...first, ...since }, `item ${row.id}`);
}
