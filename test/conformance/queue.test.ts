import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe } from "vitest";
import { simulatedClock, wallClock } from "../../cli/local/clocks.ts";
import { createWorkQueue } from "../../cli/local/work-queue.ts";
import { sqsQueue } from "../../functions/aws/sqs-queue.ts";
import { ACCOUNT, serveFauxqs } from "../support/embedded-aws.ts";
import { deleteBatch, receiveBatch } from "../support/sqs-messages.ts";
import { type Delivery, type Note, queueSuite } from "./queue-suite.ts";

describe.each([
  ["a simulated clock", () => simulatedClock("2026-02-10T12:00:00.000Z")],
  ["the wall clock", () => wallClock],
])("a queue in memory, by %s", (_, makeClock) => {
  queueSuite("one handler at a time", async () => {
    const timekeeper = makeClock();
    const deliveries: Delivery[] = [];
    const now = () => Date.parse(timekeeper.now());
    const work = createWorkQueue(timekeeper, {
      concurrency: 1,
      onError: (error) => {
        throw error;
      },
    });
    return {
      queue: work.queue(async (message: Note) => deliveries.push({ message, at: now() })),
      receive: async (count) => {
        await work.drain(new AbortController().signal);
        return deliveries.slice(0, count);
      },
      now,
      close: async () => undefined,
    };
  });
});

describe("a queue on SQS", () => {
  let server: Awaited<ReturnType<typeof serveFauxqs>>;
  let queues = 0;
  beforeAll(async () => {
    server = await serveFauxqs();
  });
  afterAll(async () => await server.close());

  queueSuite("as a function receives from it", async () => {
    const client = new SQSClient({ ...ACCOUNT, endpoint: server.endpoint });
    const name = `notes-${queues++}`;
    await client.send(new CreateQueueCommand({ QueueName: name }));
    const url = server.queueUrl(name);
    return {
      queue: sqsQueue<Note>({ client, url }),
      receive: async (count) => {
        const deliveries: Delivery[] = [];
        while (deliveries.length < count) {
          const messages = await receiveBatch(client, url, 5);
          const at = Date.now();
          deliveries.push(...messages.map(({ Body = "" }) => ({ message: JSON.parse(Body), at })));
          await deleteBatch(client, url, messages);
        }
        return deliveries;
      },
      now: Date.now,
      close: async () => client.destroy(),
    };
  });
});
