import { join } from "node:path";
import { openWorld } from "../../cli/local/open-world.ts";
import { NO_PROGRESS } from "../../cli/local/progress.ts";
import { publishDays } from "../../cli/local/publish-days.ts";
import { checkedWatchlist, readWatchFolder } from "../../cli/local/watch-folder.ts";
import { loadSamplePress } from "../../cli/press/load-sample-press.ts";
import { playPress } from "../../cli/press/play-press.ts";
import { pressSources, SOURCES_PATH } from "../../cli/press/press-sources.ts";
import type { DigestLanguage, LocalDate, Watchlist } from "../../shared/model.ts";
import { addDays } from "../../shared/time.ts";

/** One poll a day, at its last moment, sees all that it brought. */
const ROUNDS = ["23:59:30"];
const WATCH = join(import.meta.dirname, "../../watch");

/**
 * Writes the site of `npm run demo` below `folder`, in these languages, and the day after its last, which has only begun.
 * Answers the folder of pages.
 */
export async function aDemoSite(folder: string, languages: readonly DigestLanguage[]): Promise<string> {
  const press = loadSamplePress();
  const files = await readWatchFolder(WATCH);
  const checked = checkedWatchlist([...files.filter(({ path }) => path !== SOURCES_PATH), pressSources(press)]);
  const watchlist: Watchlist = { ...checked, monitor: { ...checked.monitor, languages } };
  const world = await openWorld(folder);
  try {
    const days: LocalDate[] = [];
    const { signal } = new AbortController();
    for await (const { published } of playPress({
      world,
      watchlist,
      press,
      rounds: ROUNDS,
      progress: NO_PROGRESS,
      signal,
    }))
      days.push(published.edition.date);
    const today = addDays(days.at(-1) ?? "", 1);
    await publishDays(world, watchlist, () => `${today}T07:00:00.000Z`, [today]);
    return world.siteFolder;
  } finally {
    world.close();
  }
}
