import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { MINUTE } from "../../shared/time.ts";
import type { Invocation } from "../lambda/function-host.ts";
import type { LambdaFunction } from "../stack/stack.ts";
import { type Cloud, functionOf, label } from "./cloud.ts";

/** Waits before the second and the third try (AWS Lambda Developer Guide, "Error handling for asynchronous invocation"). */
const WAITS_MS = [MINUTE, 2 * MINUTE];

/**
 * Lambda's asynchronous invocation: whoever calls has only handed over the event. A failure is tried again as often as
 * the function is configured for, and then sent to its destination.
 */
export function invokeLater(cloud: Cloud, arn: string, event: string, atMs: number): void {
  const { fn, host } = functionOf(cloud, arn);
  const attempt = async (tries: number): Promise<void> => {
    const invocation = await host.invoke(event);
    if (invocation.outcome === "succeeded") return;
    const waitMs = tries < fn.asynchronous.retries ? WAITS_MS[tries] : undefined;
    if (waitMs === undefined) return await giveUp(cloud, fn, event, invocation);
    cloud.agenda.at(cloud.clock.now() + waitMs, () => attempt(tries + 1));
  };
  cloud.agenda.at(atMs, () => attempt(0));
}

async function giveUp(cloud: Cloud, fn: LambdaFunction, event: string, { error }: Invocation): Promise<void> {
  const { onFailure } = fn.asynchronous;
  if (onFailure === undefined) return;
  const queue = cloud.stack.queues.find(({ arn }) => arn === onFailure);
  if (queue === undefined)
    return cloud.findings.add("not rehearsed", `${label(fn)}: its destination on failure, ${onFailure}, is no queue`);
  const verdict = await cloud.judge.judge(
    { kind: "role", role: fn.role, session: fn.name },
    { action: "sqs:SendMessage", resource: onFailure },
  );
  if (!verdict.isAllowed) return cloud.findings.add("denied", verdict.reason);
  const failure = {
    requestContext: { functionArn: fn.arn },
    requestPayload: JSON.parse(event),
    responsePayload: error,
  };
  await cloud.sqsAs(fn).send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: JSON.stringify(failure) }));
}
