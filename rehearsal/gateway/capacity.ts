import { z } from "zod";
import { type Answer, jsonOf, type Request } from "./call.ts";

/** Read or write request units that a table and its indexes took. */
export interface Capacity {
  readonly table: string;
  readonly kind: "read" | "write";
  readonly units: number;
}

const consumed = z.object({ TableName: z.string(), CapacityUnits: z.number() });
const consumption = z.union([z.array(consumed), consumed.transform((one) => [one])]).optional();

const READS = new Set(["BatchGetItem", "GetItem", "Query", "Scan", "TransactGetItems"]);
const WRITES = new Set(["BatchWriteItem", "DeleteItem", "PutItem", "TransactWriteItems", "UpdateItem"]);

/** The same request, asking how much it takes; undefined for operations that take nothing. */
export function askingForCapacity(request: Request, operation: string): Request | undefined {
  if (!READS.has(operation) && !WRITES.has(operation)) return undefined;
  const body = { ...jsonOf(request.body), ReturnConsumedCapacity: "INDEXES" };
  return { ...request, body: Buffer.from(JSON.stringify(body)) };
}

/**
 * What the request took, and the answer as it would have been unasked. A condition that does not hold costs a write of
 * at least one unit (Amazon DynamoDB Developer Guide, "Capacity unit consumption for write operations").
 */
export function takeCapacity(
  request: Request,
  operation: string,
  answer: Answer,
): { readonly answer: Answer; readonly capacities: readonly Capacity[] } {
  const kind = READS.has(operation) ? "read" : "write";
  const { ConsumedCapacity, ...rest } = jsonOf(answer.body);
  if (answer.status !== 200) {
    const { TableName } = jsonOf(request.body);
    const isRefusedCondition = String(rest.__type).includes("ConditionalCheckFailed");
    const capacities = isRefusedCondition ? [{ table: String(TableName), kind, units: 1 } as const] : [];
    return { answer, capacities };
  }
  const capacities = (consumption.parse(ConsumedCapacity) ?? []).map(
    ({ TableName, CapacityUnits }) => ({ table: TableName, kind, units: CapacityUnits }) as const,
  );
  // The checksum is of the body as it was; clients do without.
  const { "x-amz-crc32": _, ...headers } = answer.headers;
  return { answer: { ...answer, headers, body: Buffer.from(JSON.stringify(rest)) }, capacities };
}
