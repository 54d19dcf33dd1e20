import {
  type BatchResultErrorEntry,
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";

/** As many as SQS hands out, sends or deletes at once. */
const BATCH = 10;
/** A look into a queue whose messages are few: long enough for all of its servers to answer (long polling). */
const WAIT_S = 1;
/** By then what was received has been sent on and deleted. */
const HIDDEN_S = 60;

/** Up to ten messages with all that is known of them, hidden for a minute; none where the queue is empty. */
export async function receiveSome(sqs: SQSClient, QueueUrl: string): Promise<readonly Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: BATCH,
      WaitTimeSeconds: WAIT_S,
      VisibilityTimeout: HIDDEN_S,
      MessageAttributeNames: ["All"],
      MessageSystemAttributeNames: ["All"],
    }),
  );
  return Messages;
}

/** Sends copies of up to ten messages. Throws where SQS did not take one. */
export async function sendMessages(sqs: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  const Entries = messages.map(({ Body, MessageAttributes }, i) => ({
    Id: `${i}`,
    MessageBody: Body,
    MessageAttributes,
  }));
  const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  refuse(`sending to ${QueueUrl}`, Failed);
}

/** Deletes up to ten messages that were received. Throws where one is left. */
export async function deleteMessages(sqs: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  const { Failed } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: entriesOf(messages) }));
  refuse(`deleting from ${QueueUrl}`, Failed);
}

/** Lets up to ten messages that were received be received again at once. */
export async function putBack(sqs: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  const Entries = entriesOf(messages).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
  const { Failed } = await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  refuse(`putting back into ${QueueUrl}`, Failed);
}

/** About how many messages wait. */
export async function countMessages(sqs: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
}

function entriesOf(messages: readonly Message[]) {
  return messages.map(({ ReceiptHandle }, i) => ({ Id: `${i}`, ReceiptHandle }));
}

function refuse(doing: string, failed: readonly BatchResultErrorEntry[] = []): void {
  const [first] = failed;
  if (first !== undefined)
    throw new Error(`${doing}: ${failed.length} messages failed, ${first.Code} ${first.Message ?? ""}`);
}
