import { byRevisionAndChannel } from "../../../shared/pipeline/order.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, deliveryMarkRecord } from "../../../shared/pipeline/records.ts";
import { KEYS, RANGES } from "./keys.ts";
import { beginningAt, type Table } from "./table.ts";

/** Which channels have had which editions. */
export function deliveryRecords(table: Table): Pick<Store, "markDelivered" | "deliveriesOf"> {
  return {
    markDelivered: async (mark) =>
      await table.put(KEYS.delivery(mark.date, mark.revision, mark.channel), { ...mark, ...table.expiring() }),
    deliveriesOf: async (date) => {
      const rows = await table.query(beginningAt(RANGES.deliveries(date)));
      return rows.map((row) => checked(deliveryMarkRecord, row, `${row.sk} of ${date}`)).toSorted(byRevisionAndChannel);
    },
  };
}
