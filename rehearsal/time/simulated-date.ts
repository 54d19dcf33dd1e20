/** The process's clock, led by somebody else: it shows what it was last set to and, where it runs, runs on from there. */
export interface LedDate {
  /** Sets the clock to `epochMs`. */
  set(epochMs: number): void;
}

/**
 * Makes `Date` tell led time in this process, as libfaketime does for a whole program. Dates made from a value stay as
 * they are; timers and `performance` go on in real time, so that durations and deadlines are real ones.
 */
export function installLedDate(startMs: number, pace: "running" | "standing"): LedDate {
  const RealDate = Date;
  const elapsed = () => (pace === "running" ? performance.now() : 0);
  let offsetMs = startMs - elapsed();
  const now = () => Math.floor(elapsed() + offsetMs);
  const led = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
  RealDate.prototype.constructor = led;
  globalThis.Date = led;
  return {
    set: (epochMs) => {
      offsetMs = epochMs - elapsed();
    },
  };
}
