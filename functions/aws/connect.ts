import { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import process from "node:process";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Context } from "aws-lambda";
import type { Watchlist } from "../../shared/model.ts";
import { boundedFetch } from "../../shared/pipeline/bounded-fetch.ts";
import { guardedFetch } from "../../shared/pipeline/guarded-fetch.ts";
import {
  type Clock,
  DeliveryError,
  type Messenger,
  type ObjectStore,
  type Queue,
  type Store,
} from "../../shared/pipeline/ports.ts";
import { perWatchlist } from "../running-watchlist.ts";
import { dynamoStore } from "./dynamo-store.ts";
import { observed, traced } from "./observe.ts";
import { s3Objects } from "./s3-objects.ts";
import { sesEmail } from "./ses-email.ts";
import { sqsQueue } from "./sqs-queue.ts";
import { ssmSecret } from "./ssm-secret.ts";
import { webhook } from "./webhook.ts";

/**
 * The world as a function on AWS meets it. Region, credentials and, for rehearsals, endpoints are the SDK's own affair:
 * it reads AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB and the like from the environment.
 */
export const clock: Clock = () => new Date().toISOString();
export const fetch = boundedFetch(guardedFetch({ http, https, lookup }));

export function connectStore(table: string): (watchlist: Watchlist) => Store {
  const client = DynamoDBDocumentClient.from(traced(new DynamoDBClient()));
  return perWatchlist(({ monitor: { retentionDays } }) => dynamoStore({ client, table, clock, retentionDays }));
}

export function connectQueue<Message>(url: string): Queue<Message> {
  return sqsQueue({ client: traced(new SQSClient()), url });
}

/** Checksums of its own over half a megabyte, in JavaScript, would be a part of each cold start. */
const TLS_IS_ENOUGH = {
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
} as const;

/** One for all buckets of a function: each client makes connections of its own. */
let s3: S3Client | undefined;

export function connectObjects(bucket: string, prefix = ""): ObjectStore {
  // Servers at an endpoint of their own have no name for each bucket.
  const forcePathStyle = (process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL) !== undefined;
  s3 ??= traced(new S3Client({ forcePathStyle, ...TLS_IS_ENOUGH }));
  return s3Objects({ client: s3, bucket, prefix });
}

/** `parameter` is the name under which the webhook's address is kept, where the stack knows of a webhook. */
export function connectMessenger(parameter: string | undefined): Messenger {
  const notDeployed = async () => {
    throw new DeliveryError("the webhook is asked for, but not deployed: deploy");
  };
  const address = parameter === undefined ? notDeployed : ssmSecret(traced(new SSMClient()), parameter);
  return { sendEmail: sesEmail(traced(new SESv2Client())), postMessage: webhook({ fetch, address }) };
}

/** Makes a handler on its first call: to import its module touches neither the environment nor AWS. */
export function onFirstCall<Event, Result>(
  make: () => (event: Event) => Promise<Result>,
): (event: Event, context?: Context) => Promise<Result> {
  let made: ((event: Event) => Promise<Result>) | undefined;
  return async (event, context) =>
    await observed(context, async () => {
      made ??= make();
      return await made(event);
    });
}
