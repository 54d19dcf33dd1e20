import { byRevisionAndChannel } from "../../../shared/pipeline/order.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, deliveryMarkRecord } from "../../../shared/pipeline/records.ts";
import type { Statements } from "./statements.ts";

/** Which channels have had which editions. */
export function deliveryTables({ run, all }: Statements): Pick<Store, "markDelivered" | "deliveriesOf"> {
  return {
    markDelivered: async ({ date, revision, channel, balance }) => {
      run("INSERT OR REPLACE INTO deliveries VALUES (?, ?, ?, ?)", date, revision, channel, balance);
    },
    deliveriesOf: async (date) =>
      all("SELECT * FROM deliveries WHERE date = ?", date)
        .map((row) => checked(deliveryMarkRecord, row, `delivery of ${date}`))
        .toSorted(byRevisionAndChannel),
  };
}
