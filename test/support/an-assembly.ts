import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { onTestFinished } from "vitest";
import type { Json, JsonObject } from "../../rehearsal/assembly/json.ts";

interface SmallFunction {
  /** Source of its `handler`, an async function of `event` and `context`. */
  readonly handler: string;
  readonly properties?: JsonObject;
  /** Statements of its role's policy; everything is allowed where none are given. */
  readonly may?: readonly JsonObject[];
}

const EVERYTHING = [{ Effect: "Allow", Action: "*", Resource: "*" }];
const BUCKETS = { WatchlistBucket: "WatchlistBucket", SiteBucket: "SiteBucket" } as const;

/**
 * A cloud assembly in a folder of its own: the two buckets that every stack of ours has, these functions and
 * resources. It is gone when the test is over.
 */
export function anAssembly(functions: Readonly<Record<string, SmallFunction>>, resources: JsonObject = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "mizan-assembly-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, value: Json) => writeFileSync(join(folder, name), JSON.stringify(value));
  for (const [id, { handler }] of Object.entries(functions)) {
    mkdirSync(join(folder, `asset.${id}`));
    writeFileSync(join(folder, `asset.${id}/index.mjs`), `export const handler = ${handler};\n`);
  }
  write("manifest.json", {
    version: "48.0.0",
    artifacts: {
      Small: {
        type: "aws:cloudformation:stack",
        environment: "aws://unknown-account/unknown-region",
        properties: { templateFile: "Small.template.json" },
      },
      "Small.assets": { type: "cdk:asset-manifest", properties: { file: "Small.assets.json" } },
    },
  });
  write("Small.assets.json", {
    version: "48.0.0",
    files: Object.fromEntries(
      Object.keys(functions).map((id) => [
        id,
        { source: { path: `asset.${id}` }, destinations: { here: { objectKey: `${id}.zip` } } },
      ]),
    ),
  });
  write("Small.template.json", {
    Conditions: { Never: { "Fn::Equals": ["here", "there"] } },
    Outputs: {
      ...Object.fromEntries(Object.entries(BUCKETS).map(([name, id]) => [name, { Value: { Ref: id } }])),
      SiteAddress: { Value: "https://distribution.cloudfront.net/" },
    },
    Resources: {
      ...Object.fromEntries(Object.values(BUCKETS).map((id) => [id, { Type: "AWS::S3::Bucket" }])),
      ...Object.assign({}, ...Object.entries(functions).map(([id, fn]) => functionResources(id, fn))),
      ...resources,
    },
  });
  return folder;
}

function functionResources(id: string, { properties = {}, may = EVERYTHING }: SmallFunction): JsonObject {
  const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } };
  return {
    [`${id}Role`]: {
      Type: "AWS::IAM::Role",
      Properties: {
        AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [trust] },
        Policies: [{ PolicyName: "own", PolicyDocument: { Version: "2012-10-17", Statement: may } }],
      },
    },
    [id]: {
      Type: "AWS::Lambda::Function",
      Properties: {
        Code: { S3Bucket: "assets", S3Key: `${id}.zip` },
        Handler: "index.handler",
        Runtime: `nodejs${process.versions.node.split(".")[0]}.x`,
        Role: { "Fn::GetAtt": [`${id}Role`, "Arn"] },
        MemorySize: 256,
        ...properties,
      },
    },
  };
}

/** A queue with dead letters that `fn` receives from. */
export function aQueueFor(
  fn: string,
  { queue = {}, source = {} }: { queue?: JsonObject; source?: JsonObject } = {},
): JsonObject {
  return {
    Dead: { Type: "AWS::SQS::Queue" },
    Work: {
      Type: "AWS::SQS::Queue",
      Properties: {
        VisibilityTimeout: 60,
        RedrivePolicy: { deadLetterTargetArn: { "Fn::GetAtt": ["Dead", "Arn"] }, maxReceiveCount: 3 },
        ...queue,
      },
    },
    Source: {
      Type: "AWS::Lambda::EventSourceMapping",
      Properties: {
        EventSourceArn: { "Fn::GetAtt": ["Work", "Arn"] },
        FunctionName: { Ref: fn },
        BatchSize: 5,
        FunctionResponseTypes: ["ReportBatchItemFailures"],
        ...source,
      },
    },
  };
}
