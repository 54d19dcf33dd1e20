/** Regions whose prices are known here; the first stands in for others. */
export const REGIONS = ["us-east-1", "eu-central-1"] as const;
export type Region = (typeof REGIONS)[number];

export interface Price {
  readonly service: string;
  /** What one is paid for. */
  readonly unit: string;
  /** US dollars for `per` units. */
  readonly usd: Readonly<Record<Region, number>>;
  readonly per: number;
  /** Units a month that are free for good, in any account (https://aws.amazon.com/free/). What ends after a year is not counted. */
  readonly free: number;
  readonly source: string;
}

const MILLION = 1_000_000;
const PAGES = {
  cloudFront: "https://aws.amazon.com/cloudfront/pricing/",
  cloudWatch: "https://aws.amazon.com/cloudwatch/pricing/",
  dynamo: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
  ec2: "https://aws.amazon.com/ec2/pricing/on-demand/",
  lambda: "https://aws.amazon.com/lambda/pricing/",
  s3: "https://aws.amazon.com/s3/pricing/",
  scheduler: "https://aws.amazon.com/eventbridge/pricing/",
  sqs: "https://aws.amazon.com/sqs/pricing/",
  xRay: "https://aws.amazon.com/xray/pricing/",
} as const;

const everywhere = (usd: number) => ({ "us-east-1": usd, "eu-central-1": usd });

/**
 * Prices before taxes. Those of eu-central-1 for DynamoDB, Lambda, SQS, logs, alarms and S3 are those of the regional
 * price lists of September 2026; those of us-east-1 are those of the pages. Two could not be looked up: Scheduler in
 * eu-central-1 (London's stands in) and custom metrics and traces there (taken to be those of us-east-1).
 */
export const PRICES_OF = "2026-11-25";
export const PRICES = {
  lambdaTime: {
    service: "Lambda",
    unit: "GB-seconds (arm64)",
    usd: everywhere(0.0000133334),
    per: 1,
    free: 400_000,
    source: PAGES.lambda,
  },
  lambdaRequests: {
    service: "Lambda",
    unit: "requests",
    usd: everywhere(0.2),
    per: MILLION,
    free: MILLION,
    source: PAGES.lambda,
  },
  tableReads: {
    service: "DynamoDB",
    unit: "read request units",
    usd: { "us-east-1": 0.125, "eu-central-1": 0.1525 },
    per: MILLION,
    free: 0,
    source: PAGES.dynamo,
  },
  tableWrites: {
    service: "DynamoDB",
    unit: "write request units",
    usd: { "us-east-1": 0.625, "eu-central-1": 0.7625 },
    per: MILLION,
    free: 0,
    source: PAGES.dynamo,
  },
  tableStorage: {
    service: "DynamoDB",
    unit: "GB stored",
    usd: { "us-east-1": 0.25, "eu-central-1": 0.306 },
    per: 1,
    free: 25,
    source: PAGES.dynamo,
  },
  tableBackup: {
    service: "DynamoDB",
    unit: "GB recoverable to any second",
    usd: { "us-east-1": 0.2, "eu-central-1": 0.2448 },
    per: 1,
    free: 0,
    source: PAGES.dynamo,
  },
  queueRequests: {
    service: "SQS",
    unit: "requests",
    usd: everywhere(0.4),
    per: MILLION,
    free: MILLION,
    source: PAGES.sqs,
  },
  objectWrites: {
    service: "S3",
    unit: "writes and listings",
    usd: { "us-east-1": 0.005, "eu-central-1": 0.0054 },
    per: 1_000,
    free: 0,
    source: PAGES.s3,
  },
  objectReads: {
    service: "S3",
    unit: "reads",
    usd: { "us-east-1": 0.0004, "eu-central-1": 0.00043 },
    per: 1_000,
    free: 0,
    source: PAGES.s3,
  },
  objectStorage: {
    service: "S3",
    unit: "GB stored",
    usd: { "us-east-1": 0.023, "eu-central-1": 0.0245 },
    per: 1,
    free: 0,
    source: PAGES.s3,
  },
  scheduledCalls: {
    service: "EventBridge Scheduler",
    unit: "calls",
    usd: { "us-east-1": 1, "eu-central-1": 1.15 },
    per: MILLION,
    free: 14 * MILLION,
    source: PAGES.scheduler,
  },
  logsWritten: {
    service: "CloudWatch",
    unit: "GB of logs written",
    usd: { "us-east-1": 0.5, "eu-central-1": 0.63 },
    per: 1,
    free: 5,
    source: PAGES.cloudWatch,
  },
  logsKept: {
    service: "CloudWatch",
    unit: "GB of logs kept",
    usd: { "us-east-1": 0.03, "eu-central-1": 0.0324 },
    per: 1,
    free: 0,
    source: PAGES.cloudWatch,
  },
  metrics: {
    service: "CloudWatch",
    unit: "custom metrics",
    usd: everywhere(0.3),
    per: 1,
    free: 10,
    source: PAGES.cloudWatch,
  },
  alarmMetrics: {
    service: "CloudWatch",
    unit: "metrics under alarm",
    usd: everywhere(0.1),
    per: 1,
    free: 10,
    source: PAGES.cloudWatch,
  },
  traces: {
    service: "X-Ray",
    unit: "traces",
    usd: everywhere(5),
    per: MILLION,
    free: 100_000,
    source: PAGES.xRay,
  },
  siteRequests: {
    service: "CloudFront",
    unit: "requests (Europe)",
    usd: everywhere(0.012),
    per: 10_000,
    free: 10 * MILLION,
    source: PAGES.cloudFront,
  },
  siteTraffic: {
    service: "CloudFront",
    unit: "GB to readers (Europe)",
    usd: everywhere(0.085),
    per: 1,
    free: 1_024,
    source: PAGES.cloudFront,
  },
  passwordChecks: {
    service: "CloudFront",
    unit: "calls of the function at the edge",
    usd: everywhere(0.1),
    per: MILLION,
    free: 2 * MILLION,
    source: PAGES.cloudFront,
  },
  passwordReads: {
    service: "CloudFront",
    unit: "reads of the key-value store",
    usd: everywhere(0.03),
    per: MILLION,
    free: 2 * MILLION,
    source: PAGES.cloudFront,
  },
  trafficOut: {
    service: "Data transfer",
    unit: "GB to outlets",
    usd: everywhere(0.09),
    per: 1,
    free: 100,
    source: PAGES.ec2,
  },
} as const satisfies Readonly<Record<string, Price>>;

export type Measure = keyof typeof PRICES;

/** What is used in a month, in the units of PRICES. */
export type Usage = Readonly<Record<Measure, number>>;
