import { SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, expect, test } from "vitest";
import { sqsQueue } from "../../../functions/aws/sqs-queue.ts";
import { ACCOUNT } from "../../support/embedded-aws.ts";

/** Answers every request itself; nothing is sent anywhere. */
const client = new SQSClient(ACCOUNT);
const inputs: object[] = [];
client.middlewareStack.add(
  () =>
    async ({ input }) => {
      inputs.push(input);
      return { output: { $metadata: {} }, response: {} };
    },
  { step: "initialize" },
);
afterAll(() => client.destroy());

test.each([
  [undefined, 0],
  [0, 0],
  [1, 1],
  [1_000, 1],
  [1_001, 2],
  [900_000, 900],
  [3_600_000, 900],
])("a delay of %s ms is %i whole seconds, never sooner and never more than SQS gives", async (delayMs, seconds) => {
  inputs.length = 0;
  await sqsQueue({ client, url: "https://sqs.example/1/polls" }).send({ feed: "🌊" }, delayMs);
  const [input] = inputs;
  expect(input).toEqual({
    QueueUrl: "https://sqs.example/1/polls",
    MessageBody: String.raw`{"feed":"\ud83c\udf0a"}`,
    DelaySeconds: seconds,
  });
});
