import { setTimeout } from "node:timers/promises";
import type { SQSBatchResponse } from "aws-lambda";
import * as z from "zod";
import type { Log } from "../../shared/pipeline/ports.ts";

const sqsRecord = z.object({ messageId: z.string(), body: z.string() });
const sqsEvent = z.object({ Records: z.array(sqsRecord) });
type SqsRecord = z.output<typeof sqsRecord>;

export interface Batch<Message> {
  readonly form: z.ZodType<Message>;
  /** Messages of one lane are handled one after the other: a backlog is not asked of one outlet all at once. */
  readonly laneOf: (message: Message) => string;
  /** From one start to the next in a lane, at the least. */
  readonly spacingMs: number;
  readonly log: Log;
  readonly handle: (message: Message) => Promise<unknown>;
}

/**
 * Handles the messages of an SQS event, lane beside lane, since most of the time is spent waiting for outlets. A message
 * that fails, or is none of ours, fails alone: it is logged, delivered again, and in the end a dead letter.
 */
export async function handleBatch<Message>(
  event: unknown,
  { form, laneOf, spacingMs, log, handle }: Batch<Message>,
): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  const attempt = async ({ messageId, body }: SqsRecord, work: () => Promise<unknown> | unknown) => {
    try {
      await work();
    } catch (error) {
      log.warn("message failed", { messageId, body, error });
      failed.push(messageId);
    }
  };
  const lanes = new Map<string, (() => Promise<void>)[]>();
  for (const record of sqsEvent.parse(event).Records) {
    await attempt(record, () => {
      const message = form.parse(JSON.parse(record.body));
      const lane = laneOf(message);
      lanes.set(lane, [...(lanes.get(lane) ?? []), () => attempt(record, () => handle(message))]);
    });
  }
  await Promise.all(Array.from(lanes.values(), (tasks) => inTurn(tasks, spacingMs)));
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function inTurn(tasks: readonly (() => Promise<void>)[], spacingMs: number): Promise<void> {
  for (const task of tasks) await Promise.all([task(), task === tasks.at(-1) ? undefined : setTimeout(spacingMs)]);
}
