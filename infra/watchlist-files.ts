import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Watchlist } from "../shared/model.ts";
import { loadWatchlist } from "../shared/watchlist/load-watchlist.ts";
import { formatProblem } from "../shared/watchlist/problem.ts";

/** The watchlist in `watch/` below `root`: schedules go by its clock. Throws with every problem it has. */
export function readWatchlistFiles(root: string): Watchlist {
  const paths = globSync("watch/**/*.{yaml,yml,json}", { cwd: root }).toSorted();
  const result = loadWatchlist(
    paths.map((path) => ({ path: path.split(sep).join("/"), text: readFileSync(join(root, path), "utf8") })),
  );
  if (result.ok) return result.watchlist;
  throw new Error(result.problems.map(formatProblem).join("\n"));
}
