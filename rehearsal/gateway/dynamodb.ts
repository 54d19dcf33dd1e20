import { z } from "zod";
import type { Access } from "../iam/judge.ts";
import { jsonOf, type Protocol, targetOf, UnknownCall } from "./call.ts";

const named = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const transaction = z.object({
  TransactItems: z.array(z.record(z.string(), z.looseObject({ TableName: z.string() }))),
});

/** In which part of a request its tables are named, with the actions it takes on each (Service Authorization Reference). */
type Reading = (body: unknown) => readonly { readonly table: string; readonly action: string }[];

const one = (action: string): Reading => {
  return (body) => {
    const { TableName, IndexName } = named.parse(body);
    return [{ table: IndexName === undefined ? TableName : `${TableName}/index/${IndexName}`, action }];
  };
};
const many = (action: string): Reading => {
  return (body) => Object.keys(batch.parse(body).RequestItems).map((table) => ({ table, action }));
};
const transacted: Reading = (body) =>
  transaction.parse(body).TransactItems.flatMap((item) =>
    Object.entries(item).map(([operation, { TableName }]) => ({
      table: TableName,
      action: TRANSACTED[operation] ?? operation,
    })),
  );
const TRANSACTED: Readonly<Record<string, string>> = {
  ConditionCheck: "ConditionCheckItem",
  Delete: "DeleteItem",
  Get: "GetItem",
  Put: "PutItem",
  Update: "UpdateItem",
};

const OPERATIONS: Readonly<Record<string, Reading>> = {
  BatchGetItem: many("BatchGetItem"),
  BatchWriteItem: many("BatchWriteItem"),
  DeleteItem: one("DeleteItem"),
  DescribeTable: one("DescribeTable"),
  DescribeTimeToLive: one("DescribeTimeToLive"),
  GetItem: one("GetItem"),
  PutItem: one("PutItem"),
  Query: one("Query"),
  Scan: one("Scan"),
  TransactGetItems: transacted,
  TransactWriteItems: transacted,
  UpdateItem: one("UpdateItem"),
};

/** DynamoDB's JSON protocol. */
export const dynamodb: Protocol = {
  read: (request, { account, region }) => {
    const operation = targetOf(request);
    const reading = OPERATIONS[operation];
    if (reading === undefined) throw new UnknownCall(`dynamodb: ${operation} is not known to the rehearsal`);
    const accesses = reading(jsonOf(request.body)).map(
      ({ table, action }): Access => ({
        action: `dynamodb:${action}`,
        resource: `arn:aws:dynamodb:${region}:${account}:table/${table}`,
      }),
    );
    return { service: "dynamodb", operation, accesses };
  },
  refuse: (message) => ({
    status: 400,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: Buffer.from(JSON.stringify({ __type: "com.amazon.coral.service#AccessDeniedException", Message: message })),
  }),
};
