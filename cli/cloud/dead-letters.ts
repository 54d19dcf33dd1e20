import type { StackOutput } from "../../shared/cloud/stack-outputs.ts";

/** Where what failed for good waits, and what becomes of it. */
export interface DeadLetterQueue {
  readonly deadLetters: StackOutput;
  /** What one message stands for. */
  readonly what: string;
  /** The queue it goes back to; without one, why it need not. */
  readonly back?: StackOutput;
  readonly instead?: string;
}

/**
 * The dead letters of the stack, by what the command line calls them. Two of them come from a queue; a call that was due
 * at its time, or for a file, is made good by any later one.
 */
export const DEAD_LETTERS = {
  polls: { deadLetters: "PollsDeadLettersUrl", back: "PollsQueueUrl", what: "a poll of a feed" },
  articles: { deadLetters: "ArticlesDeadLettersUrl", back: "ArticlesQueueUrl", what: "a reading of an article" },
  calls: {
    deadLetters: "CallsDeadLettersUrl",
    what: "a call to schedule polls, to publish, or to check an upload",
    instead:
      'the next calls, within five minutes and an hour, schedule and publish what is due; an upload is checked again by "npm run mizan -- watch push"',
  },
} as const satisfies Readonly<Record<string, DeadLetterQueue>>;

export type DeadLetterName = keyof typeof DEAD_LETTERS;
export const DEAD_LETTER_NAMES = Object.keys(DEAD_LETTERS).filter(isDeadLetterName);

export function isDeadLetterName(name: string): name is DeadLetterName {
  return name in DEAD_LETTERS;
}
