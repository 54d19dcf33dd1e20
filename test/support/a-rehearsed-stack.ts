import process from "node:process";
import type { LambdaFunction, Queue, Role, Stack } from "../../rehearsal/stack/stack.ts";

const ACCOUNT = "000000000000";

export const TABLE_ARN = `arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/Things`;
export const QUEUE_ARN = `arn:aws:sqs:eu-central-1:${ACCOUNT}:work`;
export const BUCKET_ARN = "arn:aws:s3:::pages";
export const FUNCTION_ARN = `arn:aws:lambda:eu-central-1:${ACCOUNT}:function:worker`;
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/worker-role`;

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Effect?: "Allow" | "Deny";
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function aPolicy(...statements: readonly Statement[]) {
  return {
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
  };
}

/** A role of Lambda's with one policy of these statements. */
export function aRole(...statements: readonly Statement[]): Role {
  return {
    arn: ROLE_ARN,
    name: "worker-role",
    trust: aPolicy({ Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }),
    policies: statements.length === 0 ? [] : [{ name: "own", document: aPolicy(...statements) }],
    unknownPolicies: [],
  };
}

export function aQueue(changes: Partial<Queue> = {}): Queue {
  return {
    id: "Work",
    name: "work",
    arn: QUEUE_ARN,
    url: `http://127.0.0.1/${ACCOUNT}/work`,
    visibilityMs: 60_000,
    delayMs: 0,
    ...changes,
  };
}

export function aFunction(changes: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    id: "Worker",
    name: "worker",
    arn: FUNCTION_ARN,
    code: "/nowhere",
    handler: "index.handler",
    runtime: `nodejs${process.versions.node.split(".")[0]}.x`,
    memoryMb: 256,
    timeoutMs: 30_000,
    role: ROLE_ARN,
    environment: {},
    isTraced: false,
    logFormat: "JSON",
    logGroup: "worker-logs",
    asynchronous: { retries: 2 },
    ...changes,
  };
}

/** A stack of one role, with what is given. */
export function aStack(changes: Partial<Stack> = {}, role: Role = aRole()): Stack {
  return {
    name: "Test",
    account: ACCOUNT,
    region: "eu-central-1",
    watchlistBucket: "watchlist",
    siteBucket: "pages",
    siteAddress: "https://distribution.cloudfront.net/",
    tables: [],
    queues: [],
    buckets: [],
    functions: [],
    eventSources: [],
    schedules: [],
    notifications: [],
    rules: [],
    roles: new Map([[role.arn, role]]),
    resourcePolicies: new Map(),
    ...changes,
  };
}
