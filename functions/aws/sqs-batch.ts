import type { SQSBatchResponse } from "aws-lambda";
import * as z from "zod";
import type { Log } from "../../shared/pipeline/ports.ts";

const sqsEvent = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/**
 * Handles the messages of an SQS event one after the other, so that a backlog is not asked of one outlet all at once.
 * A message that fails, or is none of ours, fails alone: it is logged, delivered again, and in the end a dead letter.
 */
export async function handleBatch<Message>(
  event: unknown,
  form: z.ZodType<Message>,
  log: Log,
  handle: (message: Message) => Promise<unknown>,
): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  for (const { messageId, body } of sqsEvent.parse(event).Records) {
    try {
      await handle(form.parse(JSON.parse(body)));
    } catch (error) {
      log.warn("message failed", { messageId, body, error });
      failed.push(messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
