import { z } from "zod";
import { functionArn } from "./read-triggers.ts";
import type { LambdaFunction, Notification, Rule } from "./stack.ts";
import type { TemplateResources } from "./template-resources.ts";

const rulesForm = z.array(z.object({ Name: z.string().toLowerCase(), Value: z.string() })).default([]);

/** A bucket's own property, and what CDK writes in its stead: a custom resource that sets it afterwards. */
const ownForm = z.object({
  NotificationConfiguration: z
    .object({
      LambdaConfigurations: z
        .array(
          z.object({
            Event: z.string(),
            Function: z.string(),
            Filter: z.object({ S3Key: z.object({ Rules: rulesForm }) }).optional(),
          }),
        )
        .default([]),
    })
    .prefault({}),
});
const customForm = z.object({
  BucketName: z.string(),
  NotificationConfiguration: z.object({
    LambdaFunctionConfigurations: z
      .array(
        z.object({
          Events: z.array(z.string()),
          LambdaFunctionArn: z.string(),
          Filter: z.object({ Key: z.object({ FilterRules: rulesForm }) }).optional(),
        }),
      )
      .default([]),
  }),
});

export function readNotifications(
  resources: TemplateResources,
  functions: readonly LambdaFunction[],
): readonly Notification[] {
  const own = resources.ofType("AWS::S3::Bucket", ownForm).flatMap(({ id, name, properties }) =>
    properties.NotificationConfiguration.LambdaConfigurations.map(({ Event, Function: target, Filter }) => ({
      bucket: name,
      events: [Event],
      ...affixes(Filter?.S3Key.Rules),
      function: functionArn(target, functions, id),
    })),
  );
  const custom = resources.ofType("Custom::S3BucketNotifications", customForm).flatMap(({ id, properties }) =>
    properties.NotificationConfiguration.LambdaFunctionConfigurations.map(({ Events, LambdaFunctionArn, Filter }) => ({
      bucket: properties.BucketName,
      events: Events,
      ...affixes(Filter?.Key.FilterRules),
      function: functionArn(LambdaFunctionArn, functions, id),
    })),
  );
  return [...own, ...custom];
}

function affixes(rules: z.output<typeof rulesForm> = []) {
  const value = (name: string) => rules.find((rule) => rule.Name === name)?.Value ?? "";
  return { prefix: value("prefix"), suffix: value("suffix") };
}

const ruleForm = z.object({
  State: z.string().default("ENABLED"),
  EventPattern: z.record(z.string(), z.json()),
  ScheduleExpression: z.undefined("schedules of rules are not rehearsed; use EventBridge Scheduler").optional(),
  Targets: z.array(
    z.object({
      Arn: z.string(),
      DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
      InputTransformer: z
        .object({ InputPathsMap: z.record(z.string(), z.string()).default({}), InputTemplate: z.string() })
        .optional(),
    }),
  ),
});

export function readRules(resources: TemplateResources, functions: readonly LambdaFunction[]): readonly Rule[] {
  return resources
    .ofType("AWS::Events::Rule", ruleForm)
    .filter(({ properties }) => properties.State === "ENABLED")
    .map(({ id, arn, properties: { EventPattern, Targets } }) => ({
      id,
      arn,
      pattern: EventPattern,
      targets: Targets.map(({ Arn, DeadLetterConfig, InputTransformer }) => ({
        function: functionArn(Arn, functions, id),
        ...(DeadLetterConfig === undefined ? {} : { deadLetters: DeadLetterConfig.Arn }),
        ...(InputTransformer === undefined
          ? {}
          : { transformer: { paths: InputTransformer.InputPathsMap, template: InputTransformer.InputTemplate } }),
      })),
    }));
}
