import { createHash } from "node:crypto";
import type { Json } from "../assembly/json.ts";
import { addressOf } from "../gateway/s3.ts";
import type { DoneCall } from "../gateway/serve-gateway.ts";
import type { Bucket } from "../stack/stack.ts";
import { invokeLater } from "./asynchronous.ts";
import type { Cloud } from "./cloud.ts";
import { fits, transform } from "./event-pattern.ts";

/** What happened to an object. */
interface Change {
  readonly bucket: Bucket;
  readonly key: string;
  readonly kind: (typeof KINDS)[string];
  readonly size: number;
}

/** Operation → how S3's own notifications and EventBridge call it. */
const KINDS: Readonly<Record<string, { readonly notification: string; readonly eventBridge: string }>> = {
  DeleteObject: { notification: "ObjectRemoved:Delete", eventBridge: "Object Deleted" },
  PutObject: { notification: "ObjectCreated:Put", eventBridge: "Object Created" },
};

/** S3's part after a request that changed an object: tells the functions that are to be told, and EventBridge. */
export async function tellOfObject(cloud: Cloud, { call, request, answer }: DoneCall): Promise<void> {
  const kind = KINDS[call.operation];
  const address = addressOf(request);
  const bucket = cloud.stack.buckets.find(({ name }) => name === address.bucket);
  if (call.service !== "s3" || kind === undefined || answer.status >= 300 || bucket === undefined) return;
  const change = { bucket, key: address.key, kind, size: request.body.length };
  await notify(cloud, change);
  if (bucket.tellsEventBridge) await tellRules(cloud, change);
}

async function notify(cloud: Cloud, { bucket, key, kind, size }: Change): Promise<void> {
  for (const { bucket: name, events, prefix, suffix, function: fn } of cloud.stack.notifications) {
    const isWanted = events.some((event) => fitsName(`s3:${kind.notification}`, event));
    if (name !== bucket.name || !isWanted || !key.startsWith(prefix) || !key.endsWith(suffix)) continue;
    const record = {
      eventVersion: "2.1",
      eventSource: "aws:s3",
      awsRegion: cloud.stack.region,
      eventTime: cloud.clock.instant(),
      eventName: kind.notification,
      s3: { bucket: { name, arn: bucket.arn }, object: { key: encodeURIComponent(key).replaceAll("%20", "+"), size } },
    };
    await call(cloud, "s3.amazonaws.com", bucket.arn, fn, JSON.stringify({ Records: [record] }));
  }
}

async function tellRules(cloud: Cloud, { bucket, key, kind, size }: Change): Promise<void> {
  const { account, region, rules } = cloud.stack;
  const event: Json = {
    version: "0",
    id: createHash("sha256").update(`${bucket.name}/${key}`).digest("hex").slice(0, 32),
    "detail-type": kind.eventBridge,
    source: "aws.s3",
    account,
    time: cloud.clock.instant(),
    region,
    resources: [bucket.arn],
    detail: { version: "0", bucket: { name: bucket.name }, object: { key, size } },
  };
  for (const { arn, pattern, targets } of rules) {
    if (!fits(event, pattern)) continue;
    for (const { function: fn, transformer } of targets) {
      const input = transformer ? transform(event, transformer.paths, transformer.template) : JSON.stringify(event);
      await call(cloud, "events.amazonaws.com", arn, fn, input);
    }
  }
}

/** Calls the function in the name of a service, as far as the function's own policy lets it. */
async function call(cloud: Cloud, service: string, source: string, fn: string, event: string): Promise<void> {
  const { judge, findings, stack, clock } = cloud;
  const context = { "aws:SourceArn": source, "aws:SourceAccount": stack.account };
  const access = { action: "lambda:InvokeFunction", resource: fn, context };
  const verdict = await judge.judge({ kind: "service", service }, access);
  if (!verdict.isAllowed) return findings.add("denied", `${source}: ${verdict.reason}`);
  invokeLater(cloud, fn, event, clock.now());
}

/** `s3:ObjectCreated:*` fits every way in which objects are created. */
function fitsName(name: string, pattern: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
