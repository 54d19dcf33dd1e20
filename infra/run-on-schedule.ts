import { Arn, type Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

/** As often as EventBridge Scheduler tries at most (its user guide); `triedFor` ends it before. */
const MOST_TRIES = 185;

export interface RunOnSchedule {
  readonly schedule: ScheduleExpression;
  readonly description: string;
  /** How long a call that cannot be made is tried again; afterwards it is a dead letter. A minute at least. */
  readonly triedFor: Duration;
  readonly deadLetters: Queue;
  /** What it is called with; without it, EventBridge's own event. */
  readonly input?: object;
}

/**
 * Calls `fn` on a schedule. The call only hands over: what goes wrong inside `fn` is its own to try again. CDK's ready
 * target would let the schedule call every version of the function; this one names the function.
 */
export function runOnSchedule(
  scope: Construct,
  id: string,
  fn: LambdaFunction,
  { schedule, description, triedFor, deadLetters, input }: RunOnSchedule,
): void {
  const role = new Role(scope, `${id}Role`, { assumedBy: schedulesOf(Stack.of(scope)) });
  role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [fn.functionArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [deadLetters.queueArn] }));
  const target = {
    arn: fn.functionArn,
    role,
    deadLetterConfig: { arn: deadLetters.queueArn },
    retryPolicy: { maximumEventAgeInSeconds: triedFor.toSeconds(), maximumRetryAttempts: MOST_TRIES },
    ...(input === undefined ? {} : { input: ScheduleTargetInput.fromObject(input) }),
  };
  new Schedule(scope, id, { schedule, description, target: { bind: () => target } });
}

/** The schedules of this account only (AWS Scheduler user guide, "Confused deputy prevention"). */
function schedulesOf(stack: Stack): ServicePrincipal {
  const group = Arn.format({ service: "scheduler", resource: "schedule-group", resourceName: "default" }, stack);
  return new ServicePrincipal("scheduler.amazonaws.com", {
    conditions: { StringEquals: { "aws:SourceAccount": stack.account, "aws:SourceArn": group } },
  });
}
