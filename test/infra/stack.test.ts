import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { STACK_OUTPUTS } from "../../shared/cloud/stack-outputs.ts";
import { aStack } from "../support/a-stack.ts";
import { describeAlarms } from "./template/alarms-suite.ts";
import { describeFunctions } from "./template/functions-suite.ts";
import { describePolicies } from "./template/policies-suite.ts";
import { describeQueues } from "./template/queues-suite.ts";
import { describeSchedules } from "./template/schedules-suite.ts";
import { describeSite } from "./template/site-suite.ts";
import { describeStorage } from "./template/storage-suite.ts";

/** Made once: that takes longer than all that is said of it. */
const template = Template.fromStack(aStack());

describe("alarms", () => describeAlarms(template));
describe("functions", () => describeFunctions(template));
describe("policies", () => describePolicies(template));
describe("queues", () => describeQueues(template));
describe("schedules", () => describeSchedules(template));
describe("site", () => describeSite(template));
describe("storage", () => describeStorage(template));

test("the outputs are those that the command line asks for", () => {
  expect(Object.keys(template.findOutputs("*")).toSorted()).toEqual(STACK_OUTPUTS.toSorted());
});

test("what can be tagged is tagged, so that costs can be told apart", () => {
  for (const type of [
    "DynamoDB::Table",
    "Lambda::Function",
    "Logs::LogGroup",
    "S3::Bucket",
    "SNS::Topic",
    "SQS::Queue",
  ]) {
    template.allResourcesProperties(`AWS::${type}`, { Tags: [{ Key: "project", Value: "mizan" }] });
  }
});

test("the month's costs have a budget, which writes when most of it is spent or all of it will be", () => {
  const subscribers = [{ SubscriptionType: "EMAIL", Address: "analyst@example.org" }];
  template.hasResourceProperties("AWS::Budgets::Budget", {
    Budget: { BudgetType: "COST", TimeUnit: "MONTHLY", BudgetLimit: { Amount: 10, Unit: "USD" } },
    NotificationsWithSubscribers: [
      { Notification: { NotificationType: "ACTUAL", Threshold: 80 }, Subscribers: subscribers },
      { Notification: { NotificationType: "FORECASTED", Threshold: 100 }, Subscribers: subscribers },
    ],
  });
});

test("the template names no account and no region: it fits any", () => {
  expect(JSON.stringify(template.toJSON())).not.toMatch(/\b\d{12}\b|\b(?:eu|us|ap|me|il)-\w+-\d\b/u);
});
