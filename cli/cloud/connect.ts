import process from "node:process";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CloudFrontKeyValueStoreClient } from "@aws-sdk/client-cloudfront-keyvaluestore";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { STSClient } from "@aws-sdk/client-sts";
// The key-value store is signed for all regions at once; the client finds this signer by its having been loaded.
import "@aws-sdk/signature-v4a";

/** The services of AWS that the command line speaks to. Region and credentials are found as the SDK finds them. */
export interface CloudClients {
  readonly cloudFormation: CloudFormationClient;
  readonly keyValueStore: CloudFrontKeyValueStoreClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly sts: STSClient;
}

export function connectCloud(): CloudClients {
  adoptDefaultRegion();
  // Servers at an endpoint of their own have no name for each bucket.
  const forcePathStyle = (process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL) !== undefined;
  const cloudFormation = new CloudFormationClient();
  return {
    cloudFormation,
    keyValueStore: new CloudFrontKeyValueStoreClient(),
    s3: new S3Client({ forcePathStyle }),
    sqs: new SQSClient(),
    // Who one is can be asked anywhere, also before a region is chosen.
    sts: new STSClient({ region: () => cloudFormation.config.region().catch(() => "us-east-1") }),
  };
}

/** The AWS command line and CDK know a second name for the region; the SDK does not. */
function adoptDefaultRegion(): void {
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  if (!AWS_REGION && AWS_DEFAULT_REGION) process.env.AWS_REGION = AWS_DEFAULT_REGION;
}
