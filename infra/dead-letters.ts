import { Duration, Validations } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";

/** Where what failed for good waits, for as long as SQS keeps anything, with an alarm from the first message on. */
export function deadLetters(scope: Construct, alarms: Alarms, alarmName: string, what: string): Queue {
  const queue = new Queue(scope, "DeadLetters", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({ id: "AwsSolutions-SQS3", reason: "This is where dead letters end." });
  alarms.add(scope, "DeadLettersAlarm", {
    alarmName,
    alarmDescription: `${what} failed for good and waits among the dead letters.`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
    threshold: 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
  });
  return queue;
}
