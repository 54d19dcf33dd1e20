import process from "node:process";

/** What a shell reports of a program ended by Ctrl-C: 128 + SIGINT. */
export const INTERRUPTED = 130;

/**
 * Runs `work` with a signal that aborts at the first Ctrl-C, so that what is under way ends in order; a second one ends
 * the program at once.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
    process.stderr.write("\nStopping: what is under way is finished first. Press Ctrl-C again to stop at once.\n");
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

/** The same for work that may be left where it is: once interrupted, it says what that means and ends with INTERRUPTED. */
export async function interruptibleAnywhere(work: (signal: AbortSignal) => Promise<void>, left: string): Promise<void> {
  await interruptible(async (signal) => {
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      process.stderr.write(`${left}\n`);
      process.exitCode = INTERRUPTED;
    }
  });
}
