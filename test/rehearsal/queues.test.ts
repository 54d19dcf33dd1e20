import { GetQueueAttributesCommand, SendMessageBatchCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterEach, describe, expect, test } from "vitest";
import { noteLeftovers } from "../../rehearsal/report/leftovers.ts";
import { HOUR, MINUTE, SECOND } from "../../shared/time.ts";
import { openSmallCloud, SMALL_CLOUD_STARTS, type SmallCloud } from "../support/a-small-cloud.ts";
import { anAssembly, aQueueFor } from "../support/an-assembly.ts";

let cloud: SmallCloud | undefined;
afterEach(async () => await cloud?.close());

async function send({ deployer, queue }: SmallCloud, body: string, DelaySeconds?: number): Promise<void> {
  const message = {
    QueueUrl: queue("Work").url,
    MessageBody: body,
    ...(DelaySeconds === undefined ? {} : { DelaySeconds }),
  };
  await deployer.sqs.send(new SendMessageCommand(message));
}

async function waiting({ observer, queue }: SmallCloud, id: string): Promise<number> {
  const { Attributes } = await observer.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queue(id).url, AttributeNames: ["All"] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages);
}

/** Minutes of simulated time, rounded, after which each invocation ended. */
function minutesOf({ invocations }: SmallCloud): number[] {
  const startMs = Date.parse(SMALL_CLOUD_STARTS);
  return invocations.map(({ endedAt }) => Math.round((Date.parse(endedAt) - startMs) / MINUTE));
}

const SUCCEEDS = "async () => ({ batchItemFailures: [] })";
const FAILS = "async () => { throw new TypeError('no good'); }";
/** Fails the messages whose body says so. */
const FAILS_SOME = `async ({ Records }) => ({
  batchItemFailures: Records.filter(({ body }) => body === "bad").map(({ messageId }) => ({ itemIdentifier: messageId })),
})`;

describe("messages are delivered in simulated time", () => {
  test("a delayed one not before its time", async () => {
    cloud = await openSmallCloud(anAssembly({ Work1: { handler: SUCCEEDS } }, aQueueFor("Work1")));
    await send(cloud, "soon");
    await send(cloud, "later", 600);
    await cloud.pass(9 * MINUTE);
    expect(cloud.invocations).toHaveLength(1);
    await cloud.pass(2 * MINUTE);
    expect(minutesOf(cloud)).toEqual([0, 10]);
    expect(cloud.findings.all()).toEqual([]);
  });

  test("by the queue's own delay where they have none", async () => {
    const queue = aQueueFor("Work1", { queue: { DelaySeconds: 120 } });
    cloud = await openSmallCloud(anAssembly({ Work1: { handler: SUCCEEDS } }, queue));
    await send(cloud, "own");
    await send(cloud, "none", 0);
    await cloud.pass(HOUR);
    expect(minutesOf(cloud)).toEqual([0, 2]);
  });

  test("several at once, as many as a batch may hold", async () => {
    cloud = await openSmallCloud(anAssembly({ Work1: { handler: SUCCEEDS } }, aQueueFor("Work1")));
    const Entries = Array.from({ length: 7 }, (_, i) => ({ Id: String(i), MessageBody: String(i) }));
    await cloud.deployer.sqs.send(new SendMessageBatchCommand({ QueueUrl: cloud.queue("Work").url, Entries }));
    await cloud.pass(MINUTE);
    expect(cloud.invocations.map(({ messages }) => messages)).toEqual([5, 2]);
  });
});

describe("what is not handled comes back, and in the end is a dead letter", () => {
  test("a batch that fails, as often as the queue says", async () => {
    cloud = await openSmallCloud(anAssembly({ Work1: { handler: FAILS } }, aQueueFor("Work1")));
    await send(cloud, "doomed");
    await cloud.pass(HOUR);
    expect(minutesOf(cloud)).toEqual([0, 1, 2]);
    expect(await waiting(cloud, "Work")).toBe(0);
    expect(await waiting(cloud, "Dead")).toBe(1);
    await noteLeftovers(cloud);
    expect(cloud.findings.all()).toEqual([
      { kind: "failed", text: "Work1: TypeError: no good", times: 3 },
      { kind: "dead letter", text: "1 in Dead", times: 1 },
    ]);
  });

  test("of a batch, only the messages that failed", async () => {
    cloud = await openSmallCloud(anAssembly({ Work1: { handler: FAILS_SOME } }, aQueueFor("Work1")));
    for (const body of ["good", "bad", "good"]) await send(cloud, body);
    await cloud.pass(HOUR);
    expect(cloud.invocations.map(({ messages }) => messages)).toEqual([3, 1, 1]);
    expect(await waiting(cloud, "Dead")).toBe(1);
  });

  test("an answer that names none of its messages fails them all", async () => {
    const handler = "async () => ({ batchItemFailures: [{ itemIdentifier: 'somebody else' }] })";
    cloud = await openSmallCloud(anAssembly({ Work1: { handler } }, aQueueFor("Work1")));
    await send(cloud, "lost");
    await cloud.pass(HOUR);
    expect(cloud.invocations).toHaveLength(3);
  });
});

describe("an event source that would not work does not work", () => {
  test("without the right to receive", async () => {
    const may = [{ Effect: "Allow", Action: ["sqs:DeleteMessage", "logs:*"], Resource: "*" }];
    cloud = await openSmallCloud(anAssembly({ Work1: { handler: SUCCEEDS, may } }, aQueueFor("Work1")));
    await send(cloud, "unheard");
    await cloud.pass(HOUR);
    expect(cloud.invocations).toEqual([]);
    await noteLeftovers(cloud);
    expect(cloud.findings.all().map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      expect.stringContaining("deploy: Work1 cannot receive from its queue"),
      "left over: 1 in Work",
    ]);
  });

  test("whose queue shows messages again while they are handled", async () => {
    const queue = aQueueFor("Work1", { queue: { VisibilityTimeout: 5 } });
    cloud = await openSmallCloud(anAssembly({ Work1: { handler: SUCCEEDS, properties: { Timeout: 6 } } }, queue));
    expect(cloud.findings.all()).toEqual([
      { kind: "deploy", text: "Source: the queue hides messages for 5 s, less than Work1 may take", times: 1 },
    ]);
  });

  test("a message to a queue that nobody receives from is left over", async () => {
    const { Source: _, ...queues } = aQueueFor("Work1");
    cloud = await openSmallCloud(anAssembly({ Work1: { handler: SUCCEEDS } }, queues));
    await send(cloud, "unheard", 30);
    await cloud.pass(10 * SECOND);
    await noteLeftovers(cloud);
    expect(cloud.findings.all()).toEqual([
      { kind: "left over", text: "1 in Work: no event source receives from it", times: 1 },
    ]);
  });
});
