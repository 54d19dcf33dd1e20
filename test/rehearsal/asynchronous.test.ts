import { afterEach, describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../shared/time.ts";
import { openSmallCloud, type SmallCloud } from "../support/a-small-cloud.ts";
import { anAssembly } from "../support/an-assembly.ts";

let cloud: SmallCloud | undefined;
afterEach(async () => await cloud?.close());

describe("who only hands over an event is not told how it went", () => {
  const schedule = (expression: string) => ({
    Every: {
      Type: "AWS::Scheduler::Schedule",
      Properties: {
        ScheduleExpression: expression,
        Target: { Arn: { "Fn::GetAtt": ["Fn", "Arn"] }, RoleArn: { "Fn::GetAtt": ["CallerRole", "Arn"] } },
      },
    },
    CallerRole: {
      Type: "AWS::IAM::Role",
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "scheduler.amazonaws.com" } }],
        },
        Policies: [
          {
            PolicyName: "call",
            PolicyDocument: {
              Statement: [
                { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: { "Fn::GetAtt": ["Fn", "Arn"] } },
              ],
            },
          },
        ],
      },
    },
  });
  const lost = {
    Lost: { Type: "AWS::SQS::Queue" },
    Config: {
      Type: "AWS::Lambda::EventInvokeConfig",
      Properties: {
        FunctionName: { Ref: "Fn" },
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": ["Lost", "Arn"] } } },
      },
    },
  };

  test("a schedule calls at its times", async () => {
    const small = await openSmallCloud(anAssembly({ Fn: { handler: "async () => 1" } }, schedule("rate(10 minutes)")));
    cloud = small;
    await small.pass(35 * MINUTE);
    expect(small.invocations.map(({ endedAt }) => endedAt.slice(11, 16))).toEqual(["00:00", "00:10", "00:20", "00:30"]);
    expect(small.findings.all()).toEqual([]);
  });

  test("what fails is tried twice more, then sent to its destination", async () => {
    const handler = "async () => { throw new Error('always') }";
    const small = await openSmallCloud(
      anAssembly({ Fn: { handler } }, { ...schedule("at(2026-02-10T00:30:00)"), ...lost }),
    );
    cloud = small;
    await small.pass(HOUR);
    expect(small.invocations.map(({ endedAt }) => endedAt.slice(11, 16))).toEqual(["00:30", "00:31", "00:33"]);
    expect(small.calls.filter(({ call }) => call.operation === "SendMessage")).toHaveLength(1);
  });

  test("a schedule whose role may not call is told of", async () => {
    const resources = schedule("rate(1 hour)");
    const { Policies: _, ...role } = resources.CallerRole.Properties;
    const small = await openSmallCloud(
      anAssembly(
        { Fn: { handler: "async () => 1" } },
        { ...resources, CallerRole: { ...resources.CallerRole, Properties: role } },
      ),
    );
    cloud = small;
    await small.pass(MINUTE);
    expect(small.invocations).toEqual([]);
    expect(small.findings.all()).toEqual([
      { kind: "denied", text: expect.stringContaining("may not lambda:InvokeFunction"), times: 1 },
    ]);
  });
});
