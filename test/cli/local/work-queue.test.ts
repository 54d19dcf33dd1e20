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
  await queue.send([{ message: "late", delayMs: 60_000 }]);
  await queue.send([{ message: "now" }]);
  await queue.send([{ message: "soon", delayMs: 5_000 }]);
  await queue.send([{ message: "soon too", delayMs: 5_000 }]);
  await work.drain(never);
  expect(seen).toEqual(["now 00:00:00", "soon 00:00:05", "soon too 00:00:05", "late 00:01:00"]);
});

test("what a handler sends is worked on in the same drain", async () => {
  const work = createWorkQueue(simulatedClock(START), { concurrency: 2, onError: rethrow });
  const seen: number[] = [];
  const queue: Queue<number> = work.queue(async (n: number) => {
    seen.push(n);
    if (n < 3) await queue.send([{ message: n + 1, delayMs: 1_000 }]);
  });
  await queue.send([{ message: 1 }]);
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
  await queue.send(Array.from({ length: 10 }, (_, message) => ({ message })));
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
  await queue.send([0, 1, 2].map((message) => ({ message })));
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
      await queue.send([{ message: "second" }]);
    }
    seen.push(name);
  });
  await queue.send([{ message: "first" }]);
  await queue.send([{ message: "last", delayMs: 150 }]);
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
  await queue.send([{ message: 1 }]);
  await queue.send([{ message: 2 }]);
  await work.drain(controller.signal);
  expect(ended).toEqual([1]);
});

test("messages of one lane, of whichever queue, start one after the other and a gap apart, and hold up no other", async () => {
  const clock = simulatedClock(START);
  const work = createWorkQueue(clock, { concurrency: 1, laneGapMs: 5_000, onError: rethrow });
  const seen: string[] = [];
  const see = async (name: string) => seen.push(`${name} ${clock.now().slice(14, 19)}`);
  const laneOf = (name: string) => name.charAt(0);
  const [polls, articles] = [work.queue(see, laneOf), work.queue(see, laneOf)];
  await polls.send(["a1", "b1", "a2"].map((message) => ({ message })));
  await articles.send([{ message: "a3" }, { message: "c1", delayMs: 7_000 }]);
  await work.queue(see).send([{ message: "free" }]);
  await work.drain(never);
  expect(seen).toEqual(["a1 00:00", "b1 00:00", "free 00:00", "a2 00:05", "c1 00:07", "a3 00:10"]);
});

test("an outlet that answers slowly keeps nobody else waiting, however much is asked of it", async () => {
  const work = createWorkQueue(wallClock, { concurrency: 2, onError: rethrow });
  const ended: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const queue = work.queue(
    async (name: string) => {
      if (name.startsWith("slow")) await held;
      ended.push(name);
      if (ended.length === 3) release();
    },
    (name) => name.split(" ")[0] ?? "",
  );
  await queue.send(["slow 1", "slow 2", "slow 3", "a 1", "b 1", "a 2"].map((message) => ({ message })));
  await work.drain(never);
  expect(ended).toEqual(["a 1", "b 1", "a 2", "slow 1", "slow 2", "slow 3"]);
});
