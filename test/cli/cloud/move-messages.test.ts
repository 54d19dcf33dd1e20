import { once } from "node:events";
import { createServer } from "node:http";
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moveMessages } from "../../../cli/cloud/move-messages.ts";
import { putBack, receiveSome } from "../../../cli/cloud/queue-messages.ts";
import { ACCOUNT, serveFauxqs } from "../../support/embedded-aws.ts";

const never = new AbortController().signal;
const silent = () => undefined;

describe("where the queue cannot move messages by itself", () => {
  let server: Awaited<ReturnType<typeof serveFauxqs>>;
  let sqs: SQSClient;
  let queues = 0;
  beforeAll(async () => {
    server = await serveFauxqs();
    sqs = new SQSClient({ ...ACCOUNT, endpoint: server.endpoint });
  });
  afterAll(async () => await server.close());

  const aQueue = async (count = 0) => {
    const name = `queue-${queues++}`;
    await sqs.send(new CreateQueueCommand({ QueueName: name }));
    const url = server.queueUrl(name);
    for (let i = 0; i < count; i++) {
      const MessageAttributes = { cause: { DataType: "String", StringValue: `${i}` } };
      await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: `{"item":"${i}"}`, MessageAttributes }));
    }
    return url;
  };
  /** All that wait or are hidden. */
  const held = async (QueueUrl: string) => {
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
    return Number(Attributes.ApproximateNumberOfMessages) + Number(Attributes.ApproximateNumberOfMessagesNotVisible);
  };

  test("every message arrives as it was, and none stays", async () => {
    const [from, to] = [await aQueue(23), await aQueue()];
    const told: number[] = [];
    expect(await moveMessages({ sqs, from, to, progress: (moved) => told.push(moved), signal: never })).toBe(23);
    expect(told).toEqual([10, 20, 23]);
    expect([await held(from), await held(to)]).toEqual([0, 23]);
    const [message] = await receiveSome(sqs, to);
    expect(message?.Body).toMatch(/^\{"item":"\d+"\}$/u);
    expect(message?.MessageAttributes?.cause?.StringValue).toMatch(/^\d+$/u);
  });

  test("cut short between two batches, no message is lost, and the next run moves the rest", async () => {
    const [from, to] = [await aQueue(15), await aQueue()];
    const controller = new AbortController();
    const move = { sqs, from, to, progress: () => controller.abort() };
    await expect(moveMessages({ ...move, signal: controller.signal })).rejects.toThrow();
    expect([await held(from), await held(to)]).toEqual([5, 10]);
    expect(await moveMessages({ ...move, progress: silent, signal: never })).toBe(5);
  });

  test("where they cannot be sent, they stay", async () => {
    const from = await aQueue(3);
    const move = { sqs, from, to: server.queueUrl("missing"), progress: silent, signal: never };
    await expect(moveMessages(move)).rejects.toThrow();
    expect(await held(from)).toBe(3);
  });

  test("without a queue to go to, they are dropped", async () => {
    const from = await aQueue(12);
    expect(await moveMessages({ sqs, from, progress: silent, signal: never })).toBe(12);
    expect(await held(from)).toBe(0);
  });

  test("what was only looked at can be received again at once", async () => {
    const url = await aQueue(3);
    const messages = await receiveSome(sqs, url);
    expect(await receiveSome(sqs, url)).toHaveLength(0);
    await putBack(sqs, url, messages);
    expect(await receiveSome(sqs, url)).toHaveLength(3);
    await sqs.send(new PurgeQueueCommand({ QueueUrl: url }));
  });
});

test("messages are asked for with all that is known of them, which SQS leaves out unasked", async () => {
  let asked = "";
  const server = createServer(async (request, response) => {
    for await (const chunk of request) asked += chunk;
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  await receiveSome(new SQSClient({ ...ACCOUNT, endpoint }), `${endpoint}/1/queue`);
  server.closeAllConnections();
  server.close();
  expect(JSON.parse(asked)).toMatchObject({ MessageAttributeNames: ["All"], MessageSystemAttributeNames: ["All"] });
});

describe("where the queue can", () => {
  /** A queue that says `states` of its move one after the other, and fails at anything else. */
  async function serveMoves(states: readonly object[]) {
    const asked: string[] = [];
    const answers: Readonly<Record<string, () => object>> = {
      GetQueueAttributes: () => ({ Attributes: { QueueArn: "arn:aws:sqs:eu-central-1:123456789012:queue" } }),
      StartMessageMoveTask: () => ({ TaskHandle: "handle" }),
      ListMessageMoveTasks: () => ({
        Results: [states[Math.min(asked.filter((name) => name === "ListMessageMoveTasks").length, states.length) - 1]],
      }),
      CancelMessageMoveTask: () => ({ ApproximateNumberOfMessagesMoved: 1 }),
    };
    const server = createServer((request, response) => {
      const name = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
      asked.push(name);
      const answer = answers[name];
      response.writeHead(answer ? 200 : 400, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify(answer?.() ?? { __type: "com.amazonaws.sqs#InvalidAction" }));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const endpoint = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const sqs = new SQSClient({ ...ACCOUNT, endpoint, maxAttempts: 1 });
    return { sqs, url: `${endpoint}/1/queue`, asked, [Symbol.dispose]: () => server.close() };
  }

  test("it is asked to, and waited for", async () => {
    using moves = await serveMoves([
      { Status: "RUNNING", ApproximateNumberOfMessagesMoved: 3 },
      { Status: "COMPLETED", ApproximateNumberOfMessagesMoved: 7 },
    ]);
    const { sqs, url, asked } = moves;
    expect(await moveMessages({ sqs, from: url, to: url, progress: silent, signal: never })).toBe(7);
    expect(asked.filter((name) => name.includes("Receive") || name.includes("Send"))).toEqual([]);
  });

  test("a move that fails says why", async () => {
    using moves = await serveMoves([{ Status: "FAILED", FailureReason: "CouldNotSend" }]);
    const { sqs, url } = moves;
    const move = { sqs, from: url, to: url, progress: silent, signal: never };
    await expect(moveMessages(move)).rejects.toThrow("FAILED CouldNotSend");
  });

  test("a move that is interrupted is cancelled", async () => {
    using moves = await serveMoves([{ Status: "RUNNING", TaskHandle: "handle" }]);
    const { sqs, url, asked } = moves;
    const signal = AbortSignal.abort();
    await expect(moveMessages({ sqs, from: url, to: url, progress: silent, signal })).rejects.toThrow();
    expect(asked.at(-1)).toBe("CancelMessageMoveTask");
  });
});
