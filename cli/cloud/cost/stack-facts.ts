import { z } from "zod";
import { resourcesOf, type Template } from "../template.ts";

/** What costs by being there. */
export interface StackFacts {
  /** Metrics that alarms look at; one alarm may look at several. */
  readonly alarmMetrics: number;
  /** Queues that Lambda polls. */
  readonly polledQueues: number;
  /** Each invocation leaves a trace. */
  readonly traced: boolean;
  readonly hasBackup: boolean;
  readonly logRetentionDays: number;
}

const alarm = z.object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() });
const traced = z.object({ TracingConfig: z.object({ Mode: z.literal("Active") }) });
const backedUp = z.object({
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.literal(true) }),
});
const logs = z.object({ RetentionInDays: z.number().default(Number.POSITIVE_INFINITY) });

export function stackFacts(template: Template): StackFacts {
  const properties = (type: string) => resourcesOf(template, type).map(([, { Properties }]) => Properties);
  return {
    alarmMetrics: properties("AWS::CloudWatch::Alarm")
      .map((one) => alarm.parse(one).Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1)
      .reduce((sum, count) => sum + count, 0),
    polledQueues: properties("AWS::Lambda::EventSourceMapping").length,
    traced: properties("AWS::Lambda::Function").some((one) => traced.safeParse(one).success),
    hasBackup: properties("AWS::DynamoDB::Table").some((one) => backedUp.safeParse(one).success),
    logRetentionDays: Math.max(0, ...properties("AWS::Logs::LogGroup").map((one) => logs.parse(one).RetentionInDays)),
  };
}
