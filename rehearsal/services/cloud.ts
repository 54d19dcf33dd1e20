import type { SQSClient } from "@aws-sdk/client-sqs";
import type { Judge } from "../iam/judge.ts";
import type { FunctionHost } from "../lambda/function-host.ts";
import type { Findings } from "../report/findings.ts";
import type { LambdaFunction, Stack } from "../stack/stack.ts";
import type { Agenda } from "../time/agenda.ts";
import type { SimulatedClock } from "../time/simulated-clock.ts";

/** What the services of the rehearsed AWS share. */
export interface Cloud {
  readonly stack: Stack;
  readonly clock: SimulatedClock;
  readonly agenda: Agenda;
  readonly judge: Judge;
  readonly findings: Findings;
  /** By ARN. */
  readonly hosts: ReadonlyMap<string, FunctionHost>;
  /** SQS by way of the gateway, in the name of a function's role. */
  sqsAs(fn: LambdaFunction): SQSClient;
}

/** The function of that ARN; the stack was read so that there is one. */
export function functionOf({ stack, hosts }: Cloud, arn: string): { fn: LambdaFunction; host: FunctionHost } {
  const fn = stack.functions.find((candidate) => candidate.arn === arn);
  const host = hosts.get(arn);
  if (fn === undefined || host === undefined) throw new Error(`${arn} is no function of this stack`);
  return { fn, host };
}

/** What a resource is called by people: logical ids end in eight hexadecimal digits that tell nothing. */
export function label({ id }: { readonly id: string }): string {
  return id.replace(/[0-9A-F]{8}$/u, "");
}
