import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { aStack, resourcesOf, SETTINGS } from "../support/a-stack.ts";
import { aWatchlist } from "../support/an-edition.ts";

const { monitor } = aWatchlist();

const { alarmEmail: _, ...silent } = SETTINGS;
const template = Template.fromStack(
  aStack({
    settings: {
      ...silent,
      deletionProtection: false,
      logRetentionDays: 7,
      publishedWithinMinutes: 61,
      traceEveryMessage: true,
    },
    monitor: { ...monitor, site: { access: "public" } },
  }),
);

test("without an address nobody is written to, and alarms and budget show in the console only", () => {
  template.resourceCountIs("AWS::SNS::Subscription", 0);
  template.hasResourceProperties("AWS::Budgets::Budget", { NotificationsWithSubscribers: [] });
});

test("the table can be made deletable, logs can be kept for a week", () => {
  template.hasResourceProperties("AWS::DynamoDB::Table", { DeletionProtectionEnabled: false });
  template.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 7 });
});

test("every message can be traced", () => {
  template.allResourcesProperties("AWS::Lambda::Function", { TracingConfig: { Mode: "Active" } });
});

test("how late a digest may be is rounded up to hours, in which alarms count", () => {
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmName: "mizan-digest-not-published",
    EvaluationPeriods: 9,
  });
});

test("a public site asks nobody", () => {
  const [[, edge] = []] = resourcesOf(template, "AWS::CloudFront::Function");
  expect(edge?.Properties.FunctionCode).toContain('const ACCESS = "public";');
});
