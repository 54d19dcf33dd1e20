import { Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { CfnBucket, type IBucket } from "aws-cdk-lib/aws-s3";

export type ObjectAction = "GetObject" | "PutObject";

/** Lets `fn` do these things with the objects at `keys`, one key or all that begin so: `active/*`. */
export function grantObjects(
  fn: LambdaFunction,
  bucket: IBucket,
  keys: string,
  actions: readonly ObjectAction[],
): void {
  fn.addToRolePolicy(
    new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources: [bucket.arnForObjects(keys)] }),
  );
  if (!keys.endsWith("*")) return;
  Validations.of(fn.role ?? fn).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(resourceOf(bucket))}.Arn>/${keys}]`,
    reason: "Objects are named by what they hold; the prefix is as far as a policy can know them.",
  });
}

/** Lets `fn` list the bucket; without that right, S3 refuses an object that is not there instead of saying so. */
export function grantNames(fn: LambdaFunction, bucket: IBucket): void {
  fn.addToRolePolicy(new PolicyStatement({ actions: ["s3:ListBucket"], resources: [bucket.bucketArn] }));
}

/** The bucket as CloudFormation knows it. */
export function resourceOf(bucket: IBucket): CfnBucket {
  const resource = bucket.node.defaultChild;
  if (resource instanceof CfnBucket) return resource;
  throw new Error(`${bucket.node.path} is not a bucket of this stack`);
}
