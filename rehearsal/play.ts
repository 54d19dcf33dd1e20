import { setTimeout } from "node:timers/promises";
import { bucketObjects } from "../cli/cloud/bucket-objects.ts";
import { pushWatchlist } from "../cli/cloud/push-watchlist.ts";
import { WATCHLIST_PLACES } from "../shared/cloud/watchlist-places.ts";
import { MINUTE, SECOND } from "../shared/time.ts";
import type { WatchFile } from "../shared/watchlist/yaml-file.ts";
import type { OpenCloud } from "./open-cloud.ts";

/** How often, in real milliseconds, an upload is looked at that waits for what it sets going. */
const LOOKS_EVERY_MS = 10;
/** Simulated, as long as `npm run deploy` waits: calls that fail are tried again meanwhile. */
const PATIENCE_MS = 3 * MINUTE;

/** Does everything that is due until `untilMs`, simulated, or until `signal` aborts; `onStep` is told after each. */
export async function playUntil(
  { agenda, clock }: OpenCloud,
  untilMs: number,
  signal: AbortSignal,
  onStep: () => void = () => undefined,
): Promise<void> {
  for (;;) {
    const atMs = agenda.nextAt();
    if (signal.aborted || atMs === undefined || atMs > untilMs) break;
    clock.leapTo(atMs);
    await agenda.take()?.();
    onStep();
  }
  if (!signal.aborted) clock.leapTo(untilMs);
}

/**
 * Uploads the watchlist as `npm run deploy` does, and does meanwhile what comes of it. While the upload waits for its
 * outcome, which it looks for once a second on AWS, simulated seconds pass.
 */
export async function upload(cloud: OpenCloud, files: readonly WatchFile[], signal: AbortSignal): Promise<void> {
  const { deployer, stack, clock, findings } = cloud;
  const bucket = {
    uploads: bucketObjects(deployer.s3, stack.watchlistBucket),
    active: bucketObjects(deployer.s3, stack.watchlistBucket, WATCHLIST_PLACES.active),
  };
  const patience = new AbortController();
  const push = { isWaiting: false, isDone: false };
  let waitedMs = 0;
  const pushing = pushWatchlist({
    ...{ bucket, files, askEveryMs: LOOKS_EVERY_MS, patienceMs: Number.POSITIVE_INFINITY },
    signal: AbortSignal.any([signal, patience.signal]),
    progress: (line) => {
      push.isWaiting ||= line.startsWith("waiting");
    },
  })
    .catch((error: unknown) => {
      const reason = patience.signal.aborted ? `it does not run after ${PATIENCE_MS / SECOND} s` : error;
      if (!signal.aborted) findings.add("failed", `upload of the watchlist: ${reason}`);
    })
    .finally(() => {
      push.isDone = true;
    });
  while (!push.isDone) {
    await playUntil(cloud, clock.now(), signal);
    await setTimeout(LOOKS_EVERY_MS);
    if (!push.isWaiting) continue;
    clock.leapTo(clock.now() + SECOND);
    waitedMs += SECOND;
    if (waitedMs > PATIENCE_MS) patience.abort();
  }
  await pushing;
}
