import { mayAssume } from "../iam/judge.ts";
import type { Schedule } from "../stack/stack.ts";
import { parseSchedule } from "../time/schedule-expression.ts";
import { invokeLater } from "./asynchronous.ts";
import type { Cloud } from "./cloud.ts";

const SERVICE = "scheduler.amazonaws.com";

/**
 * EventBridge Scheduler's part for one schedule: hands its event to the function at every occurrence, as far as the
 * schedule's role is allowed to.
 */
export async function startSchedule(cloud: Cloud, schedule: Schedule): Promise<void> {
  const { clock, agenda, stack, judge, findings } = cloud;
  const here = `arn:aws:scheduler:${stack.region}:${stack.account}`;
  const arn = `${here}:schedule/${schedule.group}/${schedule.id}`;
  // It gives its group as the source ("Confused deputy prevention in EventBridge Scheduler").
  const trust = await mayAssume(stack, SERVICE, schedule.role, `${here}:schedule-group/${schedule.group}`);
  if (!trust.isAllowed) return findings.add("deploy", `schedule ${schedule.id}: ${trust.reason}`);

  const next = parseSchedule(schedule.expression, schedule.timeZone, clock.now());
  const plan = (afterMs: number) => {
    const atMs = next(afterMs);
    if (atMs !== undefined) agenda.at(atMs, () => call(atMs));
  };
  const call = async (atMs: number): Promise<void> => {
    plan(atMs);
    const principal = { kind: "role", role: schedule.role, session: "scheduler" } as const;
    const access = { action: "lambda:InvokeFunction", resource: schedule.function };
    const verdict = await judge.judge(principal, access);
    if (!verdict.isAllowed) return findings.add("denied", `schedule ${schedule.id}: ${verdict.reason}`);
    invokeLater(cloud, schedule.function, schedule.input ?? defaultEvent(cloud, arn, atMs), clock.now());
  };
  plan(clock.now() - 1);
}

/** What a function gets from a schedule that gives it no input of its own (EventBridge Scheduler User Guide). */
function defaultEvent({ stack }: Cloud, arn: string, atMs: number): string {
  return JSON.stringify({
    version: "0",
    id: arn,
    "detail-type": "Scheduled Event",
    source: "aws.scheduler",
    account: stack.account,
    time: new Date(atMs).toISOString(),
    region: stack.region,
    resources: [arn],
    detail: "{}",
  });
}
