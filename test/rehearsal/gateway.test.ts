import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import {
  BatchWriteItemCommand,
  DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  DeleteMessageBatchCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Answer, Request } from "../../rehearsal/gateway/call.ts";
import { type DoneCall, type Gateway, serveGateway } from "../../rehearsal/gateway/serve-gateway.ts";
import type { Access } from "../../rehearsal/iam/judge.ts";
import { simulatedClock } from "../../rehearsal/time/simulated-clock.ts";

const TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/Things";
const QUEUE = "arn:aws:sqs:eu-central-1:000000000000:work";
const QueueUrl = "http://127.0.0.1:1/000000000000/work";
const Key = { pk: { S: "a" } };

let gateway: Gateway;
let done: DoneCall[];
let forwarded: Request[];
let answer: Answer;
/** Whether an access is allowed. */
let isAllowed: (access: Access) => boolean;

beforeEach(async () => {
  [done, forwarded] = [[], []];
  answer = { status: 200, headers: {}, body: Buffer.from("{}") };
  isAllowed = () => true;
  const upstream = {
    send: async (request: Request) => {
      forwarded.push(request);
      return answer;
    },
    close: async () => undefined,
  };
  gateway = await serveGateway({
    clock: simulatedClock(Date.parse("2026-02-10T00:00:00Z")),
    place: { account: "000000000000", region: "eu-central-1" },
    upstreams: { dynamodb: upstream, s3: upstream, sqs: upstream },
    caller: (key) =>
      key === "worker" ? { name: "Worker", principal: { kind: "role", role: "r", session: "s" } } : undefined,
    judge: async (_, access) =>
      isAllowed(access) ? { isAllowed: true } : { isAllowed: false, reason: `no ${access.action}` },
    onCall: async (call) => void done.push(call),
  });
});
afterEach(async () => await gateway.close());

function clients(accessKeyId = "worker") {
  const account = { region: "eu-central-1", credentials: { accessKeyId, secretAccessKey: "x" }, maxAttempts: 1 };
  return {
    dynamodb: new DynamoDBClient({ ...account, endpoint: gateway.endpoint }),
    s3: new S3Client({ ...account, endpoint: gateway.endpoint, forcePathStyle: true }),
    sqs: new SQSClient({ ...account, endpoint: gateway.endpoint, md5: false }),
  };
}
type Clients = ReturnType<typeof clients>;
type Ask = (clients: Clients) => Promise<unknown>;

describe("what the SDK sends is read as IAM sees it", () => {
  const TableName = "Things";
  const put = { Item: Key, TableName };
  test.each<[string, Ask, readonly Access[]]>([
    [
      "GetItem",
      ({ dynamodb }) => dynamodb.send(new GetItemCommand({ TableName, Key })),
      [{ action: "dynamodb:GetItem", resource: TABLE }],
    ],
    [
      "PutItem",
      ({ dynamodb }) => dynamodb.send(new PutItemCommand(put)),
      [{ action: "dynamodb:PutItem", resource: TABLE }],
    ],
    [
      "UpdateItem",
      ({ dynamodb }) => dynamodb.send(new UpdateItemCommand({ TableName, Key })),
      [{ action: "dynamodb:UpdateItem", resource: TABLE }],
    ],
    [
      "Query of a table",
      ({ dynamodb }) => dynamodb.send(new QueryCommand({ TableName })),
      [{ action: "dynamodb:Query", resource: TABLE }],
    ],
    [
      "Query of an index",
      ({ dynamodb }) => dynamodb.send(new QueryCommand({ TableName, IndexName: "by-day" })),
      [{ action: "dynamodb:Query", resource: `${TABLE}/index/by-day` }],
    ],
    [
      "Scan",
      ({ dynamodb }) => dynamodb.send(new ScanCommand({ TableName })),
      [{ action: "dynamodb:Scan", resource: TABLE }],
    ],
    [
      "a batch over two tables",
      ({ dynamodb }) => dynamodb.send(new BatchWriteItemCommand({ RequestItems: { Things: [], Others: [] } })),
      [
        { action: "dynamodb:BatchWriteItem", resource: TABLE },
        { action: "dynamodb:BatchWriteItem", resource: TABLE.replace("Things", "Others") },
      ],
    ],
    [
      "a transaction",
      ({ dynamodb }) =>
        dynamodb.send(
          new TransactWriteItemsCommand({
            TransactItems: [{ Put: put }, { ConditionCheck: { TableName, Key, ConditionExpression: "x" } }],
          }),
        ),
      [
        { action: "dynamodb:PutItem", resource: TABLE },
        { action: "dynamodb:ConditionCheckItem", resource: TABLE },
      ],
    ],
    [
      "SendMessage",
      ({ sqs }) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "x" })),
      [{ action: "sqs:SendMessage", resource: QUEUE }],
    ],
    [
      "SendMessageBatch",
      ({ sqs }) => sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: "1", MessageBody: "x" }] })),
      [{ action: "sqs:SendMessage", resource: QUEUE }],
    ],
    [
      "ReceiveMessage",
      ({ sqs }) => sqs.send(new ReceiveMessageCommand({ QueueUrl })),
      [{ action: "sqs:ReceiveMessage", resource: QUEUE }],
    ],
    [
      "DeleteMessageBatch",
      ({ sqs }) => sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: [{ Id: "1", ReceiptHandle: "x" }] })),
      [{ action: "sqs:DeleteMessage", resource: QUEUE }],
    ],
    [
      "GetQueueUrl",
      ({ sqs }) => sqs.send(new GetQueueUrlCommand({ QueueName: "work" })),
      [{ action: "sqs:GetQueueUrl", resource: QUEUE }],
    ],
    [
      "PutObject",
      ({ s3 }) => s3.send(new PutObjectCommand({ Bucket: "pages", Key: "2026-02-10/дни.html", Body: "x" })),
      [{ action: "s3:PutObject", resource: "arn:aws:s3:::pages/2026-02-10/дни.html" }],
    ],
    [
      "GetObject",
      ({ s3 }) => s3.send(new GetObjectCommand({ Bucket: "pages", Key: "a b+c.txt" })),
      [{ action: "s3:GetObject", resource: "arn:aws:s3:::pages/a b+c.txt" }],
    ],
    [
      "HeadObject",
      ({ s3 }) => s3.send(new HeadObjectCommand({ Bucket: "pages", Key: "a" })),
      [{ action: "s3:GetObject", resource: "arn:aws:s3:::pages/a" }],
    ],
    [
      "DeleteObject",
      ({ s3 }) => s3.send(new DeleteObjectCommand({ Bucket: "pages", Key: "a" })),
      [{ action: "s3:DeleteObject", resource: "arn:aws:s3:::pages/a" }],
    ],
    [
      "ListObjectsV2",
      ({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket: "pages", Prefix: "watch/" })),
      [{ action: "s3:ListBucket", resource: "arn:aws:s3:::pages", context: { "s3:prefix": "watch/" } }],
    ],
  ])("%s", async (_, ask, expected) => {
    // The answers are no service's: what the SDK makes of them is not looked at here.
    await ask(clients()).catch(() => undefined);
    expect(done).toHaveLength(1);
    expect(done[0]).toMatchObject({ caller: "Worker", call: { accesses: expected } });
    expect(done[0]?.denied).toBeUndefined();
    expect(forwarded).toHaveLength(1);
  });
});

describe("what is not allowed is refused as the service itself would, and goes no further", () => {
  test.each<[string, Ask, string]>([
    [
      "DynamoDB",
      ({ dynamodb }) => dynamodb.send(new GetItemCommand({ TableName: "Things", Key })),
      "AccessDeniedException",
    ],
    ["SQS", ({ sqs }) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "x" })), "AccessDenied"],
    ["S3", ({ s3 }) => s3.send(new PutObjectCommand({ Bucket: "pages", Key: "a", Body: "x" })), "AccessDenied"],
  ])("%s", async (_, ask, name) => {
    isAllowed = () => false;
    await expect(ask(clients())).rejects.toMatchObject({ name, message: expect.stringMatching(/^User: no \w+:\w+$/u) });
    expect(forwarded).toEqual([]);
    expect(done[0]?.denied).toMatch(/^no /u);
  });

  test("one part of a transaction is enough", async () => {
    isAllowed = ({ action }) => action !== "dynamodb:DeleteItem";
    const TransactItems = [{ Put: { TableName: "Things", Item: Key } }, { Delete: { TableName: "Things", Key } }];
    const asked = clients().dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
    await expect(asked).rejects.toThrow(DynamoDBServiceException);
    expect(done[0]?.denied).toBe("no dynamodb:DeleteItem");
  });

  test.each<[string, Ask, string]>([
    [
      "dynamodb: UpdateTimeToLive",
      ({ dynamodb }) =>
        dynamodb.send(
          new UpdateTimeToLiveCommand({
            TableName: "Things",
            TimeToLiveSpecification: { Enabled: true, AttributeName: "expires" },
          }),
        ),
      "Worker: dynamodb: UpdateTimeToLive is not known to the rehearsal",
    ],
    [
      "s3: PutBucketPolicy",
      ({ s3 }) => s3.send(new PutBucketPolicyCommand({ Bucket: "pages", Policy: "{}" })),
      "Worker: s3: PUT bucket?policy is not known to the rehearsal",
    ],
  ])("so is what the rehearsal cannot judge: %s", async (_, ask, told) => {
    await expect(ask(clients())).rejects.toThrow();
    expect(done[0]?.denied).toBe(told);
    expect(forwarded).toEqual([]);
  });

  test("so is a service that is not rehearsed", async () => {
    const account = { region: "eu-central-1", credentials: { accessKeyId: "worker", secretAccessKey: "x" } };
    const client = new CloudFormationClient({ ...account, endpoint: gateway.endpoint, maxAttempts: 1 });
    await expect(client.send(new DescribeStacksCommand())).rejects.toThrow();
    expect(done[0]?.denied).toBe("Worker: cloudformation is not known to the rehearsal");
  });

  test("nobody unknown is answered", async () => {
    const asked = clients("stranger").dynamodb.send(new GetItemCommand({ TableName: "Things", Key }));
    await expect(asked).rejects.toThrow();
    expect([done, forwarded]).toEqual([[], []]);
  });
});

describe("an object that is not there", () => {
  const get: Ask = ({ s3 }) => s3.send(new GetObjectCommand({ Bucket: "pages", Key: "none" }));
  beforeEach(() => {
    const body = "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>";
    answer = { status: 404, headers: { "content-type": "application/xml" }, body: Buffer.from(body) };
  });

  test("is told to who may list the bucket", async () => {
    await expect(get(clients())).rejects.toMatchObject({ name: "NoSuchKey" });
    expect(done[0]?.denied).toBeUndefined();
  });

  test("is access denied to everybody else", async () => {
    isAllowed = ({ action }) => action !== "s3:ListBucket";
    await expect(get(clients())).rejects.toMatchObject({ name: "AccessDenied" });
    expect(done[0]?.denied).toBe("no s3:ListBucket, so it is not told that there is no such object");
  });
});

describe("capacity is asked for and kept, unseen by the caller", () => {
  test.each<[string, Ask, object, unknown]>([
    [
      "of a read",
      ({ dynamodb }) => dynamodb.send(new GetItemCommand({ TableName: "Things", Key })),
      { Item: Key, ConsumedCapacity: { TableName: "Things", CapacityUnits: 0.5 } },
      [{ table: "Things", kind: "read", units: 0.5 }],
    ],
    [
      "of a write, its indexes included",
      ({ dynamodb }) => dynamodb.send(new PutItemCommand({ TableName: "Things", Item: Key })),
      { ConsumedCapacity: { TableName: "Things", CapacityUnits: 5, Table: { CapacityUnits: 3 } } },
      [{ table: "Things", kind: "write", units: 5 }],
    ],
  ])("%s", async (_, ask, body, expected) => {
    answer = { status: 200, headers: {}, body: Buffer.from(JSON.stringify(body)) };
    expect(await ask(clients())).not.toHaveProperty("ConsumedCapacity");
    expect(done[0]?.capacities).toEqual(expected);
    expect(JSON.parse(String(forwarded[0]?.body))).toMatchObject({ ReturnConsumedCapacity: "INDEXES" });
  });

  test("a condition that does not hold costs a write", async () => {
    const body = { __type: "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", message: "no" };
    answer = { status: 400, headers: {}, body: Buffer.from(JSON.stringify(body)) };
    const put = new PutItemCommand({ TableName: "Things", Item: Key, ConditionExpression: "attribute_not_exists(pk)" });
    await expect(clients().dynamodb.send(put)).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
    expect(done[0]?.capacities).toEqual([{ table: "Things", kind: "write", units: 1 }]);
  });
});
