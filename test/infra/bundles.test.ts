import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { aStack, resourcesOf } from "../support/a-stack.ts";

/** What a cold start reads, in bytes. Reading an article takes a DOM and the table of languages. */
const MOST_BYTES: Readonly<Record<string, number>> = {
  ApplyWatchlist: 1_200_000,
  PollFeed: 1_200_000,
  PublishDigest: 1_200_000,
  ReadArticle: 2_000_000,
  SchedulePolls: 1_200_000,
};
const stack = aStack({}, true);
const template = Template.fromStack(stack);
const bundles = resourcesOf(template, "AWS::Lambda::Function").map(([id, { Properties }]) => {
  const { S3Key } = Properties.Code as { readonly S3Key: string };
  const name = Object.keys(MOST_BYTES).find((name) => id.includes(name)) ?? id;
  return { name, file: join((stack.node.root as App).outdir, `asset.${S3Key.replace(/\.zip$/u, "")}`, "index.mjs") };
});

/** What a module exports, in a process of its own as on a cold start. How long that takes is in the benchmark. */
function exportsOf(file: string): readonly string[] {
  const script = "console.log(JSON.stringify(Object.keys(await import(process.argv[1]))));";
  const node = ["--input-type=module", "--eval", script, file];
  return JSON.parse(execFileSync(process.execPath, node, { encoding: "utf8", env: {} }));
}

test("there is a limit for every bundle", () => {
  expect(bundles.map(({ name }) => name).toSorted()).toEqual(Object.keys(MOST_BYTES));
});

describe.each(bundles)("$name", ({ name, file }) => {
  test("is small", () => {
    expect(statSync(file).size).toBeLessThanOrEqual(MOST_BYTES[name] ?? 0);
  });

  test("has the tracer where requests are traced, and only there", () => {
    const hasTracer = readFileSync(file, "utf8").includes("AWSXRay");
    expect(hasTracer).toBe(["ApplyWatchlist", "SchedulePolls"].includes(name));
  });

  test("is imported without environment or network", () => {
    expect(exportsOf(file)).toContain("handler");
  });

  test("tells errors by the lines of our files", () => {
    expect(statSync(`${file}.map`).size).toBeGreaterThan(0);
  });
});
