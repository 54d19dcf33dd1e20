import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/** How long what was replaced or removed can be brought back. */
const EARLIER_VERSIONS_KEPT = Duration.days(30);

/** A bucket that nobody reaches from outside or without TLS, and that keeps what was replaced. It outlives the stack. */
export function privateBucket(scope: Construct, id: string): IBucket {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    lifecycleRules: [
      { noncurrentVersionExpiration: EARLIER_VERSIONS_KEPT, abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(bucket).acknowledge({
    id: "AwsSolutions-S1",
    reason: "Written and read by this stack's functions only; a log of it would double the objects and tell nothing.",
  });
  return bucket as IBucket; // its types leave optional properties undefined, those of its interface leave them out
}
