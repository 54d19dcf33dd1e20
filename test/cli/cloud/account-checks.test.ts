import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formatFinding, runChecks } from "../../../cli/cloud/check.ts";
import { checkBootstrap, checkCredentials, checkStack } from "../../../cli/cloud/checks/account.ts";
import { accountChecks } from "../../../cli/cloud/deploy-checks.ts";
import { ACCOUNT, type EmbeddedServer } from "../../support/embedded-aws.ts";
import { type FakeAccount, serveAccount } from "../../support/fake-account.ts";

const account: FakeAccount = { stacks: {} };
let server: EmbeddedServer;
let clients: { cloudFormation: CloudFormationClient; sts: STSClient };

beforeAll(async () => {
  server = await serveAccount(account);
  const options = { ...ACCOUNT, endpoint: server.endpoint, maxAttempts: 1 };
  clients = { cloudFormation: new CloudFormationClient(options), sts: new STSClient(options) };
});
afterAll(async () => await server.close());
beforeEach(() => {
  for (const name of Object.keys(account.stacks)) delete account.stacks[name];
  delete account.refuses;
});

test("credentials tell the account and who one is in it", async () => {
  expect(await checkCredentials(clients.sts)).toEqual({
    state: "good",
    says: "account 123456789012, as arn:aws:iam::123456789012:user/analyst",
  });
});

test.each([
  ["ExpiredToken", "the AWS session has expired: sign in"],
  ["InvalidClientTokenId", "AWS does not know this access key: sign in"],
  ["SignatureDoesNotMatch", "AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID"],
  ["AccessDenied", "AWS refused: AccessDenied: in its own words"],
])("%s is told as what to do about it", async (code, told) => {
  account.refuses = { code, message: "in its own words" };
  const { state, says } = await checkCredentials(clients.sts);
  expect(state).toBe("problem");
  expect(says).toContain(told);
});

test.each([
  [undefined, "problem", 'missing in eu-central-1: run "npx cdk bootstrap"'],
  ["5", "problem", "version 5, but 6 is needed"],
  ["6", "good", "version 6"],
  ["30", "good", "version 30"],
])("CDK's own stack of version %s: %s", async (version, state, told) => {
  if (version !== undefined)
    account.stacks.CDKToolkit = { status: "CREATE_COMPLETE", outputs: { BootstrapVersion: version } };
  const finding = await checkBootstrap(clients.cloudFormation);
  expect(finding.state).toBe(state);
  expect(finding.says).toContain(told);
});

test.each([
  [undefined, "good"],
  ["CREATE_COMPLETE", "good"],
  ["UPDATE_COMPLETE", "good"],
  ["REVIEW_IN_PROGRESS", "good"],
  ["ROLLBACK_COMPLETE", "warning"],
  ["UPDATE_ROLLBACK_COMPLETE", "warning"],
  ["CREATE_FAILED", "problem"],
  ["CREATE_IN_PROGRESS", "problem"],
  ["DELETE_FAILED", "problem"],
  ["ROLLBACK_FAILED", "problem"],
  ["UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "problem"],
  ["UPDATE_ROLLBACK_FAILED", "problem"],
])("a stack that is %s: %s", async (status, state) => {
  if (status !== undefined) account.stacks.Mizan = { status };
  const finding = await checkStack(clients.cloudFormation);
  expect(finding.state).toBe(state);
  expect(finding.says).toContain(status ?? "not deployed yet");
});

describe("checks that build on others", () => {
  test("are skipped where those failed", async () => {
    account.refuses = { code: "ExpiredToken", message: "" };
    const findings = await runChecks(accountChecks(clients));
    expect(findings.map(({ title, state }) => `${title} ${state}`)).toEqual([
      "credentials problem",
      "region good",
      "bootstrap skipped",
      "stack skipped",
    ]);
    expect(findings.map(formatFinding).at(-1)).toBe("- stack: needs credentials");
  });

  test("are made where those went well", async () => {
    account.stacks.CDKToolkit = { status: "CREATE_COMPLETE", outputs: { BootstrapVersion: "21" } };
    const states = (await runChecks(accountChecks(clients))).map(({ state }) => state);
    expect(states).toEqual(["good", "good", "good", "good"]);
  });
});
