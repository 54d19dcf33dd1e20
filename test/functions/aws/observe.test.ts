import process from "node:process";
import type { Context } from "aws-lambda";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { log, measure, observed } from "../../../functions/aws/observe.ts";

const printed: string[] = [];
for (const stream of [process.stdout, process.stderr]) {
  vi.spyOn(stream, "write").mockImplementation((line) => printed.push(String(line)) > 0);
}
beforeEach(() => {
  printed.length = 0;
});
afterAll(() => {
  vi.restoreAllMocks();
});
const lines = () => printed.map((line) => JSON.parse(line));

test("an event is one line of JSON, whatever its facts hold", () => {
  log.info("scheduled", { polls: 3 });
  log.warn("poll failed", { source: "vodiy", reason: "line one\nline two" });
  log.info("bare");
  expect(printed.map((line) => line.split("\n").length)).toEqual([2, 2, 2]);
  expect(lines()).toMatchObject([
    { level: "INFO", message: "scheduled", polls: 3, service: "mizan" },
    { level: "WARN", message: "poll failed", source: "vodiy", reason: "line one\nline two" },
    { level: "INFO", message: "bare" },
  ]);
});

test("an error is told with its stack and its cause", () => {
  const error = new TypeError("outer", { cause: new Error("inner") });
  log.warn("message failed", { error });
  expect(lines()).toMatchObject([
    {
      error: {
        name: "TypeError",
        message: "outer",
        stack: expect.stringContaining("observe.test"),
        cause: { name: "Error", message: "inner" },
      },
    },
  ]);
});

test("what is measured in a call is written once at its end, also when it fails, in CloudWatch's embedded format", async () => {
  const call = observed(undefined, async () => {
    measure("feedsFailing", 2);
    measure("feedsFailing", 3);
    throw new Error("a defect");
  });
  await expect(call).rejects.toThrow("a defect");
  await observed(undefined, async () => undefined);
  expect(lines()).toMatchObject([
    {
      _aws: {
        CloudWatchMetrics: [
          { Namespace: "Mizan", Dimensions: [["service"]], Metrics: [{ Name: "FeedsFailing", Unit: "Percent" }] },
        ],
      },
      service: "mizan",
      FeedsFailing: [2, 3],
    },
  ]);
});

test("lines of a call carry its id", async () => {
  const context: Partial<Context> = { awsRequestId: "1f0c", functionName: "poll-feed" };
  await observed(context as Context, async () => log.info("scheduled"));
  expect(lines()).toMatchObject([{ function_request_id: "1f0c", function_name: "poll-feed" }]);
});
