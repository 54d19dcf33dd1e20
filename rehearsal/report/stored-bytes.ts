import { type AttributeValue, paginateScan } from "@aws-sdk/client-dynamodb";
import { paginateListObjectsV2 } from "@aws-sdk/client-s3";
import type { Observer } from "../embedded/create-resources.ts";
import type { Table } from "../stack/stack.ts";

interface BucketSize {
  readonly objects: number;
  readonly bytes: number;
}

interface TablesSize {
  readonly items: number;
  readonly bytes: number;
}

/** Objects in a bucket, and their bytes. */
export async function bucketSize({ s3 }: Observer, bucket: string): Promise<BucketSize> {
  let [objects, bytes] = [0, 0];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    objects += Contents.length;
    for (const { Size = 0 } of Contents) bytes += Size;
  }
  return { objects, bytes };
}

/** Items in tables, and their bytes without indexes. */
export async function tablesSize({ dynamodb }: Observer, tables: readonly Table[]): Promise<TablesSize> {
  let [items, bytes] = [0, 0];
  for (const { name } of tables) {
    for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName: name })) {
      items += Items.length;
      for (const item of Items) bytes += fieldsBytes(item);
    }
  }
  return { items, bytes };
}

/** Of a list or map itself, and of each of its members. */
const CONTAINER_BYTES = 3;
const MEMBER_BYTES = 1;

/** As DynamoDB counts (Amazon DynamoDB Developer Guide, "Item sizes and formats"): names and values in UTF-8. */
function fieldsBytes(fields: Readonly<Record<string, AttributeValue>>): number {
  const entries = Object.entries(fields);
  return entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);
}

function valueBytes({ S, N, B, L, M, SS }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  if (B !== undefined) return B.length;
  if (N !== undefined) return Math.ceil(N.replace(/\D/gu, "").length / 2) + 1;
  if (SS !== undefined) return SS.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (L !== undefined) return L.reduce((sum, one) => sum + MEMBER_BYTES + valueBytes(one), CONTAINER_BYTES);
  if (M !== undefined) return CONTAINER_BYTES + Object.keys(M).length * MEMBER_BYTES + fieldsBytes(M);
  return 1;
}
