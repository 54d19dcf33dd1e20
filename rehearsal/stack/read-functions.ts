import { z } from "zod";
import { SECOND } from "../../shared/time.ts";
import type { LambdaFunction } from "./stack.ts";
import type { TemplateResources } from "./template-resources.ts";

/** CloudFormation takes numbers and booleans as text too. */
const whole = z.coerce.number().int();

const functionForm = z.object({
  Code: z.object({ S3Key: z.string().optional() }),
  Handler: z.string().default(""),
  Runtime: z.string().default(""),
  MemorySize: whole.default(128),
  Timeout: whole.default(3),
  Role: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).prefault({}),
  TracingConfig: z.object({ Mode: z.string() }).default({ Mode: "PassThrough" }),
  LoggingConfig: z
    .object({ LogFormat: z.enum(["JSON", "Text"]).default("Text"), LogGroup: z.string().optional() })
    .prefault({}),
});

const invokeConfigForm = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: whole.default(2),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).default({}),
});

const providerForm = z.object({ ServiceToken: z.string() });

/** Lambda tries a failed asynchronous invocation again twice, unless told otherwise. */
const RETRIES = 2;

/**
 * The functions of the program. Those that only serve the template itself, as providers of custom resources, are left
 * out: what they would do is read from the resource. Throws where a function's code is not among the assets.
 */
export function readFunctions(
  resources: TemplateResources,
  assets: ReadonlyMap<string, string>,
): readonly LambdaFunction[] {
  const custom = resources.types.filter((type) => /^(Custom::|AWS::CloudFormation::CustomResource$)/u.test(type));
  const providers = new Set(
    custom.flatMap((type) => resources.ofType(type, providerForm).map(({ properties }) => properties.ServiceToken)),
  );
  const configs = resources.ofType("AWS::Lambda::EventInvokeConfig", invokeConfigForm);
  return resources
    .ofType("AWS::Lambda::Function", functionForm)
    .filter(({ arn }) => !providers.has(arn))
    .map(({ id, name, arn, properties }) => {
      const { Code, LoggingConfig, Environment, TracingConfig } = properties;
      const code = assets.get(Code.S3Key ?? "");
      if (code === undefined) throw new Error(`${id}: its code ${Code.S3Key ?? ""} is not among the assets`);
      const config = configs.find(({ properties }) => [name, arn].includes(properties.FunctionName))?.properties;
      const onFailure = config?.DestinationConfig.OnFailure?.Destination;
      return {
        id,
        name,
        arn,
        code,
        handler: properties.Handler,
        runtime: properties.Runtime,
        memoryMb: properties.MemorySize,
        timeoutMs: properties.Timeout * SECOND,
        role: properties.Role,
        environment: Environment.Variables,
        isTraced: TracingConfig.Mode === "Active",
        logFormat: LoggingConfig.LogFormat,
        logGroup: LoggingConfig.LogGroup ?? `/aws/lambda/${name}`,
        asynchronous: {
          retries: config?.MaximumRetryAttempts ?? RETRIES,
          ...(onFailure === undefined ? {} : { onFailure }),
        },
      };
    });
}
