import type { Store } from "../../shared/pipeline/ports.ts";
import { articleRecords } from "./dynamo/articles.ts";
import { dayRecords } from "./dynamo/days.ts";
import { deliveryRecords } from "./dynamo/deliveries.ts";
import { editionRecords } from "./dynamo/editions.ts";
import { feedRecords } from "./dynamo/feeds.ts";
import { hostRecords } from "./dynamo/hosts.ts";
import { itemRecords } from "./dynamo/items.ts";
import { openTable, type TableOptions } from "./dynamo/table.ts";

/**
 * A store in one DynamoDB table (shared/cloud/table-layout.ts). Conditional writes and queries only: no transaction,
 * no scan. Everything but editions may be deleted `retentionDays` after it was written.
 */
export function dynamoStore(options: TableOptions): Store {
  const table = openTable(options);
  return {
    ...feedRecords(table),
    ...hostRecords(table),
    ...itemRecords(table),
    ...articleRecords(table),
    ...dayRecords(table),
    ...editionRecords(table),
    ...deliveryRecords(table),
  };
}
