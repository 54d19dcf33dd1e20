import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import type { OpenCloud } from "../open-cloud.ts";
import { label } from "../services/cloud.ts";

/** Tells of messages that wait in the end: dead letters, and what nobody has received though it could be. */
export async function noteLeftovers({ stack, observer, findings }: OpenCloud): Promise<void> {
  const dead = new Set([
    ...stack.queues.map(({ redrive }) => redrive?.deadLetterTargetArn),
    ...stack.functions.map(({ asynchronous }) => asynchronous.onFailure),
  ]);
  for (const queue of stack.queues) {
    const isReceived = stack.eventSources.some((source) => source.queue === queue.arn);
    const { Attributes = {} } = await observer.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queue.url, AttributeNames: ["All"] }),
    );
    const { ApproximateNumberOfMessages: visible = 0, ApproximateNumberOfMessagesDelayed: delayed = 0 } = Attributes;
    // What is still delayed may be received after the rehearsal, unless nobody ever does.
    const waiting = Number(visible) + (isReceived ? 0 : Number(delayed));
    if (waiting === 0) continue;
    if (dead.has(queue.arn)) findings.add("dead letter", `${waiting} in ${label(queue)}`);
    else
      findings.add(
        "left over",
        `${waiting} in ${label(queue)}${isReceived ? "" : ": no event source receives from it"}`,
      );
  }
}
