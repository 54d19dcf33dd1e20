import process from "node:process";
import { activationOf, awaitedVersion, pastVersions, runningMarkOf } from "../../shared/pipeline/watchlist-versions.ts";
import { versionOf } from "../../shared/watchlist/load-watchlist.ts";
import type { WatchFile } from "../../shared/watchlist/yaml-file.ts";
import { connectCloud } from "../cloud/connect.ts";
import { findPastVersion } from "../cloud/past-version.ts";
import { pullWatchlist } from "../cloud/pull-watchlist.ts";
import { type Pushed, pushWatchlist } from "../cloud/push-watchlist.ts";
import { openWatchlistBucket, type WatchlistBucket } from "../cloud/watchlist-bucket.ts";
import { interruptibleAnywhere } from "../interruption.ts";
import { terminalProgress } from "../local/progress.ts";
import { checkedWatchlist, readWatchFolder, readWatchFolderIfThere } from "../local/watch-folder.ts";

const UNFINISHED = "The upload is not finished; AWS goes on with the watchlist it had. The same command finishes it.";

/** Uploads the watchlist and waits until it runs. */
export async function watchPush(folder: string): Promise<void> {
  const files = await readWatchFolder(folder);
  checkedWatchlist(files);
  await upload(await openWatchlistBucket(connectCloud()), files);
}

/** Writes the running watchlist into the folder. */
export async function watchPull(folder: string, { force = false }: { readonly force?: boolean }): Promise<void> {
  const { active } = await openWatchlistBucket(connectCloud());
  const { version, written, removed } = await pullWatchlist({
    active,
    folder,
    local: await readWatchFolderIfThere(folder),
    force,
  });
  print([...written.map((path) => `wrote ${path}`), ...removed.map((path) => `removed ${path}`)]);
  print([`${folder} holds ${version}, which is running.`]);
}

/** Lists what ran since when, newest first. */
export async function watchHistory(folder: string): Promise<void> {
  const { active } = await openWatchlistBucket(connectCloud());
  const here = versionOf(await readWatchFolderIfThere(folder));
  const running = await runningMarkOf(active);
  const awaited = await awaitedVersion(active);
  if (awaited !== undefined)
    print([`The upload of ${awaited} is not finished, and nothing else is activated: "npm run mizan -- watch push".`]);
  const history = await pastVersions(active);
  if (history.length === 0) print(['No watchlist ran yet: "npm run mizan -- watch push" uploads yours.']);
  print(
    history.map(({ version, activated }, index) => {
      const notes = [
        ...(index === 0 && version === running?.version ? ["running"] : []),
        ...(version === here ? ["as in this folder"] : []),
      ];
      return `${version}  ${activated.slice(0, 16).replace("T", " ")} UTC  ${notes.join(", ")}`.trimEnd();
    }),
  );
}

/** Makes an earlier watchlist the running one, by uploading its files again. The folder here stays as it is. */
export async function watchRollback(version: string): Promise<void> {
  const bucket = await openWatchlistBucket(connectCloud());
  const { files } = await activationOf(bucket.active, await findPastVersion(bucket.active, version));
  await upload(bucket, files);
  print(['"npm run mizan -- watch pull" brings it into this folder.']);
}

async function upload(bucket: WatchlistBucket, files: readonly WatchFile[]): Promise<void> {
  await interruptibleAnywhere((signal) => uploadShown(bucket, files, signal), UNFINISHED);
}

/** Uploads files to a bucket, showing how far it is. */
export async function uploadShown(
  bucket: WatchlistBucket,
  files: readonly WatchFile[],
  signal: AbortSignal,
): Promise<void> {
  const progress = terminalProgress();
  try {
    const pushed = await pushWatchlist({ bucket, files, progress: progress.show, signal });
    progress.clear();
    print([sentenceOf(pushed)]);
  } finally {
    progress.clear();
  }
}

function sentenceOf({ version, uploaded, removed }: Pushed): string {
  if (uploaded.length === 0 && removed.length === 0) return `Watchlist ${version} is running.`;
  return `Watchlist ${version} is running: ${uploaded.length} files uploaded, ${removed.length} removed.`;
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
