import { stderr } from "node:process";

/** One line that says how far the work is: rewritten in place on a terminal, absent everywhere else. */
export interface Progress {
  show(line: string): void;
  /** Removes the line. */
  clear(): void;
}

const SHOWN_EVERY_MS = 80;

export const NO_PROGRESS: Progress = { show: () => undefined, clear: () => undefined };

export function terminalProgress(): Progress {
  if (!stderr.isTTY) return NO_PROGRESS;
  let shown = 0;
  return {
    show: (line) => {
      const now = performance.now();
      if (now - shown < SHOWN_EVERY_MS) return;
      shown = now;
      stderr.write(`\r\u001b[2K${line.slice(0, Math.max(20, stderr.columns - 1))}`);
    },
    clear: () => stderr.write("\r\u001b[2K"),
  };
}
