import { ITEMS_BY_DAY, WAITING_ITEMS } from "../../../shared/cloud/table-layout.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, countedItemRecord, itemRecord, waitingItemRecord } from "../../../shared/pipeline/records.ts";
import { KEYS } from "./keys.ts";
import type { Row, Selection, Table } from "./table.ts";

/** Items and the end they come to. */
export function itemRecords(
  table: Table,
): Pick<Store, "rememberItem" | "item" | "postponeItem" | "settleItem" | "waitingItems" | "itemsOfDay"> {
  return {
    rememberItem: async (item) =>
      await table.putIfAbsent(KEYS.item(item.id), {
        ...item,
        ...(item.state === "waiting"
          ? { [WAITING_ITEMS.sortKey]: `${item.firstSeen}#${item.id}` }
          : { [ITEMS_BY_DAY.partitionKey]: item.day }),
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
    settleItem: async (id, { state, reason, fingerprint }) => {
      const [set, remove] = reason === undefined ? ["", ", #reason"] : [", #reason = :reason", ""];
      const print = fingerprint === undefined ? "" : ", #fingerprint = :fingerprint";
      const ended = await table.update(KEYS.item(id), {
        change: `SET #state = :state, #${ITEMS_BY_DAY.partitionKey} = #day${set}${print} REMOVE #${WAITING_ITEMS.sortKey}${remove}`,
        when: "#state = :waiting",
        values: {
          state,
          waiting: "waiting",
          ...(reason === undefined ? {} : { reason }),
          ...(fingerprint === undefined ? {} : { fingerprint }),
        },
      });
      return ended !== undefined;
    },
    waitingItems: async (before, limit) => {
      const rows = await table.query({ ...waitingBefore(before), limit });
      return rows.map((row) => checked(waitingItemRecord, row, `item ${row.id}`));
    },
    itemsOfDay: async (day) => {
      // Those that wait first: what ends between the two queries is then in both.
      const waiting = await table.query(waitingBefore(FOR_EVER));
      const ended = await table.query({
        index: ITEMS_BY_DAY.name,
        where: `#${ITEMS_BY_DAY.partitionKey} = :day`,
        values: { day },
      });
      const items = new Map<unknown, Row>();
      for (const row of waiting) if (row.day === day) items.set(row.id, { ...row, state: "waiting" });
      for (const row of ended) items.set(row.id, row);
      return [...items.values()]
        .map((row) => checked(countedItemRecord, row, `item ${row.id}`))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

/** Sorts after every instant. */
const FOR_EVER = "9999";

function waitingBefore(before: string): Selection {
  return {
    index: WAITING_ITEMS.name,
    where: `#${WAITING_ITEMS.partitionKey} = :items AND #${WAITING_ITEMS.sortKey} < :before`,
    values: { items: KEYS.item("").sk, before },
  };
}
