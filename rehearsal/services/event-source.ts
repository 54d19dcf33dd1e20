import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { z } from "zod";
import type { Invocation } from "../lambda/function-host.ts";
import type { EventSource, Queue } from "../stack/stack.ts";
import { type Cloud, functionOf, label } from "./cloud.ts";

/** Lambda's poller of one queue. */
export interface Poller {
  readonly queue: Queue;
  /** Says that a message can be received from `atMs` on. */
  expect(atMs: number): void;
}

/** What one request receives or deletes at the most (Amazon SQS quotas). */
const MOST_AT_ONCE = 10;

const failuresForm = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * Receives from the queue whenever something can be received, calls the function with what it got, and deletes what was
 * handled. What was not becomes visible again by the queue's own timeout (AWS Lambda Developer Guide, "Using Lambda
 * with Amazon SQS"). All of it is asked for with the function's own rights, as Lambda does.
 */
export function createPoller(cloud: Cloud, source: EventSource, queue: Queue): Poller {
  const { clock, agenda } = cloud;
  const { fn, host } = functionOf(cloud, source.function);
  const sqs = cloud.sqsAs(fn);
  /** When messages are to be received, epoch milliseconds. */
  let expected: number[] = [];

  const expect = (atMs: number) => {
    expected.push(atMs);
    agenda.at(atMs + source.batchingWindowMs, poll);
  };
  const poll = async (): Promise<void> => {
    const isDue = expected.some((atMs) => atMs <= clock.now());
    expected = expected.filter((atMs) => atMs > clock.now());
    if (!isDue) return;
    for (;;) {
      const messages = await receive(sqs, queue.url, source.batchSize);
      if (messages.length === 0) return;
      const hiddenUntilMs = clock.now() + queue.visibilityMs;
      const invocation = await host.invoke(eventOf(messages, queue.arn, cloud.stack.region), messages.length);
      const failed = failedOf(invocation, messages, source);
      await remove(
        sqs,
        queue.url,
        messages.filter(({ MessageId = "" }) => !failed.has(MessageId)),
      );
      if (failed.size > 0) expect(hiddenUntilMs);
      if (messages.length < source.batchSize) return;
    }
  };
  return { queue, expect };
}

/** What the function's role must be allowed before Lambda accepts the event source (same guide, "Permissions"). */
export async function mayPoll(cloud: Cloud, source: EventSource): Promise<string | undefined> {
  const { fn } = functionOf(cloud, source.function);
  for (const action of ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]) {
    const principal = { kind: "role", role: fn.role, session: fn.name } as const;
    const verdict = await cloud.judge.judge(principal, { action, resource: source.queue });
    if (!verdict.isAllowed) return `${label(fn)} cannot receive from its queue: ${verdict.reason}`;
  }
  return undefined;
}

async function receive(sqs: SQSClient, url: string, most: number): Promise<Message[]> {
  const messages: Message[] = [];
  while (messages.length < most) {
    const atOnce = Math.min(MOST_AT_ONCE, most - messages.length);
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: atOnce, MessageSystemAttributeNames: ["All"] }),
    );
    messages.push(...Messages);
    if (Messages.length < atOnce) break;
  }
  return messages;
}

async function remove(sqs: SQSClient, url: string, messages: readonly Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += MOST_AT_ONCE) {
    const entries = messages
      .slice(start, start + MOST_AT_ONCE)
      .map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: entries }));
  }
}

function eventOf(messages: readonly Message[], queue: string, region: string): string {
  const records = messages.map(({ MessageId, ReceiptHandle, Body, Attributes, MD5OfBody }) => ({
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes,
    messageAttributes: {},
    md5OfBody: MD5OfBody,
    eventSource: "aws:sqs",
    eventSourceARN: queue,
    awsRegion: region,
  }));
  return JSON.stringify({ Records: records });
}

/** Ids of the messages that are not handled: all of them where the answer names one that was not among them. */
function failedOf(
  { outcome, payload = "null" }: Invocation,
  messages: readonly Message[],
  { reportsItemFailures }: EventSource,
): ReadonlySet<string> {
  const all = new Set(messages.map(({ MessageId = "" }) => MessageId));
  if (outcome !== "succeeded") return all;
  if (!reportsItemFailures) return new Set();
  const answer = failuresForm.safeParse(JSON.parse(payload));
  if (!answer.success) return payload === "null" || payload === "{}" ? new Set() : all;
  const named = answer.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return named.every((id) => all.has(id)) ? new Set(named) : all;
}
