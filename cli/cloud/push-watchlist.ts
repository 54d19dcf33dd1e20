import { setTimeout } from "node:timers/promises";
import { WATCHLIST_PLACES } from "../../shared/cloud/watchlist-places.ts";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";
import {
  awaitVersion,
  PROBLEMS_KEY,
  publishProblems,
  runningMarkOf,
} from "../../shared/pipeline/watchlist-versions.ts";
import { isWatchFile, type WatchFile } from "../../shared/watchlist/yaml-file.ts";
import { checkedWatchlist } from "../local/watch-folder.ts";
import { UsageError } from "../usage-error.ts";
import type { WatchlistBucket } from "./watchlist-bucket.ts";

const YAML_TYPE = "application/yaml; charset=utf-8";

/** S3 tells the function of an upload within seconds, now and then later (Amazon S3 user guide, "Event notifications"). */
const PATIENCE_MS = 180_000;

export interface Push {
  readonly bucket: WatchlistBucket;
  readonly files: readonly WatchFile[];
  /** Told what is happening, a line each time. */
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
  readonly askEveryMs?: number;
  readonly patienceMs?: number;
}

export interface Pushed {
  readonly version: string;
  /** Paths. */
  readonly uploaded: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Checks the files, uploads those that changed, removes those that are gone, and waits until the function on AWS runs
 * them. It is called for each of these by itself; that no mixture of old and new ever runs is the doing of the version
 * that is announced before the first (shared/pipeline/apply-watchlist.ts). Cut short anywhere, the running watchlist
 * stays, and the next push finishes.
 *
 * Throws a `WatchlistError`, having uploaded nothing, where the files have mistakes.
 */
export async function pushWatchlist(push: Push): Promise<Pushed> {
  const { bucket, files, progress, signal } = push;
  const { version } = checkedWatchlist(files);
  const { changed, gone } = await differences(bucket.uploads, files);
  const running = (await runningMarkOf(bucket.active))?.version;
  if (running === version && changed.length === 0 && gone.length === 0) {
    await awaitVersion(bucket.active, undefined);
    return { version, uploaded: [], removed: [] };
  }
  await publishProblems(bucket.active, []);
  await awaitVersion(bucket.active, version);
  // Where everything stands there and yet does not run, one file is uploaded anew, so that the function is called.
  const uploads = changed.length + gone.length > 0 ? changed : files.slice(0, 1);
  for (const { path, text } of uploads) {
    signal.throwIfAborted();
    progress(`uploading ${path}`);
    await bucket.uploads.put(path, text, YAML_TYPE);
  }
  for (const path of gone) {
    signal.throwIfAborted();
    progress(`removing ${path}`);
    await bucket.uploads.remove(path);
  }
  progress(`waiting until ${version} runs`);
  const problems = await outcomeOf(push, version);
  await awaitVersion(bucket.active, undefined);
  if (problems === "") return { version, uploaded: changed.map(({ path }) => path), removed: gone };
  throw new UsageError(`AWS refuses what this machine accepts: "npm run deploy" brings it up to date\n${problems}`);
}

async function differences(uploads: ObjectStore, files: readonly WatchFile[]) {
  const decoder = new TextDecoder();
  const keys = await uploads.list(WATCHLIST_PLACES.uploads);
  const there = new Map(
    await Promise.all(keys.map(async (key) => [key, decoder.decode(await uploads.get(key))] as const)),
  );
  return {
    changed: files.filter(({ path, text }) => there.get(path) !== text),
    gone: keys.filter((key) => isWatchFile(key) && !files.some(({ path }) => path === key)),
  };
}

/** What the function has against the upload; empty once it runs. */
async function outcomeOf(push: Push, version: string): Promise<string> {
  const { bucket, signal, askEveryMs = 1_000, patienceMs = PATIENCE_MS } = push;
  for (let waited = 0; waited < patienceMs; waited += askEveryMs) {
    await setTimeout(askEveryMs, undefined, { signal });
    if ((await runningMarkOf(bucket.active))?.version === version) return "";
    const problems = new TextDecoder().decode(await bucket.active.get(PROBLEMS_KEY)).trimEnd();
    if (problems !== "") return problems;
  }
  throw new UsageError(
    `watchlist ${version} is uploaded, but does not run after ${patienceMs / 1_000} s: "npm run mizan -- redrive --peek watchlist" shows what failed, pushing again tries once more`,
  );
}
