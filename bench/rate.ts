import process from "node:process";

/** Before anything is counted, in seconds: enough for the compiler of V8 to have seen the work. */
const WARM_UP = 0.5;

/**
 * Calls `work` on the inputs in turn for so many seconds, after a warm-up; calls a second of processor time, all threads
 * together, so that others on the same machine take less from the figure.
 */
export async function rate<T>(inputs: readonly T[], work: (input: T) => unknown, seconds = 3): Promise<number> {
  await call(inputs, work, Math.min(WARM_UP, seconds));
  const start = process.cpuUsage();
  const calls = await call(inputs, work, seconds);
  const { user, system } = process.cpuUsage(start);
  return calls / ((user + system) / 1e6);
}

async function call<T>(inputs: readonly T[], work: (input: T) => unknown, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  for (let calls = 0; ; )
    for (const input of inputs) {
      await work(input);
      calls++;
      if (performance.now() >= end) return calls;
    }
}

/** A rate as it is printed. */
export function perSecond(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} /s`;
}
