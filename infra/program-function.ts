import { join } from "node:path";
import { type Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, LoggingFormat, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogLevel, NodejsFunction, type NodejsFunctionProps, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Settings } from "./settings.ts";

const ROOT = join(import.meta.dirname, "..");
const NOTHING = join(import.meta.dirname, "nothing.cjs");

const CREDENTIALS = "on Lambda credentials are in the environment, which is asked first; the other ways are 90 KB";

/** Modules that nothing of ours calls, though something of ours asks for them. */
const LEFT_OUT = {
  "@aws-sdk/credential-provider-ini": CREDENTIALS,
  "@aws-sdk/credential-provider-login": CREDENTIALS,
  "@aws-sdk/credential-provider-process": CREDENTIALS,
  "@aws-sdk/credential-provider-sso": CREDENTIALS,
  "@aws-sdk/credential-provider-web-identity": CREDENTIALS,
  xmlbuilder: "xml2js writes XML with it (69 KB); rss-parser only reads",
} as const;

/**
 * Where requests are not traced, the tracer is not there at all: it is 125 KB, and follows every promise of the program
 * even where it is told to be still, a quarter of a publication's time.
 */
const UNTRACED = {
  alias: { "@aws-lambda-powertools/tracer": join(ROOT, "functions/aws/no-tracer.ts") },
  environment: { POWERTOOLS_TRACE_ENABLED: "false" },
} as const;

/** Modules of CommonJS inside a bundle that is a module of ECMAScript still ask for `require`. */
const REQUIRE =
  'import{createRequire as __mizanRequire}from"node:module";const require=__mizanRequire(import.meta.url);';

export interface ProgramFunctionProps extends Pick<NodejsFunctionProps, "maxEventAge" | "onFailure" | "retryAttempts"> {
  readonly settings: Pick<Settings, "logRetentionDays">;
  /** Whether each call leaves a trace. */
  readonly isTraced: boolean;
  /** Whether the trace tells of every call to AWS in it as well; where there is a trace, unless said otherwise. */
  readonly tracesRequests?: boolean;
  /** Its handler: a file of `functions/`, without the ending. */
  readonly program: string;
  readonly description: string;
  /** MB; the share of a processor grows with it, one whole at 1,769 (AWS Lambda developer guide). */
  readonly memorySize: number;
  readonly timeout: Duration;
}

/** A function of the program: its bundle, its own log group, and a role that may write there and nothing else. */
export function programFunction(
  scope: Construct,
  id: string,
  { program, settings, isTraced, tracesRequests = isTraced, ...props }: ProgramFunctionProps,
): NodejsFunction {
  const logGroup = new LogGroup(scope, `${id}Logs`, {
    retention: settings.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logGroup.grantWrite(role);
  if (isTraced) {
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "X-Ray knows no resources for traces (Service Authorization Reference): PutTraceSegments takes * only.",
    });
  }
  return new NodejsFunction(scope, id, {
    ...props,
    role,
    logGroup,
    entry: join(ROOT, "functions", `${program}.ts`),
    handler: "handler",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    loggingFormat: LoggingFormat.JSON,
    tracing: isTraced ? Tracing.ACTIVE : Tracing.DISABLED,
    projectRoot: ROOT,
    depsLockFilePath: join(ROOT, "package-lock.json"),
    bundling: {
      format: OutputFormat.ESM,
      mainFields: ["module", "main"],
      target: "node24",
      minify: true,
      sourceMap: true,
      sourcesContent: false,
      bundleAwsSDK: true,
      logLevel: LogLevel.ERROR,
      banner: REQUIRE,
      esbuildArgs: {
        "--charset": "utf8", // escaped, the language table would be half as large again
        ...Object.fromEntries(Object.keys(LEFT_OUT).map((name) => [`--alias:${name}`, NOTHING])),
        ...Object.fromEntries(
          Object.entries(tracesRequests ? {} : UNTRACED.alias).map(([name, instead]) => [`--alias:${name}`, instead]),
        ),
      },
    },
    environment: {
      NODE_OPTIONS: "--enable-source-maps",
      ...(tracesRequests ? {} : UNTRACED.environment),
    },
  });
}
