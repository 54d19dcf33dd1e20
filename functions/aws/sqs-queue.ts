import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Queue } from "../../shared/pipeline/ports.ts";
import { LONGEST_DELAY_MS } from "../../shared/pipeline/queue-reading.ts";
import { SECOND } from "../../shared/time.ts";

export interface QueueOptions {
  readonly client: SQSClient;
  readonly url: string;
}

/** As many as SQS takes at once, and counts as one request (Amazon SQS quotas). */
const AT_ONCE = 10;

/** A queue on SQS. Delays are whole seconds there, so they are rounded up: never sooner than asked for. */
export function sqsQueue<Message>({ client, url }: QueueOptions): Queue<Message> {
  return {
    send: async (messages) => {
      for (let start = 0; start < messages.length; start += AT_ONCE) {
        const Entries = messages.slice(start, start + AT_ONCE).map(({ message, delayMs = 0 }, i) => ({
          Id: `${i}`,
          MessageBody: bodyOf(message),
          DelaySeconds: Math.ceil(Math.min(delayMs, LONGEST_DELAY_MS) / SECOND),
        }));
        const { Failed: [failed] = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
        if (failed !== undefined) throw new Error(`sending to ${url}: ${failed.Code} ${failed.Message ?? ""}`);
      }
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
