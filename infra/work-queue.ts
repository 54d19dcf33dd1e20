import { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";
import { deadLetters } from "./dead-letters.ts";

/** Five at least, or throttled batches end as dead letters without a try (AWS Lambda developer guide, "SQS scaling"). */
const MOST_RECEIVES = 5;
/** A message stays hidden for six times the function's timeout: it is never handled twice at once (same guide). */
const HIDDEN_FOR_TIMEOUTS = 6;

export interface WorkQueueProps {
  readonly alarms: Alarms;
  /** Of the alarm on its dead letters. */
  readonly alarmName: string;
  /** What one message is, for people: `A poll`. */
  readonly what: string;
  /** Environment variable that tells its address to those who send. */
  readonly variable: string;
  /** Timeout of the function that handles it. */
  readonly handledWithin: Duration;
}

/** A queue with its dead letters and their alarm, and the ways in and out. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  private readonly variable: string;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { alarms, alarmName, what, variable, handledWithin } = props;
    this.variable = variable;
    this.deadLetters = deadLetters(this, alarms, alarmName, what);
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(HIDDEN_FOR_TIMEOUTS * handledWithin.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MOST_RECEIVES },
    });
  }

  /** Lets `fn` send messages, and tells it where. */
  grantSend(fn: LambdaFunction): void {
    fn.addToRolePolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [this.queue.queueArn] }));
    fn.addEnvironment(this.variable, this.queue.queueUrl);
  }

  /**
   * Hands messages to `fn`, `batchSize` at a time and to `atOnce` at most (2 or more); what fails fails alone. Each is
   * handed over when its delay is over and not gathered with later ones, for the delays keep an outlet's requests apart.
   */
  deliverTo(fn: LambdaFunction, batchSize: number, atOnce: number): void {
    fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        maxConcurrency: atOnce,
        reportBatchItemFailures: true,
      }),
    );
  }
}
