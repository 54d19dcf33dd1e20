import { table } from "../../cli/cloud/table.ts";
import { FINDING_KINDS, type Finding, type FindingKind } from "./findings.ts";
import type { FunctionReport, Quantiles, Report } from "./report.ts";
import type { Usage } from "./usage.ts";

/** The report for people, in lines. */
export function printReport(report: Report): readonly string[] {
  const { outlets, articles, from, to, seconds, database, site, leftOut, findings } = report;
  return [
    `${report.stack} in ${report.region}: ${from} to ${to}, ${outlets} outlets, ${articles} articles, on ${database}; ${seconds} s`,
    "",
    figures(
      ["function", "calls", "cold", "failed", "p50 ms", "p95", "max", "load ms", "cold ms", "peak MB", "of"],
      report.functions.map(functionRow),
    ),
    "",
    figures(["action", "allowed", "denied", "KB out", "KB in"], callRows(report.calls)),
    "",
    figures(
      ["day", "calls", "billed s", "reads", "writes", "SQS", "S3 put", "get", "list", "log KB", "web KB"],
      dayRows(report.usage),
    ),
    "",
    `site: ${site.objects} objects, ${site.compared} compared with the demo's`,
    `not rehearsed: ${leftOut.join(", ")}`,
    "",
    ...findingLines(findings),
  ];
}

function functionRow({ function: name, ...fn }: FunctionReport): string[] {
  const ms = ({ p50, p95, max }: Quantiles) => [p50, p95, max].map(String);
  const counts = [fn.invocations, fn.cold, fn.failed + fn.timedOut].map(String);
  const cold = [fn.initMs.p50, fn.coldMs.p50].map(String);
  return [name, ...counts, ...ms(fn.ms), ...cold, String(fn.peakMb), String(fn.memoryMb)];
}

function callRows(calls: Report["calls"]): string[][] {
  const actions = Map.groupBy(calls, ({ actions }) => actions);
  return [...actions]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([action, own]) => {
      const times = (verdict: "allowed" | "denied") =>
        String(sum(own.filter((call) => call.verdict === verdict).map((call) => call.times)));
      return [
        action || "unknown",
        times("allowed"),
        times("denied"),
        kilobytes(own.map(({ sentBytes }) => sentBytes)),
        kilobytes(own.map(({ receivedBytes }) => receivedBytes)),
      ];
    });
}

function dayRows(usage: readonly Usage[]): string[][] {
  return [...Map.groupBy(usage, ({ day }) => day)].map(([day, rows]) => {
    const of = (name: Exclude<keyof Usage, "caller" | "day">) => rows.map((row) => row[name]);
    const counts = (["readUnits", "writeUnits", "sqsRequests", "s3Puts", "s3Gets", "s3Lists"] as const).map((name) =>
      String(sum(of(name))),
    );
    return [
      day,
      String(sum(of("invocations"))),
      String(Math.round(sum(of("billedMs")) / 1_000)),
      ...counts,
      kilobytes(of("logBytes")),
      kilobytes([...of("sentBytes"), ...of("receivedBytes")]),
    ];
  });
}

function findingLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return ["Nothing was denied, failed, left over or different from the demo."];
  const kinds = (Object.keys(FINDING_KINDS) as FindingKind[]).filter((kind) =>
    findings.some((finding) => finding.kind === kind),
  );
  return kinds.flatMap((kind) => [
    `${kind}: ${FINDING_KINDS[kind]}`,
    ...findings
      .filter((finding) => finding.kind === kind)
      .map(({ text, times }) => `  ${text}${times > 1 ? ` (${times} times)` : ""}`),
  ]);
}

/** The first column to the left and the others, numbers, to the right. */
function figures(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return table([head, ...rows], ["left", ...head.slice(1).map(() => "right" as const)]);
}

function kilobytes(bytes: readonly number[]): string {
  return String(Math.round(sum(bytes) / 1_024));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
