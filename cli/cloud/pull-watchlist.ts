import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { WATCHLIST_PLACES } from "../../shared/cloud/watchlist-places.ts";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";
import { pastVersions, runningVersion } from "../../shared/pipeline/watchlist-versions.ts";
import { versionOf } from "../../shared/watchlist/load-watchlist.ts";
import type { WatchFile } from "../../shared/watchlist/yaml-file.ts";
import { UsageError } from "../usage-error.ts";

export interface Pull {
  readonly active: ObjectStore;
  readonly folder: string;
  /** What the folder holds now. */
  readonly local: readonly WatchFile[];
  /** Give up what was changed here. */
  readonly force: boolean;
}

export interface Pulled {
  readonly version: string;
  /** Paths. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Makes the folder's files those of the running watchlist. Where they are none that ever ran, they were changed here:
 * that is refused with a `UsageError` that names them, unless forced.
 */
export async function pullWatchlist({ active, folder, local, force }: Pull): Promise<Pulled> {
  const running = await runningVersion(active);
  if (running === undefined) throw new UsageError('no watchlist runs yet: "npm run mizan -- watch push" uploads yours');
  const { version, files } = running;
  const textHere = new Map(local.map(({ path, text }) => [path, text]));
  const written = files.filter(({ path, text }) => textHere.get(path) !== text);
  const removed = local.map(({ path }) => path).filter((path) => !files.some((file) => file.path === path));
  const lost = [...written.map(({ path }) => path).filter((path) => textHere.has(path)), ...removed];
  if (lost.length > 0 && !force && !(await everRan(active, local)))
    throw new UsageError(
      `${lost.join(", ")}: changed here and would be lost; "watch push" uploads your changes, --force gives them up`,
    );
  for (const { path, text } of written) {
    const file = placeOf(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const path of removed) await rm(placeOf(folder, path));
  return { version, written: written.map(({ path }) => path), removed };
}

async function everRan(active: ObjectStore, files: readonly WatchFile[]): Promise<boolean> {
  const version = versionOf(files);
  return (await pastVersions(active)).some((past) => past.version === version);
}

/** `watch/dossiers/a.yaml` → `<folder>/dossiers/a.yaml`; only what the loader took can have been activated. */
function placeOf(folder: string, path: string): string {
  return join(folder, path.slice(WATCHLIST_PLACES.uploads.length));
}
