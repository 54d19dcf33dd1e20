import { setTimeout } from "node:timers/promises";
import {
  CancelMessageMoveTaskCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { deleteMessages, receiveSome, sendMessages } from "./queue-messages.ts";

export interface Move {
  readonly sqs: SQSClient;
  /** Queue URLs. */
  readonly from: string;
  /** Without it, what is received is deleted. */
  readonly to?: string;
  /** Told how many messages have been moved. */
  readonly progress: (moved: number) => void;
  readonly signal: AbortSignal;
}

/** Servers that do not know a move say so in one of these ways. */
const UNSUPPORTED = new Set(["InvalidAction", "UnknownOperation", "UnknownOperationException", "UnsupportedOperation"]);
const ASK_EVERY_MS = 1_000;

/**
 * Moves all messages, by SQS itself where it can, or else batch by batch. A message is sent before it is deleted: cut
 * short, some may be delivered twice, which every handler bears, and none is lost. The number of messages moved.
 */
export async function moveMessages(move: Move): Promise<number> {
  if (move.to !== undefined) {
    const moved = await moveByQueue(move.to, move);
    if (moved !== undefined) return moved;
  }
  return await moveByHand(move);
}

async function moveByQueue(to: string, { sqs, from, progress, signal }: Move): Promise<number | undefined> {
  const [SourceArn, DestinationArn] = await Promise.all([arnOf(sqs, from), arnOf(sqs, to)]);
  try {
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn }));
  } catch (error) {
    if (error instanceof Error && UNSUPPORTED.has(error.name)) return undefined;
    throw error;
  }
  for (;;) {
    const { Results: [task] = [] } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }));
    const moved = Number(task?.ApproximateNumberOfMessagesMoved ?? 0);
    progress(moved);
    if (task?.Status === "COMPLETED") return moved;
    if (task?.Status !== "RUNNING" && task?.Status !== "CANCELLING")
      throw new Error(`moving messages from ${from}: ${task?.Status} ${task?.FailureReason ?? ""}`);
    if (signal.aborted && task.TaskHandle !== undefined)
      await sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle: task.TaskHandle }));
    signal.throwIfAborted();
    await setTimeout(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function moveByHand({ sqs, from, to, progress, signal }: Move): Promise<number> {
  let moved = 0;
  for (;;) {
    signal.throwIfAborted();
    const messages = await receiveSome(sqs, from);
    if (messages.length === 0) return moved;
    if (to !== undefined) await sendMessages(sqs, to, messages);
    await deleteMessages(sqs, from, messages);
    moved += messages.length;
    progress(moved);
  }
}

async function arnOf(sqs: SQSClient, QueueUrl: string): Promise<string> {
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }));
  if (Attributes?.QueueArn === undefined) throw new Error(`queue ${QueueUrl} tells no QueueArn`);
  return Attributes.QueueArn;
}
