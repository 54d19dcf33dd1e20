import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { MEASURES, MEASURES_NAMESPACE, MEASURES_SERVICE, type Measure } from "../../shared/pipeline/measures.ts";
import type { Log } from "../../shared/pipeline/ports.ts";

const UNITS = {
  feedsFailing: MetricUnit.Percent,
  editionsPublished: MetricUnit.Count,
} as const satisfies Record<keyof typeof MEASURES, Parameters<Metrics["addMetric"]>[1]>;

const logger = new Logger({ serviceName: MEASURES_SERVICE });
const metrics = new Metrics({ namespace: MEASURES_NAMESPACE, serviceName: MEASURES_SERVICE });

/** One line of JSON for each event: its name as `message`, its facts beside it, errors with stack and cause. */
export const log: Log = {
  info: (event, facts = {}) => logger.info(event, facts),
  warn: (event, facts = {}) => logger.warn(event, facts),
};

/** Notes a value for CloudWatch, which reads it out of the log. */
export const measure: Measure = (name, value) => {
  metrics.addMetric(MEASURES[name], UNITS[name], value);
};

/** Runs one call of a function: its log lines carry the call's id, and its measures are written at its end. */
export async function observed<Result>(context: Context | undefined, call: () => Promise<Result>): Promise<Result> {
  if (context !== undefined) logger.addContext(context);
  try {
    return await call();
  } finally {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  }
}
