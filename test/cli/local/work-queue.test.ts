import { expect, test } from "vitest";
import { simulatedClock, wallClock } from "../../../cli/local/clocks.ts";
import { createWorkQueue } from "../../../cli/local/work-queue.ts";
import type { Queue } from "../../../shared/pipeline/ports.ts";

const START = "2026-02-10T00:00:00.000Z";
const never = new AbortController().signal;
const rethrow = (error: unknown) => {
  throw error;
};

test("messages arrive in the order of their times, each when the clock shows its time", async () => {
  const clock = simulatedClock(START);
  const work = createWorkQueue(clock, { concurrency: 1, onError: rethrow });
  const seen: string[] = [];
  const queue = work.queue(async (name: string) => seen.push(`${name} ${clock.now().slice(11, 19)}`));
  await queue.send("late", 60_000);
  await queue.send("now");
  await queue.send("soon", 5_000);
  await queue.send("soon too", 5_000);
  await work.drain(never);
  expect(seen).toEqual(["now 00:00:00", "soon 00:00:05", "soon too 00:00:05", "late 00:01:00"]);
});

test("what a handler sends is worked on in the same drain", async () => {
  const work = createWorkQueue(simulatedClock(START), { concurrency: 2, onError: rethrow });
  const seen: number[] = [];
  const queue: Queue<number> = work.queue(async (n: number) => {
    seen.push(n);
    if (n < 3) await queue.send(n + 1, 1_000);
  });
  await queue.send(1);
  await work.drain(never);
  expect(seen).toEqual([1, 2, 3]);
});

test("no more handlers run at once than allowed", async () => {
  let running = 0;
  let most = 0;
  const work = createWorkQueue(wallClock, { concurrency: 3, onError: rethrow });
  const queue = work.queue(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  });
  for (let i = 0; i < 10; i++) await queue.send(i);
  await work.drain(never);
  expect(most).toBe(3);
});

test("a handler that throws is reported and holds up nothing else", async () => {
  const errors: unknown[] = [];
  const seen: number[] = [];
  const work = createWorkQueue(simulatedClock(START), { concurrency: 1, onError: (error) => errors.push(error) });
  const queue = work.queue(async (n: number) => {
    if (n === 1) throw new Error("broken");
    seen.push(n);
  });
  for (const n of [0, 1, 2]) await queue.send(n);
  await work.drain(never);
  expect(seen).toEqual([0, 2]);
  expect(errors).toEqual([new Error("broken")]);
});

test("a message on the way does not hold up one that is due, on the wall clock either", async () => {
  const seen: string[] = [];
  const work = createWorkQueue(wallClock, { concurrency: 2, onError: rethrow });
  const queue: Queue<string> = work.queue(async (name: string) => {
    if (name === "first") {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await queue.send("second");
    }
    seen.push(name);
  });
  await queue.send("first");
  await queue.send("last", 150);
  await work.drain(never);
  expect(seen).toEqual(["first", "second", "last"]);
});

test("aborting lets the running handler end and leaves the rest", async () => {
  const controller = new AbortController();
  const ended: number[] = [];
  const work = createWorkQueue(wallClock, { concurrency: 1, onError: rethrow });
  const queue = work.queue(async (n: number) => {
    controller.abort();
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended.push(n);
  });
  await queue.send(1);
  await queue.send(2);
  await work.drain(controller.signal);
  expect(ended).toEqual([1]);
});
