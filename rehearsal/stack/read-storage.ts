import { z } from "zod";
import { SECOND } from "../../shared/time.ts";
import type { JsonObject } from "../assembly/json.ts";
import type { Bucket, Queue, Table } from "./stack.ts";
import type { TemplateResources } from "./template-resources.ts";

const objects = z.record(z.string(), z.json());

const tableForm = z.object({
  AttributeDefinitions: z.array(objects),
  KeySchema: z.array(objects),
  BillingMode: z.enum(["PAY_PER_REQUEST", "PROVISIONED"]).default("PROVISIONED"),
  ProvisionedThroughput: objects.optional(),
  GlobalSecondaryIndexes: z.array(objects).optional(),
  LocalSecondaryIndexes: z.array(objects).optional(),
});

/** Of a table's properties, those `CreateTable` takes too. */
export function readTables(resources: TemplateResources): readonly Table[] {
  return ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"].flatMap((type) =>
    resources.ofType(type, tableForm).map(({ id, name, arn, properties }) => {
      const given = Object.entries(properties).filter(([, value]) => value !== undefined);
      return { id, name, arn, definition: { TableName: name, ...Object.fromEntries(given) } as JsonObject };
    }),
  );
}

/** CloudFormation takes numbers as text too. */
const whole = z.coerce.number().int();

const queueForm = z.object({
  VisibilityTimeout: whole.default(30),
  DelaySeconds: whole.default(0),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: whole }).optional(),
  FifoQueue: z.literal(false, "FIFO queues are not rehearsed").optional(),
});

export function readQueues(resources: TemplateResources): readonly Queue[] {
  return resources.ofType("AWS::SQS::Queue", queueForm).map(({ id, name, arn, ref, properties }) => ({
    id,
    name,
    arn,
    url: ref,
    visibilityMs: properties.VisibilityTimeout * SECOND,
    delayMs: properties.DelaySeconds * SECOND,
    ...(properties.RedrivePolicy === undefined ? {} : { redrive: properties.RedrivePolicy }),
  }));
}

const bucketForm = z.object({
  NotificationConfiguration: z
    .object({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean().default(true) }).optional() })
    .prefault({}),
});

export function readBuckets(resources: TemplateResources): readonly Bucket[] {
  return resources.ofType("AWS::S3::Bucket", bucketForm).map(({ id, name, arn, properties }) => ({
    id,
    name,
    arn,
    tellsEventBridge: properties.NotificationConfiguration.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
  }));
}
