import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../rehearsal/assembly/json.ts";
import { readAssembly } from "../../rehearsal/assembly/read-assembly.ts";
import { deployProblems } from "../../rehearsal/stack/deploy-problems.ts";
import { readStack } from "../../rehearsal/stack/read-stack.ts";
import { aFunction, aQueue, aRole, aStack, FUNCTION_ARN, QUEUE_ARN } from "../support/a-rehearsed-stack.ts";
import { anAssembly } from "../support/an-assembly.ts";

async function read(resources: JsonObject, functions: Parameters<typeof anAssembly>[0] = {}) {
  const assembly = await readAssembly(anAssembly(functions, resources));
  return readStack(assembly, (name) => `http://gateway/${name}`);
}
const policy = (...actions: string[]) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
});

describe("a template is read as CloudFormation would create it", () => {
  test("names are made where none are given, buckets' in lower case", async () => {
    const { stack } = await read({ Own: { Type: "AWS::SQS::Queue", Properties: { QueueName: "mine" } } });
    expect(stack.queues[0]).toMatchObject({ name: "mine", url: "http://gateway/mine" });
    expect(stack.siteBucket).toMatch(/^small-sitebucket-[0-9a-f]{12}$/u);
  });

  test("a role has its inline policies, those attached to it, and AWS's own", async () => {
    const { stack } = await read({
      Role: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: policy("sts:AssumeRole"),
          Policies: [{ PolicyName: "inline", PolicyDocument: policy("s3:GetObject") }],
          ManagedPolicyArns: [
            "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
            "arn:aws:iam::aws:policy/Unheard",
            { Ref: "Managed" },
          ],
        },
      },
      Attached: { Type: "AWS::IAM::Policy", Properties: { PolicyDocument: policy("a:B"), Roles: [{ Ref: "Role" }] } },
      Other: { Type: "AWS::IAM::Policy", Properties: { PolicyDocument: policy("c:D"), Roles: ["somebody"] } },
      Managed: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: policy("e:F") } },
    });
    const [role] = stack.roles.values();
    expect(role?.policies.map(({ name }) => name)).toEqual([
      "inline",
      "Attached",
      "Managed",
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    ]);
    expect(deployProblems(stack)).toEqual([
      expect.stringContaining("does not know what arn:aws:iam::aws:policy/Unheard allows"),
    ]);
  });

  test("what a condition leaves out is not there, and a type that nobody knows is told", async () => {
    const { stack, leftOut, unknownTypes } = await read({
      Never: { Type: "AWS::SQS::Queue", Condition: "Never" },
      Odd: { Type: "AWS::Odd::Thing" },
      Alarm: { Type: "AWS::CloudWatch::Alarm" },
    });
    expect(stack.queues).toEqual([]);
    expect(leftOut).toEqual(["AWS::CloudWatch::Alarm"]);
    expect(unknownTypes).toEqual(["AWS::Odd::Thing"]);
  });

  test("code that is not among the assets is missed at once", async () => {
    const folder = anAssembly({ Fn: { handler: "async () => 1" } });
    const assembly = await readAssembly(folder);
    rmSync(folder, { recursive: true });
    expect(() => readStack({ ...assembly, assets: new Map() }, String)).toThrow(
      "Fn: its code Fn.zip is not among the assets",
    );
  });

  test("a property that does not fit names its resource", async () => {
    const bad = { Bad: { Type: "AWS::SQS::Queue", Properties: { FifoQueue: true } } };
    await expect(read(bad)).rejects.toThrow("Bad (AWS::SQS::Queue): ✖ FIFO queues are not rehearsed");
  });
});

describe("what would stop a deploy is told", () => {
  const source = {
    id: "Source",
    queue: QUEUE_ARN,
    function: FUNCTION_ARN,
    batchSize: 5,
    batchingWindowMs: 0,
    reportsItemFailures: true,
  };
  test.each([
    [{ functions: [aFunction({ runtime: "nodejs18.x" })] }, "Worker: its runtime is nodejs18.x"],
    [
      { functions: [aFunction({ environment: { AWS_REGION: "x" } })] },
      "Worker: AWS_REGION is a variable that Lambda keeps",
    ],
    [{ functions: [aFunction({ environment: { LONG: "x".repeat(5_000) } })] }, "Worker: 5004 bytes of variables"],
    [{ functions: [aFunction()], eventSources: [source] }, "is no queue of this stack"],
    [
      { functions: [aFunction({ timeoutMs: 61_000 })], queues: [aQueue()], eventSources: [source] },
      "Source: the queue hides messages for 60 s, less than Worker may take",
    ],
    [
      { functions: [aFunction()], queues: [aQueue()], eventSources: [{ ...source, batchSize: 100 }] },
      "Source: batches of 100, more than 10",
    ],
    [
      { queues: [aQueue({ redrive: { deadLetterTargetArn: "arn:nowhere", maxReceiveCount: 3 } })] },
      "Work: its dead letters go to arn:nowhere, which is not there",
    ],
  ])("%#", (changes, told) => {
    expect(deployProblems(aStack(changes))).toEqual([expect.stringContaining(told)]);
  });

  test("and nothing where all is well", () => {
    const well = { functions: [aFunction()], queues: [aQueue()], eventSources: [source] };
    expect(deployProblems(aStack(well, aRole()))).toEqual([]);
  });
});
