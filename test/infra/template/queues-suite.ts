import type { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { plain, resourcesOf, several } from "../../support/a-stack.ts";

export function describeQueues(template: Template): void {
  const properties = (type: string) =>
    resourcesOf(template, type).map(([id, resource]) => [id, resource.Properties] as const);
  const queues = properties("AWS::SQS::Queue");
  const sources = properties("AWS::Lambda::EventSourceMapping");
  const named = (all: typeof queues, name: unknown) => {
    const found = all.find(([id]) => `<${id.replace(/[0-9A-F]{8}$/u, "")}>` === plain(name));
    if (found === undefined) throw new Error(`nothing is named ${plain(name)}`);
    return found[1];
  };
  const deadLetters = queues.filter(([id]) => id.includes("DeadLetters"));

  test("polls and articles come from queues", () => {
    expect(sources.map(([, { EventSourceArn }]) => plain(EventSourceArn))).toEqual([
      "<ReadingArticlesQueue>",
      "<PollingPollsQueue>",
    ]);
  });

  describe("of each queue that feeds a function", () => {
    test.each(sources)("%s", (_, source) => {
      const queue = named(queues, source.EventSourceArn);
      const { Timeout } = named(properties("AWS::Lambda::Function"), source.FunctionName);
      // One bad message does not bring its neighbours back.
      expect(source.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
      // Bounded, so that a backlog neither takes all of a new account's ten executions nor crowds the outlets.
      expect(source.ScalingConfig).toEqual({ MaximumConcurrency: expect.any(Number) });
      // Hidden for six timeouts, as AWS asks, or a slow message would be handled twice at once.
      expect(queue.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(Timeout));
      // Fewer than five receives, and throttled batches would end as dead letters without a try.
      expect(queue.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
    });

    test("together they leave a new account's ten executions room for the other functions", () => {
      const atOnce = sources.map(
        ([, { ScalingConfig }]) => (ScalingConfig as { MaximumConcurrency: number }).MaximumConcurrency,
      );
      expect(atOnce.reduce((sum, most) => sum + most) + 3).toBeLessThanOrEqual(10);
    });
  });

  test("queues are encrypted, and refuse plain HTTP", () => {
    const refusals = properties("AWS::SQS::QueuePolicy").flatMap(([, { PolicyDocument, Queues }]) => {
      const { Statement } = PolicyDocument as { Statement: readonly Record<string, unknown>[] };
      const refuses = Statement.some(
        ({ Effect, Condition }) =>
          Effect === "Deny" && JSON.stringify(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
      );
      return refuses ? several(Queues).map(plain) : [];
    });
    expect(refusals.toSorted()).toEqual(queues.map(([id]) => plain({ Ref: id })).toSorted());
    for (const [id, { SqsManagedSseEnabled }] of queues) expect(SqsManagedSseEnabled, id).toBe(true);
  });

  test("dead letters are kept for as long as SQS keeps anything, and the first of them is told", () => {
    const watched = properties("AWS::CloudWatch::Alarm")
      .filter(([, { MetricName }]) => MetricName === "ApproximateNumberOfMessagesVisible")
      .map(([, alarm]) => {
        expect(alarm).toMatchObject({ Threshold: 0, ComparisonOperator: "GreaterThanThreshold" });
        return plain((alarm.Dimensions as readonly { Value: unknown }[])[0]?.Value);
      });
    expect(watched.toSorted()).toEqual(deadLetters.map(([id]) => plain({ Ref: id })).toSorted());
    for (const [id, { MessageRetentionPeriod }] of deadLetters) expect(MessageRetentionPeriod, id).toBe(1_209_600);
  });
}
