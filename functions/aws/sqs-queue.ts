import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Queue } from "../../shared/pipeline/ports.ts";
import { LONGEST_DELAY_MS } from "../../shared/pipeline/queue-reading.ts";
import { SECOND } from "../../shared/time.ts";

export interface QueueOptions {
  readonly client: SQSClient;
  readonly url: string;
}

/** A queue on SQS. Delays are whole seconds there, so they are rounded up: never sooner than asked for. */
export function sqsQueue<Message>({ client, url }: QueueOptions): Queue<Message> {
  return {
    send: async (message, delayMs = 0) => {
      await client.send(
        new SendMessageCommand({
          QueueUrl: url,
          MessageBody: bodyOf(message),
          DelaySeconds: Math.ceil(Math.min(delayMs, LONGEST_DELAY_MS) / SECOND),
        }),
      );
    },
  };
}

/** JSON, with what SQS takes in no message (SendMessage, API reference) written as escapes: noncharacters, and surrogates to be safe. */
function bodyOf(message: unknown): string {
  return JSON.stringify(message).replace(
    /[^\u0020-\ud7ff\ue000-\ufffd]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
