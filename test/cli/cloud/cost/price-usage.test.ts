import { describe, expect, test } from "vitest";
import { formatCosts } from "../../../../cli/cloud/cost/format-costs.ts";
import { priceUsage, total } from "../../../../cli/cloud/cost/price-usage.ts";
import { PRICES, type Usage } from "../../../../cli/cloud/cost/prices.ts";
import { stackFacts } from "../../../../cli/cloud/cost/stack-facts.ts";
import { parseTemplate } from "../../../../cli/cloud/template.ts";
import { MINUTE } from "../../../../shared/time.ts";

const NOTHING = Object.fromEntries(Object.keys(PRICES).map((measure) => [measure, 0])) as Usage;
const some = (usage: Partial<Usage>): Usage => ({ ...NOTHING, ...usage });

test.each([
  [{ queueRequests: 3_000_000 }, "us-east-1", 1.2, 0.8],
  [{ tableWrites: 2_000_000 }, "eu-central-1", 1.525, 1.525],
  [{ lambdaTime: 400_000 }, "us-east-1", 5.33336, 0],
  [{ objectWrites: 30_000 }, "us-east-1", 0.15, 0.15],
  [{ alarmMetrics: 13 }, "us-east-1", 1.3, 0.3],
] as const)("%j in %s costs %d, less the free tier %d", (usage, region, usd, usdAfterFree) => {
  const sums = total(priceUsage(some(usage), region));
  expect(sums.usd).toBeCloseTo(usd, 6);
  expect(sums.usdAfterFree).toBeCloseTo(usdAfterFree, 6);
});

test("every price has its page and date-stamped list", () => {
  for (const { source } of Object.values(PRICES)) expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/.+\/$/u);
});

describe("the table", () => {
  const months = {
    first: priceUsage(some({ queueRequests: 3_000_000, metrics: 3 }), "us-east-1"),
    full: priceUsage(some({ queueRequests: 3_000_000, metrics: 3, tableStorage: 10 }), "us-east-1"),
  };
  const workload = {
    feeds: 40,
    pollEveryMs: 15 * MINUTE,
    pollsPerDay: 520,
    articlesPerDay: 3_000,
    retentionDays: 400,
    pagesReadPerDay: 100,
  };
  const text = formatCosts(months, workload, "us-east-1, prices of 2026-11-25");

  test("says for what and by which prices", () => {
    expect(text.split("\n")[0]).toBe(
      "40 feeds, each every 15 min at most (520 polls a day), 3,000 new articles a day; us-east-1, prices of 2026-11-25, before taxes.",
    );
  });

  test("has a row for each service, and their sum", () => {
    expect(text).toMatch(/^DynamoDB +0\.00 +0\.00 +2\.50 +0\.00$/mu);
    expect(text).toMatch(/^SQS +1\.20 +0\.80 +1\.20 +0\.80$/mu);
    expect(text).toMatch(/^all +2\.10 +0\.80 +4\.60 +0\.80$/mu);
  });

  test("names what is dearest, with how much of it", () => {
    expect(text).toMatch(
      /Dearest after 400 days\n {2}2\.50 {2}DynamoDB: +10 GB stored\n {2}1\.20 {2}SQS: +3,000,000 requests/u,
    );
  });
});

test("what costs by being there is read off the template", () => {
  const stat = { MetricStat: {} };
  const template = parseTemplate(
    JSON.stringify({
      Resources: {
        One: { Type: "AWS::CloudWatch::Alarm", Properties: { MetricName: "x" } },
        Two: { Type: "AWS::CloudWatch::Alarm", Properties: { Metrics: [{ Expression: "a+b" }, stat, stat] } },
        Mapping: {
          Type: "AWS::Lambda::EventSourceMapping",
          Properties: { FunctionName: { Ref: "PollingPollFeed0123ABCD" }, BatchSize: 7 },
        },
        Untraced: { Type: "AWS::Lambda::Function", Properties: {} },
        PublishingPublishDigest0123ABCD: {
          Type: "AWS::Lambda::Function",
          Properties: { TracingConfig: { Mode: "Active" } },
        },
        Table: {
          Type: "AWS::DynamoDB::Table",
          Properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
        },
        Logs: { Type: "AWS::Logs::LogGroup", Properties: { RetentionInDays: 30 } },
      },
    }),
  );
  expect(stackFacts(template)).toEqual({
    alarmMetrics: 3,
    batchSizes: { PollingPollFeed: 7 },
    traced: ["PublishingPublishDigest"],
    hasBackup: true,
    logRetentionDays: 30,
  });
});
