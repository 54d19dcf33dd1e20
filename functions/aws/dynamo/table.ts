import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { TABLE } from "../../../shared/cloud/table-layout.ts";
import type { Clock } from "../../../shared/pipeline/ports.ts";
import { DAY, SECOND } from "../../../shared/time.ts";
import type { Key } from "./keys.ts";

/** What DynamoDB answers: unknown until it passes the form of its record. */
export type Row = Readonly<Record<string, unknown>>;

/** In expressions, `#name` stands for the attribute of that name and `:name` for that one of the values. */
type Values = Readonly<Record<string, string | number>>;

export interface Change {
  /** An update expression. */
  readonly change: string;
  /** Condition expression: where it does not hold, nothing is changed. */
  readonly when?: string;
  readonly values: Values;
}

export interface Selection {
  /** Key condition expression. */
  readonly where: string;
  readonly values: Values;
  /** The table itself where none is named. */
  readonly index?: string;
  /** Whether every write before it is seen, which costs twice as much; an index never promises that. */
  readonly mayLag?: boolean;
  readonly order?: "ascending" | "descending";
  readonly limit?: number;
}

/** All records whose keys begin so. */
export function beginningAt({ pk, sk }: Key): Selection {
  return { where: "#pk = :pk AND begins_with(#sk, :sk)", values: { pk, sk } };
}

/** A whole partition. */
export function wholeOf(pk: string, order: NonNullable<Selection["order"]>): Selection {
  return { where: "#pk = :pk", values: { pk }, order };
}

/** One DynamoDB table, by the few operations that the store needs. Reads by key see every write before them. */
export interface Table {
  /** The attribute that lets what is written now be deleted when its time is over. */
  expiring(): Readonly<Record<typeof TABLE.expires, number>>;
  get(key: Key): Promise<Row | undefined>;
  put(key: Key, record: object): Promise<void>;
  /** False, changing nothing, where something stands under the key. */
  putIfAbsent(key: Key, record: object): Promise<boolean>;
  /** The changed attributes as they are now, or undefined where the condition did not hold. */
  update(key: Key, change: Change): Promise<Row | undefined>;
  /** Rows page by page, no further than they are asked for. */
  rows(selection: Selection): AsyncGenerator<Row>;
  /** All rows, or the first `limit`. */
  query(selection: Selection): Promise<Row[]>;
}

export interface TableOptions {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly clock: Clock;
  /** How long what is written is kept, in days. */
  readonly retentionDays: number;
}

export function openTable({ client, table, clock, retentionDays }: TableOptions): Table {
  async function* rows({ where, values, index, mayLag = false, order, limit }: Selection): AsyncGenerator<Row> {
    let start: Row | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: where,
          ...placeholders(where, values),
          ...(index === undefined ? { ConsistentRead: !mayLag } : { IndexName: index }),
          ...(limit === undefined ? {} : { Limit: limit }),
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
          ScanIndexForward: order !== "descending",
        }),
      );
      yield* page.Items ?? [];
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }

  return {
    expiring: () => ({ [TABLE.expires]: Math.floor((Date.parse(clock()) + retentionDays * DAY) / SECOND) }),
    get: async (key) => (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item,
    put: async (key, record) => {
      await client.send(new PutCommand({ TableName: table, Item: { ...record, ...key } }));
    },
    putIfAbsent: async (key, record) => {
      const condition = { ConditionExpression: "attribute_not_exists(pk)" };
      const put = new PutCommand({ TableName: table, Item: { ...record, ...key }, ...condition });
      return (await unlessRefused(client.send(put))) !== undefined;
    },
    update: async (key, { change, when, values }) => {
      const update = new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: change,
        ...(when === undefined ? {} : { ConditionExpression: when }),
        ...placeholders(`${change} ${when ?? ""}`, values),
        ReturnValues: "UPDATED_NEW",
      });
      const answer = await unlessRefused(client.send(update));
      return answer && (answer.Attributes ?? {});
    },
    rows,
    query: async (selection) => {
      const found: Row[] = [];
      for await (const row of rows(selection)) {
        found.push(row);
        if (found.length === selection.limit) break;
      }
      return found;
    },
  };
}

/** What an expression's placeholders stand for. Names are always placeholders: DynamoDB reserves 573 words. */
function placeholders(expression: string, values: Values) {
  const names = [...expression.matchAll(/#(\w+)/gu)].map(([placeholder, name]) => [placeholder, name]);
  return {
    ...(names.length === 0 ? {} : { ExpressionAttributeNames: Object.fromEntries(names) }),
    ExpressionAttributeValues: Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
  };
}

/** The answer, or undefined where the condition did not hold. */
async function unlessRefused<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === "ConditionalCheckFailedException") return undefined;
    throw error;
  }
}
