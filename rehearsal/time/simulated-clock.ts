import type { Instant } from "../../shared/model.ts";

/** Simulated time, in epoch milliseconds: stands still, except while work is done, and is moved ahead between works. */
export interface SimulatedClock {
  now(): number;
  instant(): Instant;
  /** Moves ahead to `epochMs`; a time that has passed already changes nothing. */
  leapTo(epochMs: number): void;
  /** Lets time run with the real one until `work` is done. Works do not overlap. */
  runningDuring<T>(work: () => Promise<T>): Promise<T>;
}

export function simulatedClock(startMs: number): SimulatedClock {
  let shown = startMs;
  let runningSince: number | undefined;
  const now = () => shown + (runningSince === undefined ? 0 : Math.floor(performance.now() - runningSince));
  return {
    now,
    instant: () => new Date(now()).toISOString(),
    leapTo: (epochMs) => {
      shown = Math.max(shown, epochMs);
    },
    runningDuring: async (work) => {
      if (runningSince !== undefined) throw new Error("the simulated clock runs already");
      runningSince = performance.now();
      try {
        return await work();
      } finally {
        shown = now();
        runningSince = undefined;
      }
    },
  };
}
