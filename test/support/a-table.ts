import { setTimeout } from "node:timers/promises";
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { TABLE } from "../../shared/cloud/table-layout.ts";
import { ACCOUNT } from "./embedded-aws.ts";

/** A client for an embedded DynamoDB. `pageSize` makes every query come in pages of so many rows. */
export function dynamoClient(endpoint: string, pageSize?: number): DynamoDBDocumentClient {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...ACCOUNT, endpoint }));
  if (pageSize !== undefined) {
    client.middlewareStack.add(
      (next) => async (args) => {
        const { input } = args;
        const isQuery = "KeyConditionExpression" in input;
        return await next(isQuery ? { ...args, input: { ...input, Limit: pageSize } } : args);
      },
      { step: "initialize" },
    );
  }
  return client;
}

/** Creates the table as the stack does, and waits until it can be used. */
export async function createTable(client: DynamoDBDocumentClient, name: string): Promise<void> {
  const { partitionKey, sortKey, indexes } = TABLE;
  const keys = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])];
  const schemaOf = (layout: { readonly partitionKey: string; readonly sortKey: string }) => [
    { AttributeName: layout.partitionKey, KeyType: "HASH" as const },
    { AttributeName: layout.sortKey, KeyType: "RANGE" as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [...new Set(keys)].map((key) => ({ AttributeName: key, AttributeType: "S" as const })),
      KeySchema: schemaOf(TABLE),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: schemaOf(index),
        Projection: { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...index.carries] },
      })),
    }),
  );
  const isActive = async () =>
    (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.TableStatus === "ACTIVE";
  while (!(await isActive())) await setTimeout(1);
}
