import type { LambdaFunction, Stack } from "../stack/stack.ts";
import { type Judge, mayAssume } from "./judge.ts";

/** What Lambda itself needs a function's role for: to take it on, to write its log, and to send its traces. */
export async function missingRights(stack: Stack, judge: Judge, fn: LambdaFunction): Promise<readonly string[]> {
  const { account, region } = stack;
  const trust = await mayAssume(stack, "lambda.amazonaws.com", fn.role, fn.arn);
  if (!trust.isAllowed) return [`${fn.id}: ${trust.reason}`];
  const stream = `arn:aws:logs:${region}:${account}:log-group:${fn.logGroup}:log-stream:rehearsal`;
  const needed = [
    { action: "logs:CreateLogStream", resource: stream },
    { action: "logs:PutLogEvents", resource: stream },
    // Traces have no resource of their own (Service Authorization Reference).
    ...(fn.isTraced ? [{ action: "xray:PutTraceSegments", resource: "*" }] : []),
  ];
  const principal = { kind: "role", role: fn.role, session: fn.name } as const;
  const verdicts = await Promise.all(needed.map((access) => judge.judge(principal, access)));
  return verdicts.flatMap((verdict) => (verdict.isAllowed ? [] : [verdict.reason]));
}
