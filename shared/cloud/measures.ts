/**
 * What the functions measure, as metrics of CloudWatch: those who measure (functions) and those who set alarms on it
 * (infra) must agree. Each costs 0.30 USD a month beyond the first ten (Amazon CloudWatch pricing): few.
 */
export const MEASURES = {
  /** Feeds that failed several times in a row, as a share of all, in percent. */
  feedsFailing: "FeedsFailing",
  /** Editions of days that are over, each time they are written. */
  editionsPublished: "EditionsPublished",
} as const;

export const MEASURES_NAMESPACE = "Mizan";
/** Value of the one dimension that all measures have, `service`. */
export const MEASURES_SERVICE = "mizan";

/** Notes one value. */
export type Measure = (measure: keyof typeof MEASURES, value: number) => void;

/** Who notes what it finds out on its way; nothing is noted where nobody listens. */
export interface Measured {
  readonly measure?: Measure;
}
