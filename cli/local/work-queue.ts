import type { Instant } from "../../shared/model.ts";
import type { Queue } from "../../shared/pipeline/ports.ts";
import { plus } from "../../shared/time.ts";
import type { Timekeeper } from "./clocks.ts";

export interface WorkQueue {
  /** A queue whose messages `handle` receives, one call each. */
  queue<Message>(handle: (message: Message) => Promise<unknown>): Queue<Message>;
  /**
   * Works until no message is left, at most `concurrency` at once, each not before its time. A handler that throws is
   * reported through `onError` and holds up nothing else. Aborting lets running handlers end and leaves the rest.
   */
  drain(signal: AbortSignal): Promise<void>;
}

interface Task {
  readonly due: Instant;
  readonly run: () => Promise<unknown>;
}

/** SQS's part on a laptop: delayed messages and bounded concurrency, in memory. What is lost with it the store remembers. */
export function createWorkQueue(
  timekeeper: Timekeeper,
  { concurrency, onError }: { readonly concurrency: number; readonly onError: (error: unknown) => void },
): WorkQueue {
  const tasks: Task[] = [];
  const running = new Set<Promise<void>>();

  const start = (task: Task) => {
    const done = task
      .run()
      .then(() => undefined, onError)
      .finally(() => running.delete(done));
    running.add(done);
  };

  return {
    queue: (handle) => ({
      send: async (message, delayMs = 0) => {
        const task = { due: plus(timekeeper.now(), delayMs), run: () => handle(message) };
        const index = tasks.findLastIndex((other) => other.due <= task.due);
        tasks.splice(index + 1, 0, task);
      },
    }),
    drain: async (signal) => {
      while (!signal.aborted && (tasks.length > 0 || running.size > 0)) {
        const [next] = tasks;
        if (next === undefined || running.size >= concurrency) await Promise.race(running);
        else if (next.due > timekeeper.now()) await waitFor(next.due, signal);
        else {
          tasks.shift();
          start(next);
        }
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
