import { Duration } from "aws-cdk-lib";
import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { LambdaFunction as LambdaTarget } from "aws-cdk-lib/aws-events-targets";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import type { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { WATCHLIST_PLACES } from "../shared/cloud/watchlist-places.ts";
import { RUNNING_KEYS } from "../shared/pipeline/watchlist-versions.ts";
import { grantNames, grantObjects, resourceOf } from "./grant-objects.ts";
import { privateBucket } from "./private-bucket.ts";
import { programFunction } from "./program-function.ts";
import type { Settings } from "./settings.ts";

/** A few hundred kilobytes of YAML, read twice, parsed and checked. */
const APPLYING = { memorySize: 1_024, timeout: Duration.minutes(1) } as const;

/** The analyst's files, checked as they are uploaded, and what of them runs. */
export class Watchlist extends Construct {
  readonly bucket: IBucket;
  readonly function: NodejsFunction;

  constructor(
    scope: Construct,
    id: string,
    { deadCalls, settings }: { readonly deadCalls: Queue; readonly settings: Settings },
  ) {
    super(scope, id);
    this.bucket = privateBucket(this, "Bucket");
    this.function = programFunction(this, "ApplyWatchlist", {
      ...APPLYING,
      settings,
      isTraced: true,
      program: "apply-watchlist",
      description: "Checks the uploaded watchlist as a whole and makes it the running one.",
      retryAttempts: 2,
      onFailure: new SqsDestination(deadCalls),
    });
    this.grantApplying(this.function);
    this.onUpload(this.function, deadCalls);
  }

  /** Lets `fn` read the running watchlist, and tells it where. */
  grantRunning(fn: LambdaFunction): void {
    for (const key of RUNNING_KEYS) grantObjects(fn, this.bucket, `${WATCHLIST_PLACES.active}${key}`, ["GetObject"]);
    grantNames(fn, this.bucket);
    fn.addEnvironment("WATCHLIST_BUCKET", this.bucket.bucketName);
  }

  private grantApplying(fn: LambdaFunction): void {
    grantObjects(fn, this.bucket, `${WATCHLIST_PLACES.uploads}*`, ["GetObject"]);
    grantObjects(fn, this.bucket, `${WATCHLIST_PLACES.active}*`, ["GetObject", "PutObject"]);
    grantNames(fn, this.bucket);
    fn.addEnvironment("WATCHLIST_BUCKET", this.bucket.bucketName);
  }

  /**
   * Calls `fn` for each file of the uploads that was written or removed. By way of EventBridge: a notification of the
   * bucket's own would need the function before the bucket, and the function needs the bucket.
   */
  private onUpload(fn: LambdaFunction, deadCalls: Queue): void {
    resourceOf(this.bucket).notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    new Rule(this, "OnUpload", {
      description: "A file of the watchlist was uploaded or removed.",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created", "Object Deleted"],
        detail: {
          bucket: { name: [this.bucket.bucketName] },
          object: { key: ["yaml", "yml", "json"].map((end) => ({ wildcard: `${WATCHLIST_PLACES.uploads}*.${end}` })) },
        },
      },
      targets: [
        new LambdaTarget(fn, {
          deadLetterQueue: deadCalls,
          event: RuleTargetInput.fromObject(asNotification()),
        }),
      ],
    });
  }
}

/** EventBridge's word of an object, in the form of S3's own notifications, which is what the function reads. */
function asNotification() {
  const key = EventField.fromPath("$.detail.object.key");
  return { Records: [{ eventName: EventField.detailType, s3: { object: { key } } }] };
}
