import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings } from "../../infra/settings.ts";
import { SETTINGS } from "../support/a-stack.ts";

test("the settings that come with Mizan are good as they are", () => {
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, "../../cdk.json"), "utf8"));
  expect(readSettings(context.mizan)).toEqual(context.mizan);
});

describe("a mistake is told with its key", () => {
  test.each([
    [{ alarmEmail: "analyst" }, "context.mizan.alarmEmail: write an e-mail address"],
    [{ monthlyBudgetUsd: 0 }, "context.mizan.monthlyBudgetUsd"],
    [{ deletionProtection: "yes" }, "context.mizan.deletionProtection"],
    [{ logRetentionDays: 31 }, "context.mizan.logRetentionDays: CloudWatch keeps logs for 1, 3, 5, 7, 14, 30"],
    [{ noNewItemsHours: 169 }, "context.mizan.noNewItemsHours"],
    [{ publishedWithinMinutes: 0.5 }, "context.mizan.publishedWithinMinutes"],
    [{ traceEveryMessage: "no" }, "context.mizan.traceEveryMessage"],
    [{ alarmMail: "analyst@example.org" }, 'context.mizan: Unrecognized key: "alarmMail"'],
  ])("%o", (changed, message) => {
    expect(() => readSettings({ ...SETTINGS, ...changed })).toThrow(message);
  });

  test("all at once, also where there are no settings at all", () => {
    expect(() => readSettings(undefined)).toThrow(
      /^cdk\.json: context\.mizan\.monthlyBudgetUsd: .+; context\.mizan\.deletionProtection: /u,
    );
  });
});
