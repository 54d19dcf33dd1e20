import { describe, expect, test } from "vitest";
import { diffTemplates } from "../../../cli/cloud/diff-templates.ts";
import { formatSummary } from "../../../cli/cloud/format-summary.ts";
import { howToDelete, keptResources } from "../../../cli/cloud/kept-resources.ts";
import { summariseTemplate } from "../../../cli/cloud/summarise-template.ts";
import { parseTemplate, readable } from "../../../cli/cloud/template.ts";

const RESOURCES = {
  StoreTable0CCFA19B: { Type: "AWS::DynamoDB::Table", DeletionPolicy: "Retain", Properties: { BillingMode: "X" } },
  ReaderRole11111111: { Type: "AWS::IAM::Role" },
  ReaderPolicy22222222: {
    Type: "AWS::IAM::Policy",
    Properties: {
      Roles: [{ Ref: "ReaderRole11111111" }],
      PolicyDocument: {
        Statement: [
          {
            Effect: "Allow",
            Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
            Resource: { "Fn::GetAtt": ["StoreTable0CCFA19B", "Arn"] },
          },
          { Effect: "Deny", Action: "s3:*", Resource: "*" },
        ],
      },
    },
  },
  Reader33333333: {
    Type: "AWS::Lambda::Function",
    Properties: { MemorySize: 512, Timeout: 60, Role: { "Fn::GetAtt": ["ReaderRole11111111", "Arn"] } },
  },
  Daily44444444: {
    Type: "AWS::Scheduler::Schedule",
    Properties: {
      ScheduleExpression: "cron(0 7 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Tashkent",
      Description: "Publishes.",
    },
  },
  Alarm55555555: {
    Type: "AWS::CloudWatch::Alarm",
    Properties: { AlarmName: "mizan-late", AlarmDescription: "No digest by 7.30 h. What to do: see the runbook." },
  },
};
const template = (resources: object) => parseTemplate(JSON.stringify({ Resources: resources }));

test("a template is told as what a person wants to know of it", () => {
  expect(formatSummary(summariseTemplate(template(RESOURCES)))).toBe(`Resources: 6
  1  AWS::CloudWatch::Alarm
  1  AWS::DynamoDB::Table
  1  AWS::IAM::Policy
  1  AWS::IAM::Role
  1  AWS::Lambda::Function
  1  AWS::Scheduler::Schedule

Functions: 1
  Reader  512 MB  60 s at most

What each may do
  Reader
    dynamodb:GetItem, dynamodb:PutItem on StoreTable
    Deny s3:* on *

Schedules: 1
  cron(0 7 * * ? *) Asia/Tashkent  Publishes.

Alarms: 1
  mizan-late  No digest by 7.30 h.
`);
});

test.each([
  [{ Ref: "StoreTable0CCFA19B" }, "StoreTable"],
  [{ "Fn::Join": ["", [{ "Fn::GetAtt": ["Bucket978D4AEB", "Arn"] }, "/active/*"]] }, "Bucket/active/*"],
  [{ "Fn::Sub": "https://sqs" }, "https://sqs"],
  [{ "Fn::Other": 1 }, '{"Fn::Other":1}'],
  ["*", "*"],
])("%j is read as %s", (value, told) => expect(readable(value)).toBe(told));

describe("what a deploy would change", () => {
  const { Daily44444444: daily, Alarm55555555: _, StoreTable0CCFA19B: table, ...others } = RESOURCES;
  const before = template({
    ...others,
    StoreTable0CCFA19B: table,
    Daily44444444: daily,
    Old66666666: { Type: "AWS::SQS::Queue" },
  });

  test("is what is new, gone, or of other properties", () => {
    const changed = {
      ...RESOURCES,
      Daily44444444: { ...daily, Properties: { ...daily.Properties, Description: "New." } },
    };
    expect(diffTemplates(before, template(changed))).toEqual([
      "+ Alarm (AWS::CloudWatch::Alarm)",
      "~ Daily (AWS::Scheduler::Schedule): Description",
      "- Old (AWS::SQS::Queue)",
    ]);
  });

  test("is nothing between equals, whatever the order of their keys", () => {
    const turned = Object.fromEntries(Object.entries(RESOURCES).toReversed());
    expect(diffTemplates(template(RESOURCES), template(turned))).toEqual([]);
  });

  test("says of what is gone whether it is kept", () => {
    expect(diffTemplates(before, template(others))).toContain("- StoreTable (AWS::DynamoDB::Table), which is kept");
  });
});

test("what outlives the stack is listed by its name in the account, with how to delete it", () => {
  const kept = keptResources(template(RESOURCES), { StoreTable0CCFA19B: "Mizan-StoreTable-XYZ" });
  expect(kept).toEqual([{ type: "AWS::DynamoDB::Table", name: "Mizan-StoreTable-XYZ" }]);
  expect(kept.flatMap(howToDelete)).toEqual([
    "aws dynamodb update-table --table-name Mizan-StoreTable-XYZ --no-deletion-protection-enabled",
    "aws dynamodb delete-table --table-name Mizan-StoreTable-XYZ",
  ]);
  expect(howToDelete({ type: "AWS::Else", name: "x" })).toEqual(["in the console: AWS::Else x"]);
});
