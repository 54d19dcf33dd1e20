import type { Invocation } from "../lambda/function-host.ts";
import { label } from "../services/cloud.ts";
import type { Findings } from "./findings.ts";

/** Tells of an invocation what is wrong with it. */
export function noteInvocation(findings: Findings, { function: fn, outcome, error, report }: Invocation): void {
  if (outcome !== "succeeded") findings.add("failed", `${label(fn)}: ${error?.type}: ${error?.message}`);
  for (const host of report?.refused ?? []) findings.add("network", `${label(fn)} wanted to reach ${host}`);
  // Lambda ends a process that holds more than the function's memory.
  if ((report?.peakKb ?? 0) > fn.memoryMb * 1_024)
    findings.add("memory", `${label(fn)} held more than its ${fn.memoryMb} MB`);
}
