import type { Instant } from "../../shared/model.ts";
import { label } from "../services/cloud.ts";
import type { LambdaFunction } from "../stack/stack.ts";
import type { Finding } from "./findings.ts";
import type { CountedCalls, CountedInvocation, Tally } from "./tally.ts";
import { perMessage, type Usage, usageOf } from "./usage.ts";

/** What a rehearsal came to: `data/rehearsal/report.json`. */
export interface Report {
  readonly stack: string;
  readonly region: string;
  /** Simulated time. */
  readonly from: Instant;
  readonly to: Instant;
  /** Real time that all of it took. */
  readonly seconds: number;
  /** Which program served as DynamoDB; where it was dynalite, write units of indexes are missing. */
  readonly database: string;
  readonly outlets: number;
  readonly articles: number;
  readonly functions: readonly FunctionReport[];
  readonly calls: readonly Omit<CountedCalls, "day">[];
  readonly usage: readonly Usage[];
  readonly perMessage: ReturnType<typeof perMessage>;
  readonly traces: { readonly segments: number; readonly bytes: number };
  /** `compared`: pages held against those of the demo. */
  readonly site: { readonly objects: number; readonly bytes: number; readonly compared: number };
  /** All tables at the end, without indexes. */
  readonly table: { readonly items: number; readonly bytes: number };
  /** Types of resources that are not rehearsed. */
  readonly leftOut: readonly string[];
  readonly findings: readonly Finding[];
}

export interface FunctionReport {
  readonly function: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly invocations: number;
  readonly cold: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly peakMb: number;
  /** Of the handler; of loading the function. */
  readonly ms: Quantiles;
  readonly initMs: Quantiles;
  /** Of a cold start, from the start of the process to its first answer. */
  readonly coldMs: Quantiles;
}

export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** The report's parts that are counted. */
export function countedReport(tally: Tally, functions: readonly LambdaFunction[]) {
  const usage = usageOf(tally);
  return {
    functions: functions.map((fn) => functionReport(fn, tally.invocations)),
    calls: withoutDays(tally.calls),
    usage,
    perMessage: perMessage(usage),
  } satisfies Partial<Report>;
}

function functionReport(fn: LambdaFunction, invocations: readonly CountedInvocation[]): FunctionReport {
  const own = invocations.filter((invocation) => invocation.function === label(fn));
  const cold = own.filter(({ isCold }) => isCold);
  const count = (outcome: CountedInvocation["outcome"]) => own.filter((one) => one.outcome === outcome).length;
  return {
    function: label(fn),
    memoryMb: fn.memoryMb,
    timeoutMs: fn.timeoutMs,
    invocations: own.length,
    cold: cold.length,
    failed: count("failed"),
    timedOut: count("timed out"),
    peakMb: Math.round(Math.max(0, ...own.map(({ peakMb }) => peakMb))),
    ms: quantilesOf(own.map(({ durationMs }) => durationMs)),
    initMs: quantilesOf(cold.map(({ initMs }) => initMs)),
    coldMs: quantilesOf(cold.map(({ initMs, durationMs }) => initMs + durationMs)),
  };
}

function quantilesOf(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

function withoutDays(calls: readonly CountedCalls[]): Report["calls"] {
  const sums = new Map<string, Omit<CountedCalls, "day">>();
  for (const { day: _, times, sentBytes, receivedBytes, ...what } of calls) {
    const key = JSON.stringify(what);
    const before = sums.get(key) ?? { times: 0, sentBytes: 0, receivedBytes: 0 };
    sums.set(key, {
      ...what,
      times: before.times + times,
      sentBytes: before.sentBytes + sentBytes,
      receivedBytes: before.receivedBytes + receivedBytes,
    });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
