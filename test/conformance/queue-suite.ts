import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Queue } from "../../shared/pipeline/ports.ts";

export interface Note {
  readonly text: string;
}

export interface Delivery {
  readonly message: Note;
  /** Epoch milliseconds by the queue's clock. */
  readonly at: number;
}

export interface OpenedQueue {
  readonly queue: Queue<Note>;
  /** The next deliveries, `count` of them. */
  receive(count: number): Promise<readonly Delivery[]>;
  /** Epoch milliseconds by the queue's clock. */
  now(): number;
  close(): Promise<void>;
}

/** Holds a queue to what `Queue` in shared/pipeline/ports.ts promises; `open` gives an empty one for each test. */
export function queueSuite(name: string, open: () => Promise<OpenedQueue>): void {
  describe(name, () => {
    let opened: OpenedQueue;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => await opened.close());

    test("a message comes as it was sent", async () => {
      const message = { text: 'Ўз·қаз 🌊 «"\\» https://пример.example/?a=1&b=<2>\n\u2028\ufffe\u0001' };
      await opened.queue.send([{ message }]);
      const [delivery] = await opened.receive(1);
      expect(delivery?.message).toStrictEqual(message);
    });

    test("every message of many that were sent at once comes, in whatever order", async () => {
      const texts = Array.from({ length: 25 }, (_, i) => `${i}`);
      await opened.queue.send(texts.map((text) => ({ message: { text } })));
      const deliveries = await opened.receive(texts.length);
      expect(new Set(deliveries.map(({ message }) => message.text))).toEqual(new Set(texts));
    });

    test("a message does not come before its time, and holds up none that is due", async () => {
      const sent = opened.now();
      await opened.queue.send([{ message: { text: "later" }, delayMs: 1_100 }, { message: { text: "now" } }]);
      const [first, second] = await opened.receive(2);
      expect([first?.message.text, second?.message.text]).toEqual(["now", "later"]);
      expect(first?.at).toBeLessThan(sent + 1_000);
      expect(second?.at).toBeGreaterThanOrEqual(sent + 1_100);
    });
  });
}
