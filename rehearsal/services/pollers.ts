import { SECOND } from "../../shared/time.ts";
import type { DoneCall } from "../gateway/serve-gateway.ts";
import { delaysOf } from "../gateway/sqs.ts";
import type { Cloud } from "./cloud.ts";
import { createPoller, mayPoll, type Poller } from "./event-source.ts";

/** Starts a poller for every event source that Lambda would accept; the others are told of. */
export async function startPollers(cloud: Cloud): Promise<readonly Poller[]> {
  const pollers: Poller[] = [];
  for (const source of cloud.stack.eventSources) {
    const queue = cloud.stack.queues.find(({ arn }) => arn === source.queue);
    if (queue === undefined) continue;
    const problem = await mayPoll(cloud, source);
    if (problem === undefined) pollers.push(createPoller(cloud, source, queue));
    else cloud.findings.add("deploy", problem);
  }
  return pollers;
}

/** Tells the pollers of a queue when what was just sent to it can be received. */
export function expectMessages({ call, request, answer }: DoneCall, pollers: readonly Poller[], nowMs: number): void {
  if (call.service !== "sqs" || !call.operation.startsWith("SendMessage") || answer.status !== 200) return;
  const [access] = call.accesses;
  for (const { queue, expect } of pollers) {
    if (access?.resource !== queue.arn) continue;
    for (const delay of delaysOf(request.body)) expect(nowMs + (delay === undefined ? queue.delayMs : delay * SECOND));
  }
}
