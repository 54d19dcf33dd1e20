import { Match, type Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { TABLE } from "../../../shared/cloud/table-layout.ts";
import { plain, resourcesOf } from "../../support/a-stack.ts";

export function describeStorage(template: Template): void {
  test("the table is laid out as the store reads and writes it", () => {
    const keys = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
      { AttributeName: partitionKey, KeyType: "HASH" },
      { AttributeName: sortKey, KeyType: "RANGE" },
    ];
    const names = new Set([TABLE, ...TABLE.indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
    template.hasResourceProperties("AWS::DynamoDB::Table", {
      KeySchema: keys(TABLE),
      AttributeDefinitions: Match.arrayWith([...names].map((AttributeName) => ({ AttributeName, AttributeType: "S" }))),
      TimeToLiveSpecification: { AttributeName: TABLE.expires, Enabled: true },
      GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index),
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: index.carries },
      })),
    });
  });

  test("an idle table costs nothing, and a mistake of last week can be taken back", () => {
    template.hasResourceProperties("AWS::DynamoDB::Table", {
      BillingMode: "PAY_PER_REQUEST",
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
  });

  const buckets = resourcesOf(template, "AWS::S3::Bucket");

  describe("a bucket is closed to the world, and keeps what was replaced", () => {
    test.each(buckets)("%s", (_, { Properties }) => {
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
        VersioningConfiguration: { Status: "Enabled" },
        // But not for good: pages are written again every hour.
        LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 30 }, Status: "Enabled" }] },
      });
      // A name of our own would be taken by the bucket that a deleted stack has left behind.
      expect(Properties).not.toHaveProperty("BucketName");
    });
  });

  test("buckets refuse plain HTTP", () => {
    const refusing = resourcesOf(template, "AWS::S3::BucketPolicy")
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('"aws:SecureTransport":"false"'))
      .map(([, { Properties }]) => plain(Properties.Bucket));
    expect(refusing.toSorted()).toEqual(buckets.map(([id]) => plain({ Ref: id })).toSorted());
  });

  test("data outlives the stack: deleting that keeps table and buckets", () => {
    for (const [id, { DeletionPolicy }] of [...resourcesOf(template, "AWS::DynamoDB::Table"), ...buckets]) {
      expect(DeletionPolicy, id).toBe("Retain");
    }
  });

  test("each uploaded or removed file of the watchlist, and nothing else, calls the function that checks it", () => {
    template.resourceCountIs("AWS::Events::Rule", 1);
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        source: ["aws.s3"],
        "detail-type": ["Object Created", "Object Deleted"],
        detail: {
          bucket: { name: [{ Ref: Match.stringLikeRegexp("WatchlistBucket") }] },
          object: { key: ["yaml", "yml", "json"].map((end) => ({ wildcard: `watch/*.${end}` })) },
        },
      },
      Targets: [
        {
          Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("ApplyWatchlist"), "Arn"] },
          DeadLetterConfig: Match.anyValue(),
        },
      ],
    });
    template.hasResourceProperties("AWS::S3::Bucket", {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });
}
