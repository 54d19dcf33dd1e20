import { join } from "node:path";
import process from "node:process";
import { wallClock } from "../local/clocks.ts";
import { openWorld } from "../local/open-world.ts";
import { publishDays } from "../local/publish-days.ts";
import { siteAddress } from "../local/site-address.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { UsageError } from "../usage-error.ts";

export interface DigestOptions {
  readonly watch: string;
  readonly data: string;
  /** `YYYY-MM-DD`; the newest edition where it is not given. */
  readonly date?: string;
  /** Where the pages will be read. */
  readonly address?: string;
}

/** Publishes one day's edition again from what is stored, and prints it as Markdown. */
export async function digest({ watch, data, date, address }: DigestOptions): Promise<void> {
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(date))
    throw new UsageError(`--date ${date}: write a day as 2026-02-10`);
  const watchlist = checkedWatchlist(await readWatchFolder(watch));
  const world = await openWorld(data, siteAddress(address));
  try {
    const [newest] = await world.store.editions(1);
    const day = date ?? newest?.date;
    if (day === undefined) throw new UsageError(`nothing was collected in ${data} yet; run "npm start" first`);
    if ((await world.store.itemsOfDay(day)).length === 0)
      throw new UsageError(`nothing was collected on ${day} in ${data}`);
    await publishDays(world, watchlist, wallClock.now, [day]);
    const markdown = await world.site.get(`${day}/digest.md`);
    if (markdown !== undefined) process.stdout.write(markdown);
    process.stderr.write(`${join(world.siteFolder, day, "index.html")}\n`);
  } finally {
    world.close();
  }
}
