import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkAlarms, checkCdk, checkNode, checkWatchlist } from "../../../cli/cloud/checks/project.ts";
import { MONITOR, watchFiles } from "../../support/watch-files.ts";

function aFolder(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), "mizan-project-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
  }
  return root;
}

test.each([
  ["v20.20.2", "problem"],
  ["v24.0.0", "good"],
  ["v26.1.0", "good"],
])("Node %s: %s", (version, state) => expect(checkNode(version).state).toBe(state));

describe("the watchlist", () => {
  const aWatchlist = (changed: Readonly<Record<string, string>>) =>
    join(aFolder(Object.fromEntries(watchFiles(changed).map(({ path, text }) => [path, text]))), "watch");

  test("with an address of one's own is good", async () => {
    const folder = aWatchlist({ "watch/monitor.yaml": MONITOR.replace("https://example.org", "https://mine.kz") });
    expect(await checkWatchlist(folder)).toMatchObject({
      state: "good",
      says: expect.stringMatching(/^\w{12}, 2 sources$/u),
    });
  });

  test("that still names the placeholder is warned of", async () => {
    expect(await checkWatchlist(aWatchlist({}))).toMatchObject({
      state: "warning",
      says: expect.stringContaining("put your own address in monitor.yaml, polling.contact"),
    });
  });

  test("with mistakes is a problem that names their places", async () => {
    const finding = await checkWatchlist(aWatchlist({ "watch/sources.yaml": "sources: []\n" }));
    expect(finding).toMatchObject({ state: "problem", says: expect.stringContaining("watch/sources.yaml:1:10: ") });
  });

  test("that is not there is a problem", async () => {
    expect(await checkWatchlist("/nowhere")).toMatchObject({ state: "problem" });
  });
});

test.each([
  [{ context: { mizan: { alarmEmail: "you@example.com" } } }, "good", "go to you@example.com"],
  [{ context: { mizan: {} } }, "warning", "set context.mizan.alarmEmail in cdk.json"],
  [{}, "problem", "cdk.json has no context.mizan"],
])("alarms of %j: %s", async (cdkJson, state, told) => {
  const finding = await checkAlarms(aFolder({ "cdk.json": cdkJson }));
  expect(finding.state).toBe(state);
  expect(finding.says).toContain(told);
});

test.each([
  ["2.1148.1", "2.1148.2", "good"],
  ["2.1200.0", "2.1148.2", "good"],
  ["2.1147.9", "2.1148.2", "problem"],
  ["3.0.0", "2.1148.2", "problem"],
])("aws-cdk %s where %s is needed: %s", async (cli, needed, state) => {
  const root = aFolder({
    "node_modules/aws-cdk/package.json": { version: cli },
    "node_modules/aws-cdk-lib/package.json": { version: "2.276.0" },
    "node_modules/@aws-cdk/cloud-assembly-schema/cli-version.json": { version: needed },
  });
  expect((await checkCdk(root)).state).toBe(state);
});

test("without aws-cdk, how to install it is told", async () => {
  expect(await checkCdk(aFolder({}))).toMatchObject({ state: "problem", says: expect.stringContaining("npm ci") });
});

test("the two that are installed fit each other", async () => {
  expect(await checkCdk(join(import.meta.dirname, "../../.."))).toMatchObject({ state: "good" });
});
