import { WATCHLIST_PLACES } from "../../shared/cloud/watchlist-places.ts";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";
import { type Bucket, bucketObjects } from "./bucket-objects.ts";
import type { CloudClients } from "./connect.ts";
import { stackOutput } from "./stack.ts";

/** The watchlist on AWS. */
export interface WatchlistBucket {
  /** The analyst's files, under `watch/`. */
  readonly uploads: Bucket;
  /** What runs, and what is said of the uploads. */
  readonly active: ObjectStore;
}

/** The deployed watchlist. Throws a `UsageError` where nothing is deployed. */
export async function openWatchlistBucket({ cloudFormation, s3 }: CloudClients): Promise<WatchlistBucket> {
  const bucket = await stackOutput(cloudFormation, "WatchlistBucket");
  return { uploads: bucketObjects(s3, bucket), active: bucketObjects(s3, bucket, WATCHLIST_PLACES.active) };
}
