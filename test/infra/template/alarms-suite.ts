import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Match, type Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { MEASURES, TOO_MANY_FEEDS_FAILING } from "../../../shared/cloud/measures.ts";
import { plain, resourcesOf } from "../../support/a-stack.ts";

const RUNBOOK = readFileSync(join(import.meta.dirname, "../../../docs/runbook.md"), "utf8");

/** Metrics that one alarm looks at: each costs 0.10 USD a month (Amazon CloudWatch pricing). */
function metricsOf({ Metrics }: Readonly<Record<string, unknown>>): number {
  return Array.isArray(Metrics) ? Metrics.filter((metric) => "MetricStat" in metric).length : 1;
}

/** A metric, or what is reckoned from others, in an alarm on a sum. */
interface InMath {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: {
    readonly Metric: { readonly MetricName: string; readonly Dimensions: readonly { readonly Value: unknown }[] };
    readonly Period: number;
    readonly Stat: string;
  };
}

function functionOf(metric: InMath["MetricStat"]): string {
  return plain(metric?.Metric.Dimensions[0]?.Value);
}

export function describeAlarms(template: Template): void {
  const alarms = resourcesOf(template, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
  const named = (name: string) => alarms.find(({ AlarmName }) => AlarmName === name) ?? {};

  test("every alarm is a heading of the runbook, and every such heading an alarm", () => {
    const headings = [...RUNBOOK.matchAll(/^### (mizan-\S+)$/gmu)].map(([, name]) => name);
    expect(headings.toSorted()).toEqual(alarms.map(({ AlarmName }) => AlarmName).toSorted());
    for (const { AlarmName, AlarmDescription } of alarms) expect(AlarmDescription).toContain(`"${AlarmName}"`);
  });

  test("every alarm says that it began and that it is over, to the topic that writes to the deployer", () => {
    for (const { AlarmName, AlarmActions, OKActions } of alarms) {
      expect([AlarmActions, OKActions].flat().map(plain), String(AlarmName)).toEqual([
        "<AlarmsTopic>",
        "<AlarmsTopic>",
      ]);
    }
    template.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: "analyst@example.org" });
  });

  test("alarms may publish to the topic: a policy of its own takes the place of the one that says so", () => {
    template.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: "Allow",
            Action: "sns:Publish",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
          }),
        ]),
      },
    });
  });

  test("errors of what works from queues add up in one alarm, and a function that was not called counts as none", () => {
    const { Metrics } = named("mizan-function-errors");
    const metrics = Metrics as readonly InMath[];
    const inputs = metrics.filter(({ MetricStat }) => MetricStat !== undefined);
    expect(inputs.map(({ MetricStat }) => functionOf(MetricStat))).toEqual(
      resourcesOf(template, "AWS::Lambda::EventSourceMapping")
        .map(([, { Properties }]) => plain(Properties.FunctionName))
        .toReversed(),
    );
    const [sum] = metrics.filter(({ Expression }) => Expression !== undefined);
    expect(sum?.Expression).toBe(inputs.map(({ Id }) => `FILL(${Id},0)`).join("+"));
  });

  describe("alarms on what the functions measure", () => {
    test("each measure has one", () => {
      const measured = alarms.filter(({ Namespace }) => Namespace === "Mizan").map(({ MetricName }) => MetricName);
      expect(measured.toSorted()).toEqual(Object.values(MEASURES).toSorted());
    });

    test.each(["mizan-digest-not-published", "mizan-no-new-items"])(
      "%s also rings when nothing is measured: a function that does not run tells nothing",
      (name) => {
        expect(named(name)).toMatchObject({ TreatMissingData: "breaching", ComparisonOperator: "LessThanThreshold" });
      },
    );

    test("a digest due at 07:00 is missed at 08:00: no call has ended well since midnight", () => {
      const { Metrics, ...alarm } = named("mizan-digest-not-published");
      expect(alarm).toMatchObject({ EvaluationPeriods: 8, Threshold: 1 });
      const metrics = Metrics as readonly InMath[];
      expect(metrics.map(({ Expression }) => Expression).filter(Boolean)).toEqual(["FILL(calls,0)-FILL(errors,0)"]);
      const inputs = metrics.flatMap(({ Id, MetricStat }) =>
        MetricStat === undefined
          ? []
          : [[Id, MetricStat.Metric.MetricName, MetricStat.Period, MetricStat.Stat, functionOf(MetricStat)]],
      );
      expect(inputs.toSorted()).toEqual([
        ["calls", "Invocations", 3_600, "Sum", "<PublishingPublishDigest>"],
        ["errors", "Errors", 3_600, "Sum", "<PublishingPublishDigest>"],
      ]);
    });

    test("more than a third of the feeds failing is told while it lasts, and its silence is good news", () => {
      expect(named("mizan-feeds-failing")).toMatchObject({
        Threshold: TOO_MANY_FEEDS_FAILING,
        ComparisonOperator: "GreaterThanThreshold",
        TreatMissingData: "notBreaching",
      });
    });

    test("twelve hours without a new item are too long", () => {
      expect(named("mizan-no-new-items")).toMatchObject({ Period: 3_600, EvaluationPeriods: 12, Threshold: 1 });
    });
  });

  test("all alarms look at nine metrics: each more costs 0.10 USD a month", () => {
    expect(alarms.map(metricsOf).reduce((sum, metrics) => sum + metrics)).toBe(9);
  });
}
