import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { Tracer } from "@aws-lambda-powertools/tracer";
import type { Context } from "aws-lambda";
import { MEASURES, MEASURES_NAMESPACE, MEASURES_SERVICE, type Measure } from "../../shared/cloud/measures.ts";
import type { Log } from "../../shared/pipeline/ports.ts";

const UNITS = {
  feedsFailing: MetricUnit.Percent,
} as const satisfies Record<keyof typeof MEASURES, Parameters<Metrics["addMetric"]>[1]>;

const logger = new Logger({ serviceName: MEASURES_SERVICE });
const metrics = new Metrics({ namespace: MEASURES_NAMESPACE, serviceName: MEASURES_SERVICE });
/** Traces only where Lambda runs us; what is fetched from outlets is told by the log, not by a trace each. */
const tracer = new Tracer({ serviceName: MEASURES_SERVICE, captureHTTPsRequests: false });

/** One line of JSON for each event: its name as `message`, its facts beside it, errors with stack and cause. */
export const log: Log = {
  info: (event, facts = {}) => logger.info(event, facts),
  warn: (event, facts = {}) => logger.warn(event, facts),
};

/** Notes a value for CloudWatch, which reads it out of the log. */
export const measure: Measure = (name, value) => {
  metrics.addMetric(MEASURES[name], UNITS[name], value);
};

/** A client of AWS whose calls stand in the trace of the call that made them. */
export function traced<Client>(client: Client): Client {
  return tracer.captureAWSv3Client(client);
}

/**
 * Runs one call of a function: its log lines carry the call's id, its measures are written at its end, and it is a part
 * of the trace that tells cold starts and errors.
 */
export async function observed<Result>(context: Context | undefined, call: () => Promise<Result>): Promise<Result> {
  if (context !== undefined) logger.addContext(context);
  try {
    return await (tracer.isTracingEnabled() ? asPartOfTrace(call) : call());
  } finally {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  }
}

async function asPartOfTrace<Result>(call: () => Promise<Result>): Promise<Result> {
  const whole = tracer.getSegment();
  const part = whole?.addNewSubsegment("## handler");
  if (part !== undefined) tracer.setSegment(part);
  tracer.annotateColdStart();
  tracer.addServiceNameAnnotation();
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error) tracer.addErrorAsMetadata(error);
    throw error;
  } finally {
    part?.close();
    if (whole !== undefined) tracer.setSegment(whole);
  }
}
