import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, type AlarmProps, MathExpression, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Settings } from "./settings.ts";

export interface AlarmSpec extends AlarmProps {
  /** A heading of docs/runbook.md. */
  readonly alarmName: string;
  /** One sentence: what has happened. */
  readonly alarmDescription: string;
}

/** Where alarms go, and the only way to make one. */
export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, { alarmEmail }: Pick<Settings, "alarmEmail">) {
    super(scope, id);
    const topic = new Topic(this, "Topic", { enforceSSL: true });
    // The policy that refuses plain HTTP takes the place of the default one, by which alarms may publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
    this.action = new SnsAction(topic);
  }

  /** Makes an alarm as part of `scope`, the construct whose trouble it tells of. */
  add(scope: Construct, id: string, { alarmDescription, ...spec }: AlarmSpec): void {
    const alarm = new Alarm(scope, id, {
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...spec,
      alarmDescription: `${alarmDescription} What to do: docs/runbook.md, "${spec.alarmName}".`,
    });
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
  }

  /** One alarm for several functions: what fails once is tried again, what keeps failing is told. */
  onErrorsOf(functions: readonly IFunction[]): void {
    const errors = functions.map((fn, i) => [`e${i}`, fn.metricErrors({ period: Duration.minutes(15) })] as const);
    this.add(this, "FunctionErrors", {
      alarmName: "mizan-function-errors",
      alarmDescription: "Functions failed in two of the last three quarters of an hour.",
      metric: new MathExpression({
        // A function that was not called has no value, and without FILL neither would the sum.
        expression: errors.map(([name]) => `FILL(${name},0)`).join("+"),
        usingMetrics: Object.fromEntries(errors),
        label: "Errors of functions",
        period: Duration.minutes(15),
      }),
      threshold: 1,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
    });
  }
}
