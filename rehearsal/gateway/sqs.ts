import { z } from "zod";
import { jsonOf, type Protocol, targetOf, UnknownCall } from "./call.ts";

/** Operation → action: a batch asks for what its parts ask (Service Authorization Reference). */
const OPERATIONS: Readonly<Record<string, string>> = {
  ChangeMessageVisibility: "ChangeMessageVisibility",
  ChangeMessageVisibilityBatch: "ChangeMessageVisibility",
  DeleteMessage: "DeleteMessage",
  DeleteMessageBatch: "DeleteMessage",
  GetQueueAttributes: "GetQueueAttributes",
  GetQueueUrl: "GetQueueUrl",
  PurgeQueue: "PurgeQueue",
  ReceiveMessage: "ReceiveMessage",
  SendMessage: "SendMessage",
  SendMessageBatch: "SendMessage",
};

const addressed = z.union([
  z.object({ QueueUrl: z.string() }).transform(({ QueueUrl }) => QueueUrl.slice(QueueUrl.lastIndexOf("/") + 1)),
  z.object({ QueueName: z.string() }).transform(({ QueueName }) => QueueName),
]);

/** SQS's JSON protocol. */
export const sqs: Protocol = {
  read: (request, { account, region }) => {
    const operation = targetOf(request);
    const action = OPERATIONS[operation];
    if (action === undefined) throw new UnknownCall(`sqs: ${operation} is not known to the rehearsal`);
    const queue = addressed.parse(jsonOf(request.body));
    const accesses = [{ action: `sqs:${action}`, resource: `arn:aws:sqs:${region}:${account}:${queue}` }];
    return { service: "sqs", operation, accesses };
  },
  refuse: (message) => ({
    status: 403,
    headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-query-error": "AccessDenied;Sender" },
    body: Buffer.from(JSON.stringify({ __type: "com.amazon.coral.service#AccessDenied", message })),
  }),
};

const sending = z.union([
  z
    .object({ Entries: z.array(z.object({ DelaySeconds: z.number().optional() })) })
    .transform(({ Entries }) => Entries.map(({ DelaySeconds }) => DelaySeconds)),
  z.object({ DelaySeconds: z.number().optional() }).transform(({ DelaySeconds }) => [DelaySeconds]),
]);

/** The delays, in seconds, of the messages that a request sends; undefined for the queue's own. */
export function delaysOf(body: Buffer): readonly (number | undefined)[] {
  return sending.parse(jsonOf(body));
}
