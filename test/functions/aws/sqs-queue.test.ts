import { SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, expect, test } from "vitest";
import { sqsQueue } from "../../../functions/aws/sqs-queue.ts";
import { ACCOUNT } from "../../support/embedded-aws.ts";

/** Answers every request itself; nothing is sent anywhere. */
const client = new SQSClient(ACCOUNT);
const inputs: object[] = [];
let failed: readonly object[] = [];
client.middlewareStack.add(
  () =>
    async ({ input }) => {
      inputs.push(input);
      return { output: { $metadata: {}, Failed: failed }, response: {} };
    },
  { step: "initialize" },
);
afterAll(() => client.destroy());

test.each([
  [0, 0],
  [1, 1],
  [1_000, 1],
  [1_001, 2],
  [900_000, 900],
  [3_600_000, 900],
])("a delay of %s ms is %i whole seconds, never sooner and never more than SQS gives", async (delayMs, seconds) => {
  inputs.length = 0;
  await sqsQueue({ client, url: "https://sqs.example/1/polls" }).send([{ message: { feed: "🌊" }, delayMs }]);
  const [input] = inputs;
  expect(input).toEqual({
    QueueUrl: "https://sqs.example/1/polls",
    Entries: [{ Id: "0", MessageBody: String.raw`{"feed":"\ud83c\udf0a"}`, DelaySeconds: seconds }],
  });
});

test("ten messages are one request, and one that is not taken is told", async () => {
  inputs.length = 0;
  const queue = sqsQueue({ client, url: "https://sqs.example/1/polls" });
  await queue.send(Array.from({ length: 23 }, (_, item) => ({ message: { item } })));
  expect(
    inputs.map((input) => ("Entries" in input && Array.isArray(input.Entries) ? input.Entries.length : 0)),
  ).toEqual([10, 10, 3]);
  failed = [{ Id: "1", Code: "InternalError", SenderFault: false }];
  await expect(queue.send([{ message: {} }])).rejects.toThrow("sending to https://sqs.example/1/polls: InternalError");
});
