import process from "node:process";
import { openWorld } from "../local/open-world.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { formatSources } from "../sources/format-sources.ts";
import { reportOf } from "../sources/source-report.ts";

export interface SourcesOptions {
  readonly watch: string;
  readonly data: string;
  /** Lines of JSON instead of a table. */
  readonly json?: boolean;
}

/** Prints how every watched feed is, as the last runs on this machine found it. */
export async function sources({ watch, data, json = false }: SourcesOptions): Promise<void> {
  const watchlist = checkedWatchlist(await readWatchFolder(watch));
  const world = await openWorld(data);
  try {
    const reports = reportOf(watchlist, await world.store.feedStates());
    const lines = json ? reports.map((report) => JSON.stringify(report)) : [formatSources(reports, watchlist.monitor)];
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    world.close();
  }
}
