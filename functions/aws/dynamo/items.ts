import { ITEMS_BY_DAY, WAITING_ITEMS } from "../../../shared/cloud/table-layout.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, countedItemRecord, itemRecord, waitingItemRecord } from "../../../shared/pipeline/records.ts";
import { KEYS } from "./keys.ts";
import type { Table } from "./table.ts";

/** Items and the end they come to. */
export function itemRecords(
  table: Table,
): Pick<Store, "rememberItem" | "item" | "postponeItem" | "settleItem" | "waitingItems" | "itemsOfDay"> {
  return {
    rememberItem: async (item) =>
      await table.putIfAbsent(KEYS.item(item.id), {
        ...item,
        [ITEMS_BY_DAY.partitionKey]: item.day,
        ...(item.state === "waiting" ? { [WAITING_ITEMS.sortKey]: `${item.firstSeen}#${item.id}` } : {}),
        ...table.expiring(),
      }),
    item: async (id) => {
      const row = await table.get(KEYS.item(id));
      return row && checked(itemRecord, row, `item ${id}`);
    },
    postponeItem: async (id, reason) => {
      await table.update(KEYS.item(id), {
        change: "SET #reason = :reason ADD #attempts :one",
        when: "#state = :waiting",
        values: { reason, one: 1, waiting: "waiting" },
      });
    },
    settleItem: async (id, { state, reason }) => {
      const [set, remove] = reason === undefined ? ["", ", #reason"] : [", #reason = :reason", ""];
      const ended = await table.update(KEYS.item(id), {
        change: `SET #state = :state${set} REMOVE #${WAITING_ITEMS.sortKey}${remove}`,
        when: "#state = :waiting",
        values: { state, waiting: "waiting", ...(reason === undefined ? {} : { reason }) },
      });
      return ended !== undefined;
    },
    waitingItems: async (before, limit) => {
      const rows = await table.query({
        index: WAITING_ITEMS.name,
        where: `#${WAITING_ITEMS.partitionKey} = :items AND #${WAITING_ITEMS.sortKey} < :before`,
        values: { items: KEYS.item("").sk, before },
        limit,
      });
      return rows.map((row) => checked(waitingItemRecord, row, `item ${row.id}`));
    },
    itemsOfDay: async (day) => {
      const rows = await table.query({
        index: ITEMS_BY_DAY.name,
        where: `#${ITEMS_BY_DAY.partitionKey} = :day`,
        values: { day },
      });
      return rows.map((row) => checked(countedItemRecord, row, `item ${row.id}`));
    },
  };
}
