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

const MILLION = 1_000_000;
const lambda = { service: "Lambda", source: PAGES.lambda };
const dynamo = { service: "DynamoDB", source: PAGES.dynamo };
const s3 = { service: "S3", source: PAGES.s3 };
const cloudWatch = { service: "CloudWatch", source: PAGES.cloudWatch };
const cloudFront = { service: "CloudFront", source: PAGES.cloudFront };
const usd = (first: number, second = first): Price["usd"] => ({ "us-east-1": first, "eu-central-1": second });

/**
 * Prices before taxes, of this day. Those of eu-central-1 for DynamoDB, Lambda, SQS, logs, alarms and S3 are from the
 * regional price lists of September 2026. Not to be looked up, and so assumed: Scheduler in eu-central-1 (London's price
 * stands in), custom metrics and traces there (those of us-east-1), and the free reads of the key-value store.
 */
export const PRICES_OF = "2026-11-25";
export const PRICES = {
  lambdaTime: { ...lambda, unit: "GB-seconds (arm64)", usd: usd(0.0000133334), per: 1, free: 400_000 },
  lambdaRequests: { ...lambda, unit: "requests", usd: usd(0.2), per: MILLION, free: MILLION },
  tableReads: { ...dynamo, unit: "read request units", usd: usd(0.125, 0.1525), per: MILLION, free: 0 },
  tableWrites: { ...dynamo, unit: "write request units", usd: usd(0.625, 0.7625), per: MILLION, free: 0 },
  tableStorage: { ...dynamo, unit: "GB stored", usd: usd(0.25, 0.306), per: 1, free: 25 },
  tableBackup: { ...dynamo, unit: "GB recoverable to any second", usd: usd(0.2, 0.2448), per: 1, free: 0 },
  queueRequests: { service: "SQS", source: PAGES.sqs, unit: "requests", usd: usd(0.4), per: MILLION, free: MILLION },
  objectWrites: { ...s3, unit: "writes and listings", usd: usd(0.005, 0.0054), per: 1_000, free: 0 },
  objectReads: { ...s3, unit: "reads", usd: usd(0.0004, 0.00043), per: 1_000, free: 0 },
  objectStorage: { ...s3, unit: "GB stored", usd: usd(0.023, 0.0245), per: 1, free: 0 },
  scheduledCalls: {
    service: "EventBridge Scheduler",
    source: PAGES.scheduler,
    unit: "calls",
    usd: usd(1, 1.15),
    per: MILLION,
    free: 14 * MILLION,
  },
  logsWritten: { ...cloudWatch, unit: "GB of logs written", usd: usd(0.5, 0.63), per: 1, free: 5 },
  logsKept: { ...cloudWatch, unit: "GB of logs kept", usd: usd(0.03, 0.0324), per: 1, free: 0 },
  metrics: { ...cloudWatch, unit: "custom metrics", usd: usd(0.3), per: 1, free: 10 },
  alarmMetrics: { ...cloudWatch, unit: "metrics under alarm", usd: usd(0.1), per: 1, free: 10 },
  traces: { service: "X-Ray", source: PAGES.xRay, unit: "traces", usd: usd(5), per: MILLION, free: 100_000 },
  siteRequests: { ...cloudFront, unit: "requests (Europe)", usd: usd(0.012), per: 10_000, free: 10 * MILLION },
  siteTraffic: { ...cloudFront, unit: "GB to readers (Europe)", usd: usd(0.085), per: 1, free: 1_024 },
  passwordChecks: { ...cloudFront, unit: "calls at the edge", usd: usd(0.1), per: MILLION, free: 2 * MILLION },
  passwordReads: { ...cloudFront, unit: "reads of the password", usd: usd(0.03), per: MILLION, free: 2 * MILLION },
  trafficOut: { service: "Data transfer", source: PAGES.ec2, unit: "GB to outlets", usd: usd(0.09), per: 1, free: 100 },
} as const satisfies Readonly<Record<string, Price>>;

export type Measure = keyof typeof PRICES;

/** What is used in a month, in the units of PRICES. */
export type Usage = Readonly<Record<Measure, number>>;
