import { expect, test } from "vitest";
import * as z from "zod";
import { handleBatch } from "../../../functions/aws/sqs-batch.ts";
import { sqsEvent } from "../../support/a-deployment.ts";

const log = { info: () => undefined, warn: () => undefined };
const form = z.object({ host: z.string(), name: z.string() });

/** Handles messages named `<host><number>`, each over two turns of the event loop; the order of what happened. */
async function handled(
  names: readonly string[],
  failing = "",
  spacingMs = 0,
): Promise<{ order: string[]; failed: string[] }> {
  const order: string[] = [];
  const event = sqsEvent(names.map((name) => JSON.stringify({ host: name.slice(0, 1), name })));
  const { batchItemFailures } = await handleBatch(event, {
    form,
    log,
    laneOf: ({ host }) => host,
    spacingMs,
    handle: async ({ name }) => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      if (name === failing) throw new Error("a defect");
      order.push(`${name} ends`);
    },
  });
  return { order, failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

test("messages of two hosts are handled side by side", async () => {
  expect((await handled(["a1", "b1"])).order).toEqual(["a1 begins", "b1 begins", "a1 ends", "b1 ends"]);
});

test("messages of one host are handled one after the other", async () => {
  expect((await handled(["a1", "a2"])).order).toEqual(["a1 begins", "a1 ends", "a2 begins", "a2 ends"]);
});

test("a message that fails fails alone, and holds up nothing behind it", async () => {
  const { order, failed } = await handled(["a1", "a2", "b1"], "a1");
  expect(failed).toEqual(["m0"]);
  expect(order).toContain("a2 ends");
  expect(order).toContain("b1 ends");
});

test("between two messages of one host is at least the outlet's pause, and other hosts go on meanwhile", async () => {
  const { order } = await handled(["a1", "a2", "b1"], "", 60);
  expect(order.indexOf("b1 ends")).toBeLessThan(order.indexOf("a2 begins"));
  const start = performance.now();
  await handled(["a1", "a2", "a3"], "", 60);
  expect(performance.now() - start).toBeGreaterThanOrEqual(115);
});
