import process from "node:process";
import { SECOND } from "../../shared/time.ts";
import { isReservedVariable } from "../lambda/runtime-environment.ts";
import type { LambdaFunction, Stack } from "./stack.ts";

/** Bytes of a function's variables, names and values together (AWS Lambda quotas). */
const MOST_ENVIRONMENT_BYTES = 4_096;
/** Messages that a queue's batch may hold without a batching window, and with one (AWS Lambda API, BatchSize). */
const MOST_MESSAGES = { atOnce: 10, gathered: 10_000 } as const;

/** What CloudFormation would stop at that the template alone tells, each with the resource. */
export function deployProblems(stack: Stack): readonly string[] {
  return [
    ...stack.functions.flatMap((fn) => [...runtimeProblems(fn), ...environmentProblems(fn)]),
    ...eventSourceProblems(stack),
    ...redriveProblems(stack),
    ...[...stack.roles.values()].flatMap(({ name, unknownPolicies }) =>
      unknownPolicies.map((policy) => `${name}: the rehearsal does not know what ${policy} allows`),
    ),
  ];
}

function runtimeProblems({ id, runtime }: LambdaFunction): string[] {
  const here = `nodejs${process.versions.node.split(".")[0]}.x`;
  return runtime === here ? [] : [`${id}: its runtime is ${runtime}, and is rehearsed on ${here}`];
}

function environmentProblems({ id, environment }: LambdaFunction): string[] {
  const bytes = Object.entries(environment).reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  return [
    ...Object.keys(environment)
      .filter(isReservedVariable)
      .map((name) => `${id}: ${name} is a variable that Lambda keeps for itself`),
    ...(bytes > MOST_ENVIRONMENT_BYTES
      ? [`${id}: ${bytes} bytes of variables, more than ${MOST_ENVIRONMENT_BYTES}`]
      : []),
  ];
}

function eventSourceProblems({ eventSources, queues, functions }: Stack): string[] {
  return eventSources.flatMap(({ id, queue: queueArn, function: fnArn, batchSize, batchingWindowMs }) => {
    const queue = queues.find(({ arn }) => arn === queueArn);
    const fn = functions.find(({ arn }) => arn === fnArn);
    if (queue === undefined || fn === undefined) return [`${id}: ${queueArn} is no queue of this stack`];
    const most = batchingWindowMs > 0 ? MOST_MESSAGES.gathered : MOST_MESSAGES.atOnce;
    return [
      // Lambda refuses such an event source: a message would come back while it is still handled.
      ...(queue.visibilityMs < fn.timeoutMs
        ? [`${id}: the queue hides messages for ${queue.visibilityMs / SECOND} s, less than ${fn.id} may take`]
        : []),
      ...(batchSize > most ? [`${id}: batches of ${batchSize}, more than ${most}`] : []),
    ];
  });
}

function redriveProblems({ queues }: Stack): string[] {
  return queues
    .filter(({ redrive }) => redrive && !queues.some(({ arn }) => arn === redrive.deadLetterTargetArn))
    .map(({ id, redrive }) => `${id}: its dead letters go to ${redrive?.deadLetterTargetArn}, which is not there`);
}
