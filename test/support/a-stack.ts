import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import type { Template } from "aws-cdk-lib/assertions";
import recommended from "aws-cdk-lib/recommended-feature-flags.json" with { type: "json" };
import { MonitorStack, type MonitorStackProps } from "../../infra/monitor-stack.ts";
import type { Settings } from "../../infra/settings.ts";
import { aWatchlist } from "./an-edition.ts";

export const SETTINGS: Settings = {
  alarmEmail: "analyst@example.org",
  monthlyBudgetUsd: 10,
  deletionProtection: true,
  logRetentionDays: 30,
  noNewItemsHours: 12,
  publishedWithinMinutes: 60,
  traceEveryMessage: false,
};

/** A stack in an app of its own. Unless asked for, functions are not bundled, which takes most of the time. */
export function aStack(changed: Partial<MonitorStackProps> = {}, bundled = false): MonitorStack {
  const app = new App({
    context: { ...recommended, ...(bundled ? {} : { "aws:cdk:bundling-stacks": [] }) },
    outdir: mkdtempSync(join(tmpdir(), "mizan-stack-")),
  });
  return new MonitorStack(app, "Mizan", { settings: SETTINGS, monitor: aWatchlist().monitor, ...changed });
}

/** The part of a template's resource that tests look at; what intrinsics stand for is in `plain`. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** Resources of one type, by their logical ids. */
export function resourcesOf(template: Template, type: string): readonly (readonly [string, TemplateResource])[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => [id, resource as TemplateResource]);
}

/**
 * A value of the template as text, so that it can be told in a test: `<StoreTable>`, `<StoreTable>/index/x`,
 * `<AWS::AccountId>`. The hash at the end of a logical id is left out.
 */
export function plain(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const [[name, argument] = ["", ""]] = Object.entries(value);
  if (name === "Ref" || name === "Fn::GetAtt") {
    const id = Array.isArray(argument) ? argument[0] : argument;
    return `<${String(id).replace(/[0-9A-F]{8}$/u, "")}>`;
  }
  if (name === "Fn::Join" && Array.isArray(argument)) return argument[1].map(plain).join(argument[0]);
  return JSON.stringify(value);
}

/** One or several, as a list: IAM leaves out the brackets around one. */
export function several(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
