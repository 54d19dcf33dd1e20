import { describe, expect, test } from "vitest";
import { compareSites } from "../../rehearsal/compare/compare-sites.ts";
import type { DoneCall } from "../../rehearsal/gateway/serve-gateway.ts";
import { createFindings } from "../../rehearsal/report/findings.ts";
import { printReport } from "../../rehearsal/report/print-report.ts";
import { countedReport, type Report } from "../../rehearsal/report/report.ts";
import { createCounter } from "../../rehearsal/report/tally.ts";
import { perMessage, usageOf } from "../../rehearsal/report/usage.ts";
import { aFunction } from "../support/a-rehearsed-stack.ts";
import { memoryObjects } from "../support/memory-objects.ts";

const worker = aFunction({ id: "Worker0A1B2C3D" });

function aCall(service: DoneCall["call"]["service"], operation: string, changes: Partial<DoneCall> = {}): DoneCall {
  return {
    caller: "Worker",
    call: { service, operation, accesses: [{ action: `${service}:${operation}`, resource: "*" }] },
    request: { method: "POST", path: "/", headers: {}, body: Buffer.from("12345") },
    answer: { status: 200, headers: {}, body: Buffer.from("123") },
    capacities: [],
    ...changes,
  };
}

function counted() {
  let day = "2026-02-10";
  const counter = createCounter(() => day);
  const report = { peakKb: 2_048, refused: [], sentBytes: 10, receivedBytes: 20 };
  for (const durationMs of [10.2, 20, 30, 40])
    counter.invocation({ function: worker, messages: 2, durationMs, outcome: "succeeded", report });
  counter.call(aCall("dynamodb", "GetItem", { capacities: [{ table: "t", kind: "read", units: 0.5 }] }));
  counter.call(aCall("dynamodb", "PutItem", { capacities: [{ table: "t", kind: "write", units: 3 }] }));
  counter.call(aCall("sqs", "SendMessage"));
  counter.call(aCall("s3", "PutObject"));
  counter.call(aCall("s3", "ListObjectsV2", { denied: "no" }));
  counter.output("Worker", Buffer.from('{"a":1}\n{"b":2}\n'));
  day = "2026-02-11";
  counter.invocation({ function: worker, messages: 1, initMs: 200, durationMs: 50, outcome: "failed", report });
  counter.call(aCall("s3", "PutObject"));
  return counter.tally();
}

test("usage adds up by caller and day, in what AWS bills", () => {
  const [first, second] = usageOf(counted());
  expect(first).toEqual({
    caller: "Worker",
    day: "2026-02-10",
    invocations: 4,
    messages: 8,
    billedMs: 11 + 20 + 30 + 40,
    readUnits: 0.5,
    writeUnits: 3,
    sqsRequests: 1,
    s3Puts: 1,
    s3Gets: 0,
    s3Lists: 1,
    logLines: 2,
    logBytes: 16,
    sentBytes: 40,
    receivedBytes: 80,
  });
  expect(second).toMatchObject({ day: "2026-02-11", invocations: 1, billedMs: 250, s3Puts: 1 });
});

test("what a message takes is the sum over its number", () => {
  expect(perMessage(usageOf(counted()))).toEqual([
    expect.objectContaining({ caller: "Worker", messages: 1, invocations: 0.56, billedMs: 39, s3Puts: 0.22 }),
  ]);
});

test("functions are told with quantiles, cold starts and peaks; calls by action and verdict", () => {
  const { functions, calls } = countedReport(counted(), [worker]);
  expect(functions).toEqual([
    expect.objectContaining({
      function: "Worker",
      invocations: 5,
      cold: 1,
      failed: 1,
      timedOut: 0,
      peakMb: 2,
      ms: { p50: 30, p95: 50, max: 50 },
      initMs: { p50: 200, p95: 200, max: 200 },
      coldMs: { p50: 250, p95: 250, max: 250 },
    }),
  ]);
  expect(calls).toContainEqual(
    expect.objectContaining({ actions: "s3:PutObject", verdict: "allowed", times: 2, sentBytes: 10, receivedBytes: 6 }),
  );
  expect(calls).toContainEqual(expect.objectContaining({ actions: "s3:ListObjectsV2", verdict: "denied", times: 1 }));
});

test("a finding that comes again is counted, and the report says of each kind what it means", () => {
  const findings = createFindings();
  findings.add("failed", "Worker: Error: no");
  findings.add("denied", "Worker may not");
  findings.add("failed", "Worker: Error: no");
  const report: Report = {
    ...{ stack: "Mizan", region: "eu-central-1", from: "a", to: "b", seconds: 1, database: "dynoxide" },
    ...{ outlets: 1, articles: 1, traces: { segments: 0, bytes: 0 }, table: { items: 0, bytes: 0 } },
    ...countedReport(counted(), [worker]),
    ...{ site: { objects: 2, bytes: 3, compared: 4 }, leftOut: ["AWS::CloudWatch::Alarm"], findings: findings.all() },
  };
  const lines = printReport(report).join("\n");
  expect(lines).toContain("denied: calls that IAM refuses\n  Worker may not\nfailed: invocations that failed\n");
  expect(lines).toContain("  Worker: Error: no (2 times)");
  expect(lines).toMatch(/^Worker +5 +1 +1 +30 +50 +50 +200 +250 +2 +256$/mu);
});

describe("two sites are compared byte for byte", () => {
  test("and each page that differs is told with its first line, a picture with its first byte", async () => {
    const [here, demo] = [memoryObjects(), memoryObjects()];
    for (const site of [here, demo]) await site.put("same.html", "same", "text/html");
    await here.put("index.html", "one\ntwo\n", "text/html");
    await demo.put("index.html", "one\n2\n", "text/html");
    await here.put("balance.png", new Uint8Array([137, 0, 7, 9]), "image/png");
    await demo.put("balance.png", new Uint8Array([137, 0, 8]), "image/png");
    await here.put("more.html", "", "text/html");
    await demo.put("less.html", "", "text/html");
    expect(await compareSites(here, demo)).toEqual({
      compared: 5,
      differences: [
        { key: "balance.png", what: "byte 2 is another, of 4; in the demo of 3" },
        { key: "index.html", what: 'line 2 is "two", in the demo "2"' },
        { key: "less.html", what: "missing" },
        { key: "more.html", what: "too many" },
      ],
    });
  });
});
