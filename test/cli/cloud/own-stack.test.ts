import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { stackFacts } from "../../../cli/cloud/cost/stack-facts.ts";
import { DEAD_LETTERS } from "../../../cli/cloud/dead-letters.ts";
import { howToDelete, keptResources } from "../../../cli/cloud/kept-resources.ts";
import { summariseTemplate } from "../../../cli/cloud/summarise-template.ts";
import { parseTemplate, readable } from "../../../cli/cloud/template.ts";
import { STACK_OUTPUTS } from "../../../shared/cloud/stack-outputs.ts";
import { aStack } from "../../support/a-stack.ts";

const json = Template.fromStack(aStack()).toJSON();
const template = parseTemplate(JSON.stringify(json));

test("the stack as it is can be told: what each function may do, when, and what rings", () => {
  const { functions, schedules, alarms } = summariseTemplate(template);
  expect(functions.length).toBeGreaterThan(3);
  for (const { name, may } of functions) expect(may.length, name).toBeGreaterThan(2);
  expect(functions.flatMap(({ may }) => may).filter((right) => /[0-9A-F]{8}|\{|Fn::/u.test(right))).toEqual([]);
  expect(schedules.every(({ when, what }) => when !== "" && what !== "")).toBe(true);
  expect(alarms.every(({ name, what }) => name.startsWith("mizan-") && what.endsWith("."))).toBe(true);
});

test("whatever outlives it can be deleted by a command that is told", () => {
  const kept = keptResources(template, {});
  expect(kept.map(({ type }) => type).toSorted()).toEqual([
    "AWS::DynamoDB::Table",
    "AWS::S3::Bucket",
    "AWS::S3::Bucket",
  ]);
  expect(kept.flatMap(howToDelete).every((command) => command.startsWith("aws "))).toBe(true);
});

test("its dead letters are all known, and go back where they came from", () => {
  const urls = STACK_OUTPUTS.filter((name) => name.endsWith("DeadLettersUrl"));
  expect(
    Object.values(DEAD_LETTERS)
      .map(({ deadLetters }) => deadLetters)
      .toSorted(),
  ).toEqual(urls.toSorted());
  for (const queue of Object.values(DEAD_LETTERS)) {
    if (!("back" in queue)) continue;
    const nameOf = (output: string) => readable(json.Outputs[output].Value);
    const source = Object.entries(template.Resources).find(([id]) => id.startsWith(nameOf(queue.back)));
    expect(JSON.stringify(source?.[1].Properties.RedrivePolicy)).toContain(nameOf(queue.deadLetters));
  }
});

test("what it costs by being there is read off it", () => {
  expect(stackFacts(template)).toEqual({
    alarmMetrics: expect.any(Number),
    batchSizes: { PollingPollFeed: 10, ReadingReadArticle: 10 },
    traced: expect.arrayContaining(["PollingSchedulePolls", "PublishingPublishDigest", "WatchlistApplyWatchlist"]),
    hasBackup: true,
    logRetentionDays: 30,
  });
});
