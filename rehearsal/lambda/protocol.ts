/** What the rehearsal and a function's process tell each other beside Lambda's Runtime API, in headers of it. */

/** Simulated time of an invocation, epoch milliseconds. */
export const INVOKED_AT_HEADER = "lambda-rehearsal-now";
/** A `ProcessReport` as JSON. */
export const REPORT_HEADER = "lambda-rehearsal-report";

/** What Lambda would measure from outside. */
export interface ProcessReport {
  /** Most memory held by the process since it started. */
  readonly peakKb: number;
  /** Hosts it was not let to, since the last report. */
  readonly refused: readonly string[];
  /** Bytes sent to and received from the press, since the last report. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
}
