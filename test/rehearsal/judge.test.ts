import { describe, expect, test } from "vitest";
import { missingDeadLetterRights } from "../../rehearsal/iam/dead-letter-rights.ts";
import { missingRights } from "../../rehearsal/iam/function-rights.ts";
import { type Access, createJudge, mayAssume, type Principal } from "../../rehearsal/iam/judge.ts";
import {
  aFunction,
  aPolicy,
  aRole,
  aStack,
  BUCKET_ARN,
  FUNCTION_ARN,
  QUEUE_ARN,
  ROLE_ARN,
  TABLE_ARN,
} from "../support/a-rehearsed-stack.ts";

const WORKER: Principal = { kind: "role", role: ROLE_ARN, session: "worker" };
const ONLY_TLS = aPolicy({
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: "s3:*",
  Resource: [BUCKET_ARN, `${BUCKET_ARN}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

const role = aRole(
  { Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource: [TABLE_ARN, `${TABLE_ARN}/index/by-day`] },
  { Action: "s3:GetObject", Resource: `${BUCKET_ARN}/active/*` },
  { Action: "s3:ListBucket", Resource: BUCKET_ARN, Condition: { StringLike: { "s3:prefix": "active/*" } } },
  { Action: "sqs:*", Resource: QUEUE_ARN },
  { Effect: "Deny", Action: "sqs:PurgeQueue", Resource: "*" },
);
const { judge } = createJudge(aStack({ resourcePolicies: new Map([[BUCKET_ARN, ONLY_TLS]]) }, role));

describe("a call is allowed as far as the role's policies say", () => {
  test.each<[string, Access, boolean | string]>([
    ["the table", { action: "dynamodb:GetItem", resource: TABLE_ARN }, true],
    ["an index of it", { action: "dynamodb:Query", resource: `${TABLE_ARN}/index/by-day` }, true],
    ["another index", { action: "dynamodb:Query", resource: `${TABLE_ARN}/index/by-night` }, "no policy allows it"],
    ["another table", { action: "dynamodb:GetItem", resource: `${TABLE_ARN}2` }, "no policy allows it"],
    ["another action", { action: "dynamodb:PutItem", resource: TABLE_ARN }, "no policy allows it"],
    ["an object below the prefix", { action: "s3:GetObject", resource: `${BUCKET_ARN}/active/a.json` }, true],
    ["an object beside it", { action: "s3:GetObject", resource: `${BUCKET_ARN}/watch/a.yaml` }, "no policy allows it"],
    ["the whole queue", { action: "sqs:SendMessage", resource: QUEUE_ARN }, true],
    ["what is denied all the same", { action: "sqs:PurgeQueue", resource: QUEUE_ARN }, "a policy denies it explicitly"],
    [
      "a listing that fits the condition",
      { action: "s3:ListBucket", resource: BUCKET_ARN, context: { "s3:prefix": "active/versions" } },
      true,
    ],
    ["a listing that does not", { action: "s3:ListBucket", resource: BUCKET_ARN }, "no policy allows it"],
    ["no action at all", { action: "dynamodb:Conjure", resource: TABLE_ARN }, "invalid.action"],
  ])("%s", async (_, access, expected) => {
    const verdict = await judge(WORKER, access);
    if (expected === true) expect(verdict).toEqual({ isAllowed: true });
    else expect(verdict).toEqual({ isAllowed: false, reason: expect.stringContaining(String(expected)) });
  });

  test("a refusal names the role, the action and the resource", async () => {
    expect(await judge(WORKER, { action: "dynamodb:PutItem", resource: TABLE_ARN })).toEqual({
      isAllowed: false,
      reason: `arn:aws:sts::000000000000:assumed-role/worker-role/worker may not dynamodb:PutItem on ${TABLE_ARN} because no policy allows it`,
    });
  });

  test("a bucket's own policy is heard: it forbids even those who may do everything", async () => {
    const closed = aPolicy({
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "s3:PutObject",
      Resource: `${BUCKET_ARN}/*`,
    });
    const strict = createJudge(aStack({ resourcePolicies: new Map([[BUCKET_ARN, closed]]) }));
    const verdict = await strict.judge({ kind: "deployer" }, { action: "s3:PutObject", resource: `${BUCKET_ARN}/a` });
    expect(verdict).toEqual({ isAllowed: false, reason: expect.stringContaining("denies it explicitly") });
  });
});

describe("services of AWS need a permission with the function, or a role that trusts them", () => {
  const permission = aPolicy({
    Principal: { Service: "events.amazonaws.com" },
    Action: "lambda:InvokeFunction",
    Resource: FUNCTION_ARN,
    Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:eu-central-1:000000000000:rule/upload" } },
  });
  const stack = aStack({ resourcePolicies: new Map([[FUNCTION_ARN, permission]]) });
  const invoke = (service: string, source: string) =>
    createJudge(stack).judge(
      { kind: "service", service },
      { action: "lambda:InvokeFunction", resource: FUNCTION_ARN, context: { "aws:SourceArn": source } },
    );

  test.each([
    ["events.amazonaws.com", "arn:aws:events:eu-central-1:000000000000:rule/upload", true],
    ["events.amazonaws.com", "arn:aws:events:eu-central-1:000000000000:rule/other", false],
    ["s3.amazonaws.com", "arn:aws:events:eu-central-1:000000000000:rule/upload", false],
  ])("%s from %s", async (service, source, isAllowed) => {
    expect((await invoke(service, source)).isAllowed).toBe(isAllowed);
  });

  test("only the service that a role trusts takes it on", async () => {
    expect((await mayAssume(stack, "lambda.amazonaws.com", ROLE_ARN, FUNCTION_ARN)).isAllowed).toBe(true);
    expect((await mayAssume(stack, "scheduler.amazonaws.com", ROLE_ARN, FUNCTION_ARN)).isAllowed).toBe(false);
    expect((await mayAssume(stack, "lambda.amazonaws.com", `${ROLE_ARN}2`, FUNCTION_ARN)).isAllowed).toBe(false);
  });

  test("what may not even become a dead letter is told of", async () => {
    const rule = "arn:aws:events:eu-central-1:000000000000:rule/upload";
    const sending = {
      functions: [aFunction({ asynchronous: { retries: 2, onFailure: QUEUE_ARN } })],
      schedules: [
        {
          ...{ id: "S", group: "default", expression: "rate(1 day)", timeZone: "UTC" },
          function: FUNCTION_ARN,
          role: ROLE_ARN,
          deadLetters: QUEUE_ARN,
        },
      ],
      rules: [{ id: "R", arn: rule, pattern: {}, targets: [{ function: FUNCTION_ARN, deadLetters: QUEUE_ARN }] }],
    };
    const poor = aStack(sending);
    expect(await missingDeadLetterRights(poor, createJudge(poor))).toEqual([
      expect.stringContaining("worker-role/worker may not sqs:SendMessage"),
      expect.stringContaining("worker-role/scheduler may not sqs:SendMessage"),
      expect.stringContaining("events.amazonaws.com may not sqs:SendMessage"),
    ]);
    const queuePolicy = aPolicy({
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: QUEUE_ARN,
      Condition: { ArnEquals: { "aws:SourceArn": rule } },
    });
    const rich = aStack(
      { ...sending, resourcePolicies: new Map([[QUEUE_ARN, queuePolicy]]) },
      aRole({ Action: "sqs:SendMessage", Resource: QUEUE_ARN }),
    );
    expect(await missingDeadLetterRights(rich, createJudge(rich))).toEqual([]);
  });

  test("a function without a right to its log or its traces is told of", async () => {
    const poor = aStack({}, aRole({ Action: "logs:CreateLogStream", Resource: "*" }));
    expect(await missingRights(poor, createJudge(poor), aFunction({ isTraced: true }))).toEqual([
      expect.stringContaining("may not logs:PutLogEvents"),
      expect.stringContaining("may not xray:PutTraceSegments"),
    ]);
    const rich = aStack(
      {},
      aRole(
        { Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "arn:aws:logs:*:*:log-group:worker-logs:*" },
        { Action: "xray:PutTraceSegments", Resource: "*" },
      ),
    );
    expect(await missingRights(rich, createJudge(rich), aFunction({ isTraced: true }))).toEqual([]);
  });
});
