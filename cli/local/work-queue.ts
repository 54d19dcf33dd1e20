import type { Instant } from "../../shared/model.ts";
import type { Queue } from "../../shared/pipeline/ports.ts";
import { plus } from "../../shared/time.ts";
import type { Timekeeper } from "./clocks.ts";

export interface WorkQueue {
  /**
   * A queue whose messages `handle` receives, one call each. Those of one lane, of this queue or another, are handled one
   * after the other and start `laneGapMs` apart at the least; whatever waits in a lane holds up no other.
   */
  queue<Message>(handle: (message: Message) => Promise<unknown>, laneOf?: (message: Message) => string): Queue<Message>;
  /**
   * Works until no message is left, at most `concurrency` at once, each not before its time. A handler that throws is
   * reported through `onError` and holds up nothing else. Aborting lets running handlers end and leaves the rest.
   */
  drain(signal: AbortSignal): Promise<void>;
}

interface Task {
  readonly due: Instant;
  readonly lane: string | undefined;
  readonly run: () => Promise<unknown>;
}

interface WorkQueueOptions {
  readonly concurrency: number;
  /** Least time between two starts in one lane, in milliseconds. */
  readonly laneGapMs?: number;
  readonly onError: (error: unknown) => void;
}

/** SQS's part on a laptop: delayed messages and bounded concurrency, in memory. What is lost with it the store remembers. */
export function createWorkQueue(
  timekeeper: Timekeeper,
  { concurrency, laneGapMs = 0, onError }: WorkQueueOptions,
): WorkQueue {
  const tasks: Task[] = [];
  const running = new Set<Promise<void>>();
  /** When a lane's next task may start; undefined while one is running. */
  const lanes = new Map<string, Instant | undefined>();

  const start = (task: Task) => {
    const { lane } = task;
    const laneIsFree = plus(timekeeper.now(), laneGapMs);
    if (lane !== undefined) lanes.set(lane, undefined);
    const done = task
      .run()
      .then(() => undefined, onError)
      .finally(() => {
        running.delete(done);
        if (lane !== undefined) lanes.set(lane, laneIsFree);
      });
    running.add(done);
  };
  /** When a task can start, or undefined where its lane is in use. */
  const startOf = ({ due, lane }: Task): Instant | undefined => {
    if (lane === undefined || !lanes.has(lane)) return due;
    const free = lanes.get(lane);
    return free !== undefined && free < due ? due : free;
  };
  /** The task that can start first, and when. */
  const nextTask = (): { readonly index: number; readonly at: Instant } | undefined => {
    let next: { readonly index: number; readonly at: Instant } | undefined;
    for (const [index, task] of tasks.entries()) {
      if (next !== undefined && task.due >= next.at) break;
      const at = startOf(task);
      if (at !== undefined && (next === undefined || at < next.at)) next = { index, at };
    }
    return next;
  };

  return {
    queue: (handle, laneOf) => ({
      send: async (messages) => {
        for (const { message, delayMs = 0 } of messages) {
          const task = {
            due: plus(timekeeper.now(), delayMs),
            lane: laneOf?.(message),
            run: () => handle(message),
          };
          const index = tasks.findLastIndex((other) => other.due <= task.due);
          tasks.splice(index + 1, 0, task);
        }
      },
    }),
    drain: async (signal) => {
      while (!signal.aborted && (tasks.length > 0 || running.size > 0)) {
        const next = running.size >= concurrency ? undefined : nextTask();
        if (next === undefined) await Promise.race(running);
        else if (next.at > timekeeper.now()) await waitFor(next.at, signal);
        else for (const task of tasks.splice(next.index, 1)) start(task);
      }
      await Promise.allSettled(running);
    },
  };

  /** Waits until a message is due, or until a running handler ends, which may have sent an earlier one. */
  async function waitFor(due: Instant, signal: AbortSignal): Promise<void> {
    const wait = new AbortController();
    const elapsed = timekeeper.until(due, AbortSignal.any([signal, wait.signal])).catch(() => undefined);
    await Promise.race([elapsed, ...running]);
    wait.abort();
  }
}
