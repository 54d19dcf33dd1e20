import process from "node:process";
import type { Message, SQSClient } from "@aws-sdk/client-sqs";
import { connectCloud } from "../cloud/connect.ts";
import { DEAD_LETTER_NAMES, DEAD_LETTERS, type DeadLetterQueue, isDeadLetterName } from "../cloud/dead-letters.ts";
import { describeDeadLetter } from "../cloud/describe-dead-letter.ts";
import { moveMessages } from "../cloud/move-messages.ts";
import { putBack, receiveSome } from "../cloud/queue-messages.ts";
import { stackOutputs } from "../cloud/stack.ts";
import { interruptibleAnywhere } from "../interruption.ts";
import { terminalProgress } from "../local/progress.ts";
import { UsageError } from "../usage-error.ts";

export interface RedriveOptions {
  /** One of DEAD_LETTER_NAMES; all of them where it is not given. */
  readonly name?: string;
  /** Show the messages, and leave them. */
  readonly peek?: boolean;
}

/** At most as many are shown of a queue. */
const SHOWN = 50;

/** Moves dead letters back to their queues, and drops those that later calls have made good; or shows them. */
export async function redrive({ name, peek = false }: RedriveOptions): Promise<void> {
  if (name !== undefined && !isDeadLetterName(name))
    throw new UsageError(`no dead letters "${name}": there are those of ${DEAD_LETTER_NAMES.join(", ")}`);
  const { cloudFormation, sqs } = connectCloud();
  const outputs = await stackOutputs(cloudFormation);
  await interruptibleAnywhere(async (signal) => {
    for (const each of name === undefined ? DEAD_LETTER_NAMES : [name]) {
      const queue: DeadLetterQueue = DEAD_LETTERS[each];
      const [from, to] = [outputs[queue.deadLetters], queue.back && outputs[queue.back]];
      if (from === undefined || (queue.back !== undefined && to === undefined))
        throw new UsageError(`the deployed stack does not tell its queues: bring it up to date with "npm run deploy"`);
      if (peek) await show(sqs, each, from, signal);
      else await move(sqs, each, queue, { from, ...(to === undefined ? {} : { to }) }, signal);
    }
  }, "Stopped; what is left waits where it was. The same command goes on.");
}

async function show(sqs: SQSClient, name: string, url: string, signal: AbortSignal): Promise<void> {
  const seen = new Map<string | undefined, Message>();
  const held: (readonly Message[])[] = [];
  try {
    while (seen.size < SHOWN) {
      signal.throwIfAborted();
      const messages = await receiveSome(sqs, url);
      if (messages.length === 0) break;
      held.push(messages);
      for (const message of messages) seen.set(message.MessageId, message);
    }
  } finally {
    for (const messages of held) await putBack(sqs, url, messages);
  }
  print(`${name}: ${seen.size === 0 ? "none" : seen.size < SHOWN ? seen.size : `the first ${seen.size}`}`);
  for (const message of seen.values()) print(`  ${describeDeadLetter(message)}`);
}

async function move(
  sqs: SQSClient,
  name: string,
  { instead }: DeadLetterQueue,
  urls: { readonly from: string; readonly to?: string },
  signal: AbortSignal,
): Promise<void> {
  const progress = terminalProgress();
  const moved = await moveMessages({
    ...urls,
    sqs,
    signal,
    progress: (count) => progress.show(`${name}: ${count}`),
  }).finally(() => progress.clear());
  const done = instead === undefined ? "moved back to the queue" : `dropped: ${instead}`;
  print(moved === 0 ? `${name}: none` : `${name}: ${moved} ${done}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
