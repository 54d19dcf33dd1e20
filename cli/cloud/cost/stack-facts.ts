import { z } from "zod";
import { resourcesOf, type Template } from "../template.ts";

/** What costs by being there. */
export interface StackFacts {
  /** Metrics that alarms look at; one alarm may look at several. */
  readonly alarmMetrics: number;
  /** Of each function that works from a queue, by its logical id: the messages that it is handed at a time. */
  readonly batchSizes: Readonly<Record<string, number>>;
  /** Functions of which each invocation leaves a trace, by their logical ids. */
  readonly traced: readonly string[];
  readonly hasBackup: boolean;
  readonly logRetentionDays: number;
}

const alarm = z.object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() });
const eventSource = z.object({ FunctionName: z.object({ Ref: z.string() }), BatchSize: z.number() });
const traced = z.object({ TracingConfig: z.object({ Mode: z.literal("Active") }) });
const backedUp = z.object({
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.literal(true) }),
});
const logs = z.object({ RetentionInDays: z.number().default(Number.POSITIVE_INFINITY) });

/** A logical id as the rehearsal reports it: without CDK's hash at its end. */
function idOf(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/u, "");
}

export function stackFacts(template: Template): StackFacts {
  const properties = (type: string) => resourcesOf(template, type).map(([, { Properties }]) => Properties);
  return {
    alarmMetrics: properties("AWS::CloudWatch::Alarm")
      .map((one) => alarm.parse(one).Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1)
      .reduce((sum, count) => sum + count, 0),
    batchSizes: Object.fromEntries(
      properties("AWS::Lambda::EventSourceMapping").map((one) => {
        const { FunctionName, BatchSize } = eventSource.parse(one);
        return [idOf(FunctionName.Ref), BatchSize];
      }),
    ),
    traced: resourcesOf(template, "AWS::Lambda::Function")
      .filter(([, { Properties }]) => traced.safeParse(Properties).success)
      .map(([id]) => idOf(id)),
    hasBackup: properties("AWS::DynamoDB::Table").some((one) => backedUp.safeParse(one).success),
    logRetentionDays: Math.max(0, ...properties("AWS::Logs::LogGroup").map((one) => logs.parse(one).RetentionInDays)),
  };
}
