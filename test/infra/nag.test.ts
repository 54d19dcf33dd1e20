import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type App, Stack, Validations } from "aws-cdk-lib";
import { Topic } from "aws-cdk-lib/aws-sns";
import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { z } from "zod";
import { EMAIL, TELEGRAM } from "../support/a-delivery.ts";
import { aStack } from "../support/a-stack.ts";
import { aWatchlist } from "../support/an-edition.ts";

const report = z.object({
  pluginReports: z.array(
    z.object({
      violations: z.array(
        z.object({ ruleName: z.string(), violatingConstructs: z.array(z.object({ constructPath: z.string() })) }),
      ),
    }),
  ),
});

test("neither AWS's rules for solutions nor CDK's find what is not acknowledged with its reason", () => {
  // With all that a watchlist can ask for: that has the most rights.
  const monitor = { ...aWatchlist().monitor, deliver: { email: EMAIL, webhook: TELEGRAM } };
  const app = aStack({ monitor }).node.root as App;
  const careless = new Stack(app, "Careless");
  new Topic(careless, "Topic"); // takes plain HTTP: the rules are at work where they find it
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  expect(() => app.synth()).toThrow("SNS3");
  const { pluginReports } = report.parse(JSON.parse(readFileSync(join(app.outdir, "validation-report.json"), "utf8")));
  const found = pluginReports
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );
  expect(found).toEqual(["AwsSolutions-SNS3 Careless/Topic/Resource"]);
});
