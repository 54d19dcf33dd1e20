import { DeleteObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterEach, describe, expect, test } from "vitest";
import type { JsonObject } from "../../rehearsal/assembly/json.ts";
import { SECOND } from "../../shared/time.ts";
import { openSmallCloud, type SmallCloud } from "../support/a-small-cloud.ts";
import { anAssembly } from "../support/an-assembly.ts";

let cloud: SmallCloud | undefined;
afterEach(async () => await cloud?.close());

const FN = { "Fn::GetAtt": ["Fn", "Arn"] };
const WATCHLIST = { Ref: "WatchlistBucket" };

/** By way of a custom resource, as CDK writes it. */
const notification: JsonObject = {
  Handler: { Type: "AWS::Lambda::Function", Properties: { Code: { ZipFile: "" }, Role: "none" } },
  Told: {
    Type: "Custom::S3BucketNotifications",
    Properties: {
      ServiceToken: { "Fn::GetAtt": ["Handler", "Arn"] },
      BucketName: WATCHLIST,
      NotificationConfiguration: {
        LambdaFunctionConfigurations: [
          {
            Events: ["s3:ObjectCreated:*"],
            Filter: { Key: { FilterRules: [{ Name: "prefix", Value: "watch/" }] } },
            LambdaFunctionArn: FN,
          },
        ],
      },
    },
  },
};

const rule: JsonObject = {
  WatchlistBucket: {
    Type: "AWS::S3::Bucket",
    Properties: { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } },
  },
  Rule: {
    Type: "AWS::Events::Rule",
    Properties: {
      EventPattern: {
        source: ["aws.s3"],
        "detail-type": ["Object Created", "Object Deleted"],
        detail: { bucket: { name: [WATCHLIST] }, object: { key: [{ wildcard: "watch/*.yaml" }] } },
      },
      Targets: [
        {
          Arn: FN,
          InputTransformer: {
            InputPathsMap: { type: "$.detail-type", key: "$.detail.object.key" },
            InputTemplate: '{"told":[{"what":<type>,"key":<key>}]}',
          },
        },
      ],
    },
  },
};

function permission(Principal: string, SourceArn: JsonObject): JsonObject {
  return {
    May: {
      Type: "AWS::Lambda::Permission",
      Properties: { Action: "lambda:InvokeFunction", FunctionName: FN, Principal, SourceArn },
    },
  };
}

async function touch(resources: JsonObject): Promise<SmallCloud> {
  const small = await openSmallCloud(anAssembly({ Fn: { handler: "async (event) => event" } }, resources));
  cloud = small;
  const Bucket = small.stack.watchlistBucket;
  for (const Key of ["watch/a b.yaml", "active/b.yaml"])
    await small.deployer.s3.send(new PutObjectCommand({ Bucket, Key, Body: "x" }));
  await small.deployer.s3.send(new DeleteObjectCommand({ Bucket, Key: "watch/a b.yaml" }));
  await small.pass(SECOND);
  return small;
}

describe("functions are told of objects", () => {
  test("by the bucket itself, where the key and the event fit", async () => {
    const may = permission("s3.amazonaws.com", { "Fn::GetAtt": ["WatchlistBucket", "Arn"] });
    const { invocations, findings } = await touch({ ...notification, ...may });
    expect(invocations.map(({ payload }) => JSON.parse(payload ?? ""))).toEqual([
      {
        Records: [
          expect.objectContaining({
            eventName: "ObjectCreated:Put",
            s3: expect.objectContaining({ object: { key: "watch%2Fa+b.yaml", size: expect.any(Number) } }),
          }),
        ],
      },
    ]);
    expect(findings.all()).toEqual([]);
  });

  test("by EventBridge, in the form that the rule gives it", async () => {
    const may = permission("events.amazonaws.com", { "Fn::GetAtt": ["Rule", "Arn"] });
    const { invocations, findings } = await touch({ ...rule, ...may });
    expect(invocations.map(({ payload }) => JSON.parse(payload ?? ""))).toEqual([
      { told: [{ what: "Object Created", key: "watch/a b.yaml" }] },
      { told: [{ what: "Object Deleted", key: "watch/a b.yaml" }] },
    ]);
    expect(findings.all()).toEqual([]);
  });

  test.each([
    ["the bucket", notification, "s3.amazonaws.com may not lambda:InvokeFunction"],
    ["EventBridge", rule, "events.amazonaws.com may not lambda:InvokeFunction"],
  ])("only as far as the function lets %s", async (_, resources, reason) => {
    const { invocations, findings } = await touch(resources);
    expect(invocations).toEqual([]);
    expect(findings.all()[0]).toMatchObject({ kind: "denied", text: expect.stringContaining(reason) });
  });
});
