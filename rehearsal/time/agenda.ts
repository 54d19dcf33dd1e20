/** What is to happen in simulated time. */
export interface Agenda {
  /** Adds something to do at `epochMs`. What is due at the same time is done in the order in which it was added. */
  at(epochMs: number, act: () => Promise<void>): void;
  /** When the next thing is due, in epoch milliseconds. */
  nextAt(): number | undefined;
  /** Takes out what is due next. */
  take(): (() => Promise<void>) | undefined;
}

interface Entry {
  readonly epochMs: number;
  readonly act: () => Promise<void>;
}

export function createAgenda(): Agenda {
  const entries: Entry[] = [];
  return {
    at: (epochMs, act) => {
      const index = entries.findLastIndex((other) => other.epochMs <= epochMs);
      entries.splice(index + 1, 0, { epochMs, act });
    },
    nextAt: () => entries[0]?.epochMs,
    take: () => entries.shift()?.act,
  };
}
