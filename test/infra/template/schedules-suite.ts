import type { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { EDITIONS_ONLY } from "../../../shared/cloud/publishing-call.ts";
import { plain, resourcesOf } from "../../support/a-stack.ts";

/** What runs when, and what it is told, a line each: `PublishDigest cron(1 7 * * ? *) Asia/Tashkent`. */
export function schedulesOf(template: Template): string[] {
  return resourcesOf(template, "AWS::Scheduler::Schedule").map(([, { Properties }]) => {
    const { ScheduleExpression, ScheduleExpressionTimezone, Target } = Properties;
    const fn = plain((Target as { readonly Arn: unknown }).Arn).replace(/^<(?:Polling|Publishing)(.+)>$/u, "$1");
    const { Input } = Target as { readonly Input?: string };
    return `${fn} ${ScheduleExpression} ${ScheduleExpressionTimezone}${Input === undefined ? "" : ` ${Input}`}`;
  });
}

export function describeSchedules(template: Template): void {
  test("feeds are looked at every five minutes; the digest appears at its hour, by the clock of the watchlist, and the pages that gather it a minute later", () => {
    expect(schedulesOf(template)).toEqual([
      "SchedulePolls rate(5 minutes) Etc/UTC",
      `PublishDigest cron(0 7 * * ? *) Asia/Tashkent ${JSON.stringify(EDITIONS_ONLY)}`,
      "PublishDigest cron(1 7 * * ? *) Asia/Tashkent",
      "PublishDigest cron(30 7-23 * * ? *) Asia/Tashkent",
    ]);
  });

  test("a call that cannot be made is tried again for a while, and then a dead letter", () => {
    for (const [id, { Properties }] of resourcesOf(template, "AWS::Scheduler::Schedule")) {
      expect(Properties.Target, id).toMatchObject({
        DeadLetterConfig: { Arn: expect.anything() },
        RetryPolicy: { MaximumEventAgeInSeconds: expect.any(Number), MaximumRetryAttempts: 185 },
      });
    }
  });
}
