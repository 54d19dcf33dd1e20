import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { bucketObjects } from "../../cli/cloud/bucket-objects.ts";
import type { WatchlistBucket } from "../../cli/cloud/watchlist-bucket.ts";
import { applyWatchlist } from "../../shared/pipeline/apply-watchlist.ts";
import { ACCOUNT } from "./embedded-aws.ts";

/** A watchlist's bucket on an embedded S3, whose uploads call the function that applies them, as on AWS. */
export interface CallingBucket extends WatchlistBucket {
  /** The versions that ran, in their order. */
  readonly ran: readonly string[];
  /** What was done to the uploads: `put watch/sources.yaml`. */
  readonly changes: readonly string[];
  /** Waits until every call has come to its end. */
  settled(): Promise<void>;
}

let buckets = 0;

export async function openCallingBucket(endpoint: string, { calls = true } = {}): Promise<CallingBucket> {
  const client = new S3Client({ ...ACCOUNT, endpoint, forcePathStyle: true });
  const name = `watchlist-${buckets++}`;
  await client.send(new CreateBucketCommand({ Bucket: name }));
  const [uploads, kept] = [bucketObjects(client, name), bucketObjects(client, name, "active/")];
  const ran: string[] = [];
  const changes: string[] = [];
  const running: Promise<unknown>[] = [];
  let time = Date.UTC(2026, 1, 10);
  const active = {
    ...kept,
    put: async (key: string, body: string | Uint8Array, type: string) => {
      if (key === "running.json") ran.push(JSON.parse(String(body)).version);
      await kept.put(key, body, type);
    },
  };
  const log = { info: () => undefined, warn: () => undefined };
  const call = (change: string) => {
    changes.push(change);
    const clock = () => {
      time += 1_000;
      return new Date(time).toISOString();
    };
    if (calls) running.push(applyWatchlist({ clock, uploads, active, log }));
  };
  return {
    active,
    uploads: {
      ...uploads,
      put: async (key, ...rest) => {
        await uploads.put(key, ...rest);
        call(`put ${key}`);
      },
      remove: async (key) => {
        await uploads.remove(key);
        call(`remove ${key}`);
      },
    },
    ran,
    changes,
    settled: async () => {
      await Promise.all(running);
    },
  };
}
