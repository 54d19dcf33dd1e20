import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bucketObjects } from "../../../cli/cloud/bucket-objects.ts";
import { STACK_OUTPUTS } from "../../../shared/cloud/stack-outputs.ts";
import { applyWatchlist } from "../../../shared/pipeline/apply-watchlist.ts";
import { aRehearsalReport } from "../../support/a-rehearsal-report.ts";
import { ACCOUNT, type EmbeddedServer, serveFauxqs } from "../../support/embedded-aws.ts";
import { type FakeAccount, serveAccount } from "../../support/fake-account.ts";
import { runCommand, runMizan, withAccount, withoutAccount } from "../../support/run-mizan.ts";
import { SOURCES, watchFiles } from "../../support/watch-files.ts";

const BUCKET = "mizan-watchlist";
const TEMPLATE = {
  Resources: {
    StoreTable00000000: { Type: "AWS::DynamoDB::Table", DeletionPolicy: "Retain" },
    Topic11111111: { Type: "AWS::SNS::Topic" },
  },
};
const account: FakeAccount = {
  stacks: { CDKToolkit: { status: "CREATE_COMPLETE", outputs: { BootstrapVersion: "21" } } },
};
let fauxqs: Awaited<ReturnType<typeof serveFauxqs>>;
let control: EmbeddedServer;
let env: Readonly<Record<string, string>>;
let s3: S3Client;
let sqs: SQSClient;

beforeAll(async () => {
  [fauxqs, control] = await Promise.all([serveFauxqs(), serveAccount(account)]);
  const { endpoint } = fauxqs;
  env = withAccount({ STS: control.endpoint, CLOUDFORMATION: control.endpoint, S3: endpoint, SQS: endpoint });
  s3 = new S3Client({ ...ACCOUNT, endpoint, forcePathStyle: true });
  sqs = new SQSClient({ ...ACCOUNT, endpoint });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  for (const name of STACK_OUTPUTS.filter((output) => output.endsWith("Url")))
    await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const outputs = Object.fromEntries(
    STACK_OUTPUTS.map((name) => [name, name.endsWith("Url") ? fauxqs.queueUrl(name) : `the-${name}`]),
  );
  account.stacks.Mizan = {
    status: "UPDATE_COMPLETE",
    outputs: { ...outputs, WatchlistBucket: BUCKET, SiteAddress: "https://d1.cloudfront.net/" },
    template: TEMPLATE,
    names: { StoreTable00000000: "Mizan-Table-X" },
  };
});
afterAll(async () => await Promise.all([fauxqs.close(), control.close()]));

/** A folder with a watchlist. */
function aWatchFolder(changed: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "mizan-watch-"));
  for (const { path, text } of watchFiles(changed)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return join(root, "watch");
}

/** A repository whose `cdk` notes how it was called, writes TEMPLATE where it is to synthesise, and ends as `end` says. */
function aRepository(end = "process.exit(0)"): string {
  const root = mkdtempSync(join(tmpdir(), "mizan-root-"));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put("cdk.json", JSON.stringify({ context: { mizan: { alarmEmail: "you@example.com" } } }));
  put("node_modules/aws-cdk/package.json", '{"version":"2.1148.1"}');
  put("node_modules/aws-cdk-lib/package.json", '{"version":"2.276.0"}');
  put("node_modules/@aws-cdk/cloud-assembly-schema/cli-version.json", '{"version":"2.1148.2"}');
  put("cdk.out/Mizan.template.json", JSON.stringify(TEMPLATE));
  put(
    "node_modules/aws-cdk/bin/cdk",
    `const { appendFileSync, copyFileSync, mkdirSync } = require("node:fs");
     const args = process.argv.slice(2);
     appendFileSync("calls.txt", args.join(" ") + "\\n");
     const out = args[args.indexOf("--output") + 1];
     if (args.includes("--output")) { mkdirSync(out, { recursive: true }); copyFileSync("cdk.out/Mizan.template.json", out + "/Mizan.template.json"); }
     ${end}`,
  );
  return root;
}
const callsOf = (root: string) => readFileSync(join(root, "calls.txt"), "utf8").trimEnd().split("\n");

/** Calls the function that applies uploads again and again while `work` goes on, as storage would on AWS. */
async function whileApplying<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  const log = { info: () => undefined, warn: () => undefined };
  const clock = () => new Date().toISOString();
  while (!isDone) {
    const [uploads, active] = [bucketObjects(s3, BUCKET), bucketObjects(s3, BUCKET, "active/")];
    if ((await uploads.list("watch/")).length > 0) await applyWatchlist({ clock, uploads, active, log });
    await setTimeout(50);
  }
  return await done;
}

describe("without credentials, each command ends with one line of what to do", () => {
  test.each([[["deploy"]], [["destroy", "--yes"]], [["watch", "push"]]])("%j", async (args) => {
    const { status, stdout, stderr } = await runMizan(args, withoutAccount());
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^(credentials: )?no AWS credentials: sign in with "aws sso login" .*\n$/u);
  });
});

test("without a region, that is what is missing", async () => {
  const { AWS_REGION: _, ...elsewhere } = env;
  const { status, stderr } = await runMizan(["watch", "history"], elsewhere);
  expect([status, stderr]).toEqual([2, "no AWS region: set AWS_REGION, for instance to eu-central-1\n"]);
});

describe("doctor", () => {
  test("tells good and bad, each in a line, and ends with 2 where something is to be mended", async () => {
    const { status, stdout, stderr } = await runMizan(["doctor"], withoutAccount());
    expect([status, stderr]).toEqual([2, ""]);
    expect(stdout).toMatch(
      /^✓ Node: v24.*\n✓ CDK: .*\n[✓!] watchlist: .*\n[✓!] alarms: .*\n✗ credentials: .*\n✓ region: .*\n/u,
    );
    expect(stdout).toMatch(
      /^- bootstrap: needs credentials\n- stack: needs credentials\n1 to mend before a deploy\.\n$/mu,
    );
  });

  test("ends with 0 where all is in order", async () => {
    const { status, stdout } = await runMizan(["doctor"], env);
    expect(status).toBe(0);
    expect(stdout).toContain("✓ credentials: account 123456789012, as arn:aws:iam::123456789012:user/analyst\n");
    expect(stdout).toContain("✓ stack: deployed (UPDATE_COMPLETE)\n");
    expect(stdout).toMatch(/Ready to deploy\.\n$/u);
  });
});

describe("deploy", () => {
  test("deploys, uploads the watchlist, and says what comes next", async () => {
    const root = aRepository();
    const options = { root, watch: aWatchFolder(), data: root };
    const { status, stdout } = await whileApplying(runCommand("deploy.ts", "deploy", options, env));
    expect(status).toBe(0);
    expect(callsOf(root)).toEqual(["deploy Mizan --require-approval never"]);
    expect(stdout).toMatch(/^Watchlist \w{12} is running: 4 files uploaded, 0 removed\.$/mu);
    expect(stdout).toMatch(/^site +https:\/\/d1\.cloudfront\.net\/$/mu);
    expect(stdout).toMatch(/^password +set it with "npm run mizan -- site password"$/mu);
    expect(stdout).toMatch(/^alarms +go to you@example\.com$/mu);
    expect(stdout).toMatch(/^cost +run "npm run rehearse", then "npm run cost"$/mu);
  });

  test("that fails tells CDK's last words, and uploads nothing", async () => {
    const root = aRepository(`console.error("CREATE_FAILED: the bucket's name is taken"); process.exit(1)`);
    const options = {
      root,
      watch: aWatchFolder({ "watch/sources.yaml": SOURCES.replace("Steppe", "Dala") }),
      data: root,
    };
    const { status, stdout, stderr } = await runCommand("deploy.ts", "deploy", options, env);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("cdk deploy failed (exit code 1)\nCREATE_FAILED: the bucket's name is taken\n");
  });

  test("can be interrupted: it says how to go on", async () => {
    const root = aRepository("setTimeout(() => undefined, 60_000)");
    const isCalled = async () => {
      while (!existsSync(join(root, "calls.txt"))) await setTimeout(20);
    };
    const options = { root, watch: aWatchFolder(), data: root };
    const { status, stdout, stderr } = await runCommand("deploy.ts", "deploy", options, env, isCalled);
    expect([status, stdout]).toEqual([130, ""]);
    expect(stderr).toContain('"npm run deploy" goes on');
  });

  test("is not begun while something is to be mended", async () => {
    const root = aRepository();
    const options = { root, watch: aWatchFolder({ "watch/sources.yaml": "sources: []\n" }), data: root };
    const { status, stderr } = await runCommand("deploy.ts", "deploy", options, env);
    expect(status).toBe(2);
    expect(stderr).toContain("watch/sources.yaml:1:10: ");
    expect(() => callsOf(root)).toThrow();
  });
});

describe("deploy --dry-run", () => {
  test("needs no account", async () => {
    const root = aRepository();
    const options = { root, watch: aWatchFolder(), data: root };
    const { status, stdout } = await runCommand("deploy-dry-run.ts", "deployDryRun", options, withoutAccount());
    expect(status).toBe(0);
    expect(callsOf(root)).toEqual([expect.stringMatching(/^synth Mizan --quiet --output /u)]);
    expect(stdout).toMatch(/^Resources: 2\n {2}1 {2}AWS::DynamoDB::Table\n/u);
    expect(stdout).toMatch(/^All of this would be new; compared with no account \(.*no AWS credentials/mu);
  });

  test("with one, says what would change", async () => {
    const root = aRepository();
    const { Topic11111111: _, ...kept } = TEMPLATE.Resources;
    writeFileSync(join(root, "cdk.out/Mizan.template.json"), JSON.stringify({ Resources: kept }));
    const options = { root, watch: aWatchFolder(), data: root };
    const { stdout } = await runCommand("deploy-dry-run.ts", "deployDryRun", options, env);
    expect(stdout).toContain("Would change\n  - Topic (AWS::SNS::Topic)\n");
  });
});

describe("destroy", () => {
  test("without a terminal to ask on deletes nothing", async () => {
    const root = aRepository();
    const { status, stdout, stderr } = await runCommand("destroy.ts", "destroy", { root }, env);
    expect(status).toBe(2);
    expect(stdout).toContain("keeps what was collected:\n  Mizan-Table-X (AWS::DynamoDB::Table)\n");
    expect(stderr).toContain("nothing deleted");
    expect(() => callsOf(root)).toThrow();
  });

  test("tells what is left and how to delete that", async () => {
    const root = aRepository();
    const { status, stdout } = await runCommand("destroy.ts", "destroy", { root, yes: true }, env);
    expect(status).toBe(0);
    expect(callsOf(root)).toEqual(["destroy Mizan --force"]);
    expect(stdout).toContain("aws dynamodb delete-table --table-name Mizan-Table-X");
  });
});

test("a watchlist is pushed, listed, changed, rolled back and pulled", async () => {
  const folder = aWatchFolder({ "watch/sources.yaml": SOURCES.replace("Steppe", "First") });
  const watch = (...args: string[]) => runMizan(["--watch", folder, "watch", ...args], env);
  const first = await whileApplying(watch("push"));
  expect([first.status, first.stderr]).toEqual([0, ""]);
  const [version = ""] = /\w{12}/u.exec(first.stdout) ?? [];

  writeFileSync(join(folder, "sources.yaml"), SOURCES.replace("Steppe", "Second"));
  await whileApplying(watch("push"));
  await bucketObjects(s3, BUCKET, "active/").put("awaited.txt", "0a1b2c3d4e5f", "text/plain");
  const [unfinished, ...history] = (await watch("history")).stdout.split("\n");
  expect(unfinished).toMatch(/^The upload of 0a1b2c3d4e5f is not finished, and nothing else is activated/u);
  expect(history[0]).toMatch(/^\w{12} {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}running, as in this folder$/u);
  expect(history[1]).toMatch(new RegExp(`^${version}  .* UTC$`, "u"));

  expect((await whileApplying(watch("rollback", version.slice(0, 6)))).stdout).toContain(
    `Watchlist ${version} is running`,
  );
  writeFileSync(join(folder, "sources.yaml"), "mine");
  const refused = await watch("pull");
  expect([refused.status, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toContain("watch/sources.yaml: changed here and would be lost");
  expect((await watch("pull", "--force")).stdout).toContain("wrote watch/sources.yaml\n");
  expect(readFileSync(join(folder, "sources.yaml"), "utf8")).toContain("First Post");
});

describe("redrive", () => {
  const send = async (name: string, body: string) =>
    await sqs.send(new SendMessageCommand({ QueueUrl: fauxqs.queueUrl(name), MessageBody: body }));

  test("shows dead letters, and then moves them", async () => {
    await send("ArticlesDeadLettersUrl", '{"item":"a"}');
    const peek = await runMizan(["redrive", "articles", "--peek"], env);
    expect(peek.stdout).toMatch(/^articles: 1\n {2}.* UTC {2}\{"item":"a"\}\n {4}the function's log tells/u);
    expect((await runMizan(["redrive", "articles"], env)).stdout).toBe("articles: 1 moved back to the queue\n");
    expect((await runMizan(["redrive", "articles"], env)).stdout).toBe("articles: none\n");
  });

  test("drops calls that later ones have made good, and says so", async () => {
    await send("CallsDeadLettersUrl", "{}");
    const { stdout } = await runMizan(["redrive", "calls"], env);
    expect(stdout).toMatch(/^calls: 1 dropped: the next calls, within five minutes and an hour, .*watch push"\n$/u);
  });

  test("knows its queues", async () => {
    const { status, stderr } = await runMizan(["redrive", "mail"], env);
    expect([status, stderr]).toEqual([2, 'no dead letters "mail": there are those of polls, articles, calls\n']);
  });
});

test("a typed password that can be guessed is refused", async () => {
  const { status, stderr } = await runMizan(["site", "password", "--set"], env, "secret\n");
  expect([status, stderr]).toEqual([2, "too short: 12 characters at least\n"]);
});

describe("cost", () => {
  test("without a rehearsal says how to make one", async () => {
    const { status, stderr } = await runMizan(["--data", "/nowhere", "cost"], env);
    expect([status, stderr]).toEqual([2, '/nowhere/rehearsal/report.json is missing: run "npm run rehearse" first\n']);
  });

  test("prints the table for what is asked", async () => {
    const root = aRepository();
    mkdirSync(join(root, "rehearsal"));
    writeFileSync(join(root, "rehearsal/report.json"), JSON.stringify(aRehearsalReport()));
    cpSync(aWatchFolder(), join(root, "watch"), { recursive: true });
    const options = { root, watch: join(root, "watch"), data: root, other: { articlesPerDay: 3_000 } };
    const { status, stdout } = await runCommand("cost.ts", "cost", options, env);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^2 feeds, each every 15 min at most \(\d+ polls a day\), 3,000 new articles a day; eu-central-1, prices of \d{4}-\d\d-\d\d, before taxes\.$/mu,
    );
    expect(stdout).toMatch(/^all +\d+\.\d\d +\d+\.\d\d +\d+\.\d\d +\d+\.\d\d$/mu);
  });
});
