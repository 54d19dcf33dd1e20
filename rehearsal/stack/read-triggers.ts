import { z } from "zod";
import { SECOND } from "../../shared/time.ts";
import type { EventSource, LambdaFunction, Schedule } from "./stack.ts";
import type { TemplateResources } from "./template-resources.ts";

const whole = z.coerce.number().int();
const isOn = z.coerce.string().default("true");

const eventSourceForm = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: whole.default(10),
  MaximumBatchingWindowInSeconds: whole.default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  Enabled: isOn,
  FilterCriteria: z.undefined("filters are not rehearsed").optional(),
});

/** Queues that Lambda receives from. */
export function readEventSources(
  resources: TemplateResources,
  functions: readonly LambdaFunction[],
): readonly EventSource[] {
  return resources
    .ofType("AWS::Lambda::EventSourceMapping", eventSourceForm)
    .filter(({ properties }) => properties.Enabled !== "false")
    .map(({ id, properties }) => ({
      id,
      queue: properties.EventSourceArn,
      function: functionArn(properties.FunctionName, functions, id),
      batchSize: properties.BatchSize,
      batchingWindowMs: properties.MaximumBatchingWindowInSeconds * SECOND,
      reportsItemFailures: properties.FunctionResponseTypes.includes("ReportBatchItemFailures"),
    }));
}

const scheduleForm = z.object({
  GroupName: z.string().default("default"),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  State: z.string().default("ENABLED"),
  Target: z.object({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  }),
});

export function readSchedules(resources: TemplateResources, functions: readonly LambdaFunction[]): readonly Schedule[] {
  return resources
    .ofType("AWS::Scheduler::Schedule", scheduleForm)
    .filter(({ properties }) => properties.State === "ENABLED")
    .map(({ id, properties: { GroupName, ScheduleExpression, ScheduleExpressionTimezone, Target } }) => ({
      id,
      group: GroupName,
      expression: ScheduleExpression,
      timeZone: ScheduleExpressionTimezone,
      function: functionArn(Target.Arn, functions, id),
      role: Target.RoleArn,
      ...(Target.Input === undefined ? {} : { input: Target.Input }),
      ...(Target.DeadLetterConfig === undefined ? {} : { deadLetters: Target.DeadLetterConfig.Arn }),
    }));
}

/** The ARN of a function given by name or ARN, with or without a version or alias. */
export function functionArn(given: string, functions: readonly LambdaFunction[], where: string): string {
  const found = functions.find(({ name, arn }) => given === name || given === arn || given.startsWith(`${arn}:`));
  if (found === undefined) throw new Error(`${where}: ${given} is no function of this stack`);
  return found.arn;
}
