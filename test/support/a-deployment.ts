import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse } from "aws-lambda";
import { dynamoStore } from "../../functions/aws/dynamo-store.ts";
import { s3Objects } from "../../functions/aws/s3-objects.ts";
import { sqsQueue } from "../../functions/aws/sqs-queue.ts";
import { runningWatchlist } from "../../functions/running-watchlist.ts";
import { WATCHLIST_PLACES } from "../../shared/cloud/watchlist-places.ts";
import type { Watchlist } from "../../shared/model.ts";
import type { Clock, Log, PollMessage, Queue, ReadMessage } from "../../shared/pipeline/ports.ts";
import { createTable, dynamoClient } from "./a-table.ts";
import { ACCOUNT, serveDynalite, serveFauxqs } from "./embedded-aws.ts";
import { deleteBatch, receiveBatch } from "./sqs-messages.ts";

export const NAMES = { table: "mizan", watchlist: "mizan-watchlist", site: "mizan-site" } as const;

export type Deployment = Awaited<ReturnType<typeof deploy>>;

/** Table, buckets and queues on embedded servers, and the ports over them that handlers are made with. */
export async function deploy(clock: Clock) {
  const [dynamodb, fauxqs] = await Promise.all([serveDynalite(), serveFauxqs()]);
  const dynamo = dynamoClient(dynamodb.endpoint);
  const s3 = new S3Client({ ...ACCOUNT, endpoint: fauxqs.endpoint, forcePathStyle: true });
  const sqs = new SQSClient({ ...ACCOUNT, endpoint: fauxqs.endpoint });
  await createTable(dynamo, NAMES.table);
  for (const Bucket of [NAMES.watchlist, NAMES.site]) await s3.send(new CreateBucketCommand({ Bucket }));
  for (const QueueName of ["polls", "articles"]) await sqs.send(new CreateQueueCommand({ QueueName }));

  const delaysMs: number[] = [];
  /** The clock of a test jumps, that of SQS does not: delays are noted, and messages come at once. */
  const undelayed = <Message>(queue: Queue<Message>): Queue<Message> => ({
    send: async (messages) => {
      delaysMs.push(...messages.map(({ delayMs = 0 }) => delayMs));
      await queue.send(messages.map(({ message }) => ({ message })));
    },
  });
  const events: string[] = [];
  const log: Log = { info: (event) => events.push(event), warn: (event) => events.push(event) };
  const active = s3Objects({ client: s3, bucket: NAMES.watchlist, prefix: WATCHLIST_PLACES.active });

  return {
    clock,
    log,
    /** What was logged, in order. */
    events,
    delaysMs,
    endpoints: { dynamodb: dynamodb.endpoint, s3: fauxqs.endpoint, sqs: fauxqs.endpoint },
    queueUrl: (name: "polls" | "articles") => fauxqs.queueUrl(name),
    uploads: s3Objects({ client: s3, bucket: NAMES.watchlist }),
    active,
    site: s3Objects({ client: s3, bucket: NAMES.site }),
    polls: undelayed(sqsQueue<PollMessage>({ client: sqs, url: fauxqs.queueUrl("polls") })),
    articles: undelayed(sqsQueue<ReadMessage>({ client: sqs, url: fauxqs.queueUrl("articles") })),
    running: runningWatchlist(active, clock),
    storeFor: ({ monitor: { retentionDays } }: Watchlist) =>
      dynamoStore({ client: dynamo, table: NAMES.table, clock, retentionDays }),
    /** Hands a queue's messages to a handler as Lambda does, until there are none; the number that failed. */
    deliver: async (name: "polls" | "articles", handler: (event: unknown) => Promise<SQSBatchResponse>) => {
      let failed = 0;
      for (;;) {
        const messages = await receiveBatch(sqs, fauxqs.queueUrl(name), 0);
        if (messages.length === 0) return failed;
        const { batchItemFailures } = await handler(sqsEvent(messages.map(({ Body = "" }) => Body)));
        failed += batchItemFailures.length;
        await deleteBatch(sqs, fauxqs.queueUrl(name), messages);
      }
    },
    close: async () => {
      for (const client of [dynamo, s3, sqs]) client.destroy();
      await Promise.all([dynamodb.close(), fauxqs.close()]);
    },
  };
}

/** An event of SQS, as far as we read it; the ids of its messages are `m0`, `m1` …. */
export function sqsEvent(bodies: readonly string[]) {
  return { Records: bodies.map((body, i) => ({ messageId: `m${i}`, body, eventSource: "aws:sqs" })) };
}

/** An event of S3, as far as we read it. */
export function s3Event(...keys: readonly string[]) {
  return { Records: keys.map((key) => ({ eventName: "ObjectCreated:Put", s3: { object: { key } } })) };
}
