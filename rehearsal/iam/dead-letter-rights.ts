import type { Stack } from "../stack/stack.ts";
import type { Judge, Principal } from "./judge.ts";

/** Somebody who sends what failed for good to a queue. */
interface Sender {
  readonly principal: Principal;
  readonly queue: string;
  readonly source?: string;
}

/**
 * What would be lost because it may not even be a dead letter: of functions, schedules and rules. Nothing fails for good
 * in a good rehearsal, so these rights are judged without being used.
 */
export async function missingDeadLetterRights(stack: Stack, judge: Judge): Promise<readonly string[]> {
  const verdicts = await Promise.all(
    sendersIn(stack).map(({ principal, queue, source }) =>
      judge.judge(principal, {
        action: "sqs:SendMessage",
        resource: queue,
        ...(source === undefined ? {} : { context: { "aws:SourceArn": source, "aws:SourceAccount": stack.account } }),
      }),
    ),
  );
  return verdicts.flatMap((verdict) => (verdict.isAllowed ? [] : [verdict.reason]));
}

function sendersIn({ functions, schedules, rules }: Stack): readonly Sender[] {
  return [
    ...functions.flatMap(({ role, name, asynchronous: { onFailure } }) => {
      return onFailure === undefined ? [] : [{ principal: aRole(role, name), queue: onFailure }];
    }),
    ...schedules.flatMap(({ role, deadLetters }) => {
      return deadLetters === undefined ? [] : [{ principal: aRole(role, "scheduler"), queue: deadLetters }];
    }),
    ...rules.flatMap(({ arn, targets }) =>
      targets.flatMap(({ deadLetters }) => {
        const principal = { kind: "service", service: "events.amazonaws.com" } as const;
        return deadLetters === undefined ? [] : [{ principal, queue: deadLetters, source: arn }];
      }),
    ),
  ];
}

function aRole(role: string, session: string): Principal {
  return { kind: "role", role, session };
}
