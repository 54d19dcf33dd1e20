import type { LambdaFunction } from "../stack/stack.ts";

export interface Surroundings {
  readonly region: string;
  /** The gateway. */
  readonly endpoint: string;
  /** `host:port` of the function's Runtime API. */
  readonly runtimeApi: string;
  /** `host:port` of the X-Ray daemon. */
  readonly xrayDaemon: string;
  /** Folder in which the function's code was unpacked. */
  readonly taskRoot: string;
  readonly accessKey: string;
}

/**
 * Everything a function's process finds in its environment: the template's variables, and what Lambda adds (AWS Lambda
 * Developer Guide, "Defined runtime environment variables"). Only the endpoints are the rehearsal's own.
 */
export function runtimeEnvironment(
  { name, handler, runtime, memoryMb, environment, logGroup, logFormat }: LambdaFunction,
  { region, endpoint, runtimeApi, xrayDaemon, taskRoot, accessKey }: Surroundings,
): Readonly<Record<string, string>> {
  const [host = "", port = ""] = xrayDaemon.split(":");
  return {
    ...environment,
    _AWS_XRAY_DAEMON_ADDRESS: host,
    _AWS_XRAY_DAEMON_PORT: port,
    _HANDLER: handler,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ENDPOINT_URL_SQS: endpoint,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_FORMAT: logFormat,
    AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: `rehearsal/[$LATEST]${accessKey}`,
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    AWS_REGION: region,
    AWS_SECRET_ACCESS_KEY: "rehearsal",
    AWS_SESSION_TOKEN: "rehearsal",
    AWS_XRAY_CONTEXT_MISSING: "LOG_ERROR",
    AWS_XRAY_DAEMON_ADDRESS: xrayDaemon,
    LAMBDA_RUNTIME_DIR: "/var/runtime",
    LAMBDA_TASK_ROOT: taskRoot,
    LANG: "en_US.UTF-8",
    PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
    TZ: ":UTC",
  };
}

/** What Lambda itself sets, or keeps for itself: a template that sets one of them cannot be deployed (same guide). */
export function isReservedVariable(name: string): boolean {
  return RESERVED.has(name) || name.startsWith("AWS_LAMBDA_");
}

const RESERVED = new Set([
  "_HANDLER",
  "_X_AMZN_TRACE_ID",
  "AWS_ACCESS_KEY",
  "AWS_ACCESS_KEY_ID",
  "AWS_DEFAULT_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_REGION",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_XRAY_CONTEXT_MISSING",
  "AWS_XRAY_DAEMON_ADDRESS",
  "LAMBDA_RUNTIME_DIR",
  "LAMBDA_TASK_ROOT",
]);
