import { join } from "node:path";
import process from "node:process";
import { compileMatcher } from "../../shared/matching/compile-matcher.ts";
import type { Watchlist } from "../../shared/model.ts";
import { openDays } from "../../shared/pipeline/publish-due.ts";
import { localDate } from "../../shared/time.ts";
import { INTERRUPTED, interruptible } from "../interruption.ts";
import { wallClock } from "../local/clocks.ts";
import { collect } from "../local/collect.ts";
import { type LocalWorld, openWorld } from "../local/open-world.ts";
import { terminalProgress } from "../local/progress.ts";
import { publishDays } from "../local/publish-days.ts";
import { reportErrors } from "../local/report-errors.ts";
import { siteAddress } from "../local/site-address.ts";
import { summaryOf } from "../local/summary.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { webFetch } from "../local/web-fetch.ts";

export interface RunOptions {
  readonly watch: string;
  readonly data: string;
  /** Where the pages will be read. */
  readonly address?: string;
}

/** How many outlets are spoken to at once. Each single one still hears from us no oftener than the watchlist allows. */
const CONCURRENCY = 8;

/** Polls the live sources, reads what is new, and publishes today's edition so far and every earlier one still open. */
export async function run(options: RunOptions): Promise<void> {
  const watchlist = checkedWatchlist(await readWatchFolder(options.watch));
  const world = await openWorld(options.data, siteAddress(options.address));
  try {
    await interruptible((signal) => collectAndPublish(world, watchlist, signal));
  } finally {
    world.close();
  }
}

async function collectAndPublish(world: LocalWorld, watchlist: Watchlist, signal: AbortSignal): Promise<void> {
  const { now } = wallClock;
  const today = () => localDate(now(), watchlist.monitor.timeZone);
  const started = now();
  const firstDay = today();
  const { errors, ...collected } = await collect({
    timekeeper: wallClock,
    store: world.store,
    fetch: webFetch(),
    watchlist,
    matcher: compileMatcher(watchlist),
    progress: terminalProgress(),
    concurrency: CONCURRENCY,
    signal,
  });
  const editions = [...(await openDays(world.store)), firstDay, today()];
  await publishDays(world, watchlist, now, editions);
  await world.store.saveRun({ started, finished: now(), watchlist: watchlist.version, ...collected, editions });
  process.stdout.write(`${summaryOf(collected)}\n${join(world.siteFolder, today(), "index.html")}\n`);
  reportErrors(errors);
  if (signal.aborted) process.exitCode = INTERRUPTED;
}
