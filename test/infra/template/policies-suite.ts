import type { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { plain, resourcesOf, several } from "../../support/a-stack.ts";

interface Statement {
  readonly Action: unknown;
  readonly Resource: unknown;
}

const consuming = (queue: string) =>
  ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage"].map(
    (action) => `sqs:${action} <${queue}>`,
  );
const failing = (queue: string) =>
  ["GetQueueAttributes", "GetQueueUrl", "SendMessage"].map((action) => `sqs:${action} <${queue}>`);
const TRACING = ["xray:PutTelemetryRecords *", "xray:PutTraceSegments *"];
const RUNNING_WATCHLIST = [
  "s3:GetObject <WatchlistBucket>/active/loaded.json",
  "s3:GetObject <WatchlistBucket>/active/running.json",
  "s3:GetObject <WatchlistBucket>/active/versions/*",
  "s3:ListBucket <WatchlistBucket>",
];

/** All that each role may do. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  PollingSchedulePollsRole: [
    "dynamodb:Query <StoreTable>",
    "dynamodb:UpdateItem <StoreTable>",
    "dynamodb:Query <StoreTable>/index/waiting-items",
    ...RUNNING_WATCHLIST,
    "sqs:SendMessage <PollingPollsQueue>",
    "sqs:SendMessage <ReadingArticlesQueue>",
    ...failing("CallsDeadLetters"),
    ...TRACING,
  ],
  PollingPollFeedRole: [
    "dynamodb:GetItem <StoreTable>",
    "dynamodb:PutItem <StoreTable>",
    "dynamodb:UpdateItem <StoreTable>",
    ...RUNNING_WATCHLIST,
    ...consuming("PollingPollsQueue"),
    "sqs:SendMessage <ReadingArticlesQueue>",
  ],
  ReadingReadArticleRole: [
    "dynamodb:GetItem <StoreTable>",
    "dynamodb:PutItem <StoreTable>",
    "dynamodb:UpdateItem <StoreTable>",
    ...RUNNING_WATCHLIST,
    ...consuming("ReadingArticlesQueue"),
    "sqs:SendMessage <ReadingArticlesQueue>",
  ],
  PublishingPublishDigestRole: [
    "dynamodb:Query <StoreTable>",
    "dynamodb:PutItem <StoreTable>",
    "dynamodb:Query <StoreTable>/index/items-by-day",
    "dynamodb:Query <StoreTable>/index/waiting-items",
    ...RUNNING_WATCHLIST,
    "s3:GetObject <SiteBucket>/*",
    "s3:PutObject <SiteBucket>/*",
    "s3:ListBucket <SiteBucket>",
    ...failing("CallsDeadLetters"),
    ...TRACING,
  ],
  WatchlistApplyWatchlistRole: [
    "s3:GetObject <WatchlistBucket>/watch/*",
    "s3:GetObject <WatchlistBucket>/active/*",
    "s3:PutObject <WatchlistBucket>/active/*",
    "s3:ListBucket <WatchlistBucket>",
    ...failing("CallsDeadLetters"),
    ...TRACING,
  ],
};

export function describePolicies(template: Template): void {
  /** What a role may do, a line each: `dynamodb:GetItem <StoreTable>`. */
  function rightsOf(role: string): string[] {
    return resourcesOf(template, "AWS::IAM::Policy")
      .filter(([, { Properties }]) => several(Properties.Roles).some((ref) => plain(ref) === `<${role}>`))
      .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: readonly Statement[] }).Statement)
      .flatMap(({ Action, Resource }) =>
        several(Action).flatMap((action) => several(Resource).map((resource) => `${action} ${plain(resource)}`)),
      )
      .toSorted();
  }

  describe("a function may do what it does, with what is its own, and nothing else", () => {
    test.each(Object.entries(MAY))("%s", (role, rights) => {
      const logs = role.replace(/Role$/u, "Logs");
      const all = [...rights, `logs:CreateLogStream <${logs}>`, `logs:PutLogEvents <${logs}>`];
      expect(rightsOf(role)).toEqual(all.toSorted());
    });

    test.each([
      ["PollingScheduleRole", "PollingSchedulePolls", "CallsDeadLetters"],
      ["PublishingDailyRole", "PublishingPublishDigest", "CallsDeadLetters"],
      ["PublishingGatheringRole", "PublishingPublishDigest", "CallsDeadLetters"],
      ["PublishingHourlyRole", "PublishingPublishDigest", "CallsDeadLetters"],
    ])("%s", (role, fn, deadLetters) => {
      expect(rightsOf(role)).toEqual([`lambda:InvokeFunction <${fn}>`, `sqs:SendMessage <${deadLetters}>`]);
    });
  });

  test("there are no other roles, and none with a policy that AWS keeps for everyone", () => {
    const roles = resourcesOf(template, "AWS::IAM::Role");
    expect(roles).toHaveLength(Object.keys(MAY).length + 4);
    for (const [id, { Properties }] of roles) expect(Properties, id).not.toHaveProperty("ManagedPolicyArns");
  });

  test("no policy names all resources or all actions of a service, but for what knows no resources", () => {
    const roles = resourcesOf(template, "AWS::IAM::Role").map(([id]) => plain({ Ref: id }).slice(1, -1));
    const wide = roles.flatMap(rightsOf).filter((right) => /\*$|:\* /u.test(right) && !/<\w+>\/.*\*$/u.test(right));
    // X-Ray's traces are no resources (Service Authorization Reference, "AWS X-Ray").
    expect([...new Set(wide)]).toEqual(TRACING);
  });
}
