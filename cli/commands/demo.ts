import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import type { PublishResult } from "../../shared/pipeline/publish-digest.ts";
import { INTERRUPTED, interruptible } from "../interruption.ts";
import { openWorld } from "../local/open-world.ts";
import { terminalProgress } from "../local/progress.ts";
import { reportErrors } from "../local/report-errors.ts";
import { serveFolder } from "../local/serve-folder.ts";
import { siteAddress } from "../local/site-address.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { loadItemsPress } from "../press/load-items-press.ts";
import { loadSamplePress } from "../press/load-sample-press.ts";
import { playPress } from "../press/play-press.ts";
import { pressSources, SOURCES_PATH } from "../press/press-sources.ts";
import { UsageError } from "../usage-error.ts";

export interface DemoOptions {
  readonly watch: string;
  readonly data: string;
  /** A file of news items to serve instead of the sample press. */
  readonly items?: string;
  /** Serve the finished pages until Ctrl-C. */
  readonly serve?: boolean;
  /** Where the pages will be read. */
  readonly address?: string;
}

/** Local times at which the sample press is polled; the last still belongs to the day. */
const ROUNDS = ["09:00", "14:00", "23:59:30"];
/** A file of items may span years: one poll a day, at its last moment, sees all of it. */
const ITEMS_ROUNDS = ["23:59:59.999"];

/** Runs the whole pipeline over a press served on loopback, without network or account. */
export async function demo({ watch, data, items, serve, address }: DemoOptions): Promise<void> {
  const readAt = siteAddress(address);
  const files = await readWatchFolder(watch);
  const { timeZone } = checkedWatchlist(files).monitor;
  const { press, leftOut } =
    items === undefined ? { press: loadSamplePress(), leftOut: 0 } : await loadItemsPress(items, timeZone);
  if (press.outlets.length === 0) throw new UsageError(`${items}: no item has both a date and a text`);
  const watchlist = checkedWatchlist([...files.filter(({ path }) => path !== SOURCES_PATH), pressSources(press)]);
  const folder = join(data, items === undefined ? "demo" : "demo-items");
  await startAfreshIfChanged(folder, [watchlist.version, press, readAt]);
  const world = await openWorld(folder, readAt);
  try {
    print(
      `${press.outlets.length} outlets, ${press.outlets.flatMap(({ articles }) => articles).length} articles${leftOut > 0 ? ` (${leftOut} items left out: no date, or no text)` : ""}`,
    );
    const rounds = items === undefined ? ROUNDS : ITEMS_ROUNDS;
    const isWhole = await interruptible(async (signal) => {
      let newItems = 0;
      for await (const day of playPress({ world, watchlist, press, rounds, progress: terminalProgress(), signal })) {
        newItems += day.rounds.reduce((sum, round) => sum + round.newItems, 0);
        reportErrors(day.rounds.flatMap(({ errors }) => errors));
        for (const edition of [day.published, ...day.corrected.filter(({ isNew }) => isNew)]) print(lineOf(edition));
      }
      if (!signal.aborted) print(newItems === 0 ? "Nothing new since the last time." : `${newItems} new items.`);
      return !signal.aborted;
    });
    if (!isWhole) {
      print("Stopped. What was read is kept: run the same command again to go on.");
      process.exitCode = INTERRUPTED;
      return;
    }
    print(`Open ${join(world.siteFolder, "index.html")}`);
    if (serve) await serveFolder(world.siteFolder);
  } finally {
    world.close();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function lineOf({ edition, isNew }: PublishResult): string {
  const { items, matched, for: pro, against } = edition.counts;
  const state = isNew ? `revision ${edition.revision}` : "unchanged";
  return `${edition.date}  ${items} items, ${matched} matched, ${pro} for, ${against} against  (${state})`;
}

/** What an earlier demo left behind is only good for what it was made from: watchlist, press, and address. */
async function startAfreshIfChanged(folder: string, madeFrom: readonly unknown[]): Promise<void> {
  const marker = join(folder, "made-from.txt");
  const made = createHash("sha256").update(JSON.stringify(madeFrom)).digest("hex");
  const before = await readFile(marker, "utf8").catch(() => undefined);
  if (before === made) return;
  if (before !== undefined) print("The watchlist, the press or the address has changed: starting afresh.");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(marker, made);
}
