import type { Instant } from "../../shared/model.ts";
import type { Clock } from "../../shared/pipeline/ports.ts";

/** Tells the time, and lets it pass. */
export interface Timekeeper {
  readonly now: Clock;
  /** Resolves when the clock shows `instant` or later; rejects when `signal` aborts. */
  until(instant: Instant, signal: AbortSignal): Promise<void>;
}

/** The wall clock. */
export const wallClock: Timekeeper = {
  now: () => new Date().toISOString(),
  until: (instant, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(done, Math.max(0, Date.parse(instant) - Date.now()));
      signal.addEventListener("abort", stop, { once: true });
      function done() {
        signal.removeEventListener("abort", stop);
        resolve();
      }
      function stop() {
        clearTimeout(timer);
        reject(signal.reason);
      }
    }),
};

/** A clock that stands still until it is set or waited for, and then jumps: days pass in no time. */
export function simulatedClock(start: Instant): Timekeeper & { set(instant: Instant): void } {
  let time = start;
  return {
    now: () => time,
    until: async (instant) => {
      if (instant > time) time = instant;
    },
    set: (instant) => {
      time = instant;
    },
  };
}
