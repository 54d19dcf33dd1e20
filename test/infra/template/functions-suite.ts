import { Match, type Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { ENVIRONMENTS } from "../../../functions/environment.ts";
import { plain, resourcesOf } from "../../support/a-stack.ts";

export function describeFunctions(template: Template): void {
  const functions = resourcesOf(template, "AWS::Lambda::Function").map(
    ([id, { Properties }]) => [id, Properties] as const,
  );

  test("there is a function for each handler, and no other: CDK adds some of its own for custom resources", () => {
    expect(functions).toHaveLength(Object.keys(ENVIRONMENTS).length);
  });

  describe("what costs, or cannot be told later, holds for every function", () => {
    test.each(functions)("%s", (_, properties) => {
      expect(properties).toMatchObject({
        Runtime: "nodejs24.x", // the newest that Lambda has
        Architectures: ["arm64"], // a fifth cheaper than x86
        LoggingConfig: { LogFormat: "JSON", LogGroup: { Ref: expect.any(String) } }, // its own group, not the default's
        Environment: { Variables: { NODE_OPTIONS: "--enable-source-maps" } }, // stacks name the lines of our files
      });
      // A new account has ten for all: reserving any of them fails the deployment.
      expect(properties).not.toHaveProperty("ReservedConcurrentExecutions");
    });

    test("logs are kept for as long as the deployer says", () => {
      template.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 30 });
      template.resourceCountIs("AWS::Logs::LogGroup", functions.length);
    });
  });

  test("each function is told what it reads from its environment, and no more", () => {
    const told = functions.map(([id, { Environment }]) => {
      const {
        NODE_OPTIONS: _,
        POWERTOOLS_TRACE_ENABLED: __,
        ...variables
      } = (Environment as { Variables: Record<string, unknown> }).Variables;
      return [id, Object.keys(variables).toSorted()] as const;
    });
    const read = Object.entries(ENVIRONMENTS).map(([name, { shape }]) => {
      const needed = Object.entries(shape).filter(([, form]) => !form.safeParse(undefined).success);
      return [name, needed.map(([variable]) => variable).toSorted()] as const;
    });
    for (const [name, variables] of read) {
      const camel = name.replaceAll(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase());
      expect(told.find(([id]) => id.includes(camel))?.[1], name).toEqual(variables);
    }
  });

  test("what is called now and then leaves traces; what is called for each message does not", () => {
    const traced = functions.filter(([, { TracingConfig }]) => TracingConfig !== undefined).map(([id]) => id);
    expect(traced.map((id) => plain({ Ref: id })).toSorted()).toEqual([
      "<PollingSchedulePolls>",
      "<PublishingPublishDigest>",
      "<WatchlistApplyWatchlist>",
    ]);
    const requests = functions.filter(([, { Environment }]) => {
      return !("POWERTOOLS_TRACE_ENABLED" in (Environment as { Variables: Record<string, unknown> }).Variables);
    });
    expect(requests.map(([id]) => plain({ Ref: id })).toSorted()).toEqual([
      "<PollingSchedulePolls>",
      "<WatchlistApplyWatchlist>", // not of the hundreds of pages that PublishDigest writes
    ]);
  });

  describe("functions that are called without anyone waiting", () => {
    test.each(["ApplyWatchlist", "PublishDigest", "SchedulePolls"])(
      "%s is tried again, and then its event is a dead letter",
      (name) => {
        template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
          FunctionName: { Ref: Match.stringLikeRegexp(name) },
          MaximumRetryAttempts: 2,
          DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
        });
      },
    );

    test("SchedulePolls only until it is called anew", () => {
      template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
        FunctionName: { Ref: Match.stringLikeRegexp("SchedulePolls") },
        MaximumEventAgeInSeconds: 300,
      });
    });
  });
}
