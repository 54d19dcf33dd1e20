import { Metric, type MetricOptions } from "aws-cdk-lib/aws-cloudwatch";
import { MEASURES, MEASURES_NAMESPACE, MEASURES_SERVICE } from "../shared/cloud/measures.ts";

/** A metric that the functions write. */
export function measured(
  measure: keyof typeof MEASURES,
  options: Required<Pick<MetricOptions, "statistic" | "period">>,
): Metric {
  return new Metric({
    ...options,
    namespace: MEASURES_NAMESPACE,
    metricName: MEASURES[measure],
    dimensionsMap: { service: MEASURES_SERVICE },
  });
}
