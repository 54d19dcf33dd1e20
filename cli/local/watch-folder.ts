import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Watchlist } from "../../shared/model.ts";
import { loadWatchlist } from "../../shared/watchlist/load-watchlist.ts";
import { formatProblem, type WatchlistProblem } from "../../shared/watchlist/problem.ts";
import { isWatchFile, type WatchFile } from "../../shared/watchlist/yaml-file.ts";
import { UsageError } from "../usage-error.ts";

/** The watchlist has mistakes: nothing is run on it. */
export class WatchlistError extends Error {
  override readonly name = "WatchlistError";
  constructor(problems: readonly WatchlistProblem[]) {
    super(problems.map(formatProblem).join("\n"));
  }
}

/** The files of the watchlist below `folder`, named as in the repository: `watch/monitor.yaml`. Their text is without byte order mark. */
export async function readWatchFolder(folder: string): Promise<WatchFile[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new UsageError(`no watchlist at ${folder}; name its folder with --watch`);
  });
  return await Promise.all(
    names
      .filter(isWatchFile)
      .toSorted()
      .map(async (name) => ({
        path: `watch/${name.split(sep).join("/")}`,
        text: new TextDecoder().decode(await readFile(join(folder, name))),
      })),
  );
}

/** The same, or nothing where there is no such folder. */
export async function readWatchFolderIfThere(folder: string): Promise<WatchFile[]> {
  return existsSync(folder) ? await readWatchFolder(folder) : [];
}

/** Loads the files, or throws a `WatchlistError` that lists every problem. */
export function checkedWatchlist(files: readonly WatchFile[]): Watchlist {
  const result = loadWatchlist(files);
  if (result.ok) return result.watchlist;
  throw new WatchlistError(result.problems);
}
