/**
 * What the functions measure, as metrics of CloudWatch: those who measure (functions) and those who set alarms on it
 * (infra) must agree. Each costs 0.30 USD for a month in which it is told each hour, and nothing in hours in which it is
 * not (Amazon CloudWatch pricing: "prorated by the hour"): few, and told only where there is something to tell.
 */
export const MEASURES = {
  /** Feeds that failed several times in a row, as a share of all, in percent; told while they are too many. */
  feedsFailing: "FeedsFailing",
} as const;

/** Percent of all feeds. Single outlets fail daily, and the digest names them; more than a third is our own trouble. */
export const TOO_MANY_FEEDS_FAILING = 33;

export const MEASURES_NAMESPACE = "Mizan";
/** Value of the one dimension that all measures have, `service`. */
export const MEASURES_SERVICE = "mizan";

/** Notes one value. */
export type Measure = (measure: keyof typeof MEASURES, value: number) => void;

/** Who notes what it finds out on its way; nothing is noted where nobody listens. */
export interface Measured {
  readonly measure?: Measure;
}
