import { join } from "node:path";
import { simulatedClock } from "../../cli/local/clocks.ts";
import { collect } from "../../cli/local/collect.ts";
import { folderObjects } from "../../cli/local/folder-objects.ts";
import { openWorld } from "../../cli/local/open-world.ts";
import { NO_PROGRESS } from "../../cli/local/progress.ts";
import { silentLog } from "../../cli/local/silent-log.ts";
import type { Press } from "../../cli/press/press.ts";
import { pressClient } from "../../cli/press/press-client.ts";
import { servePress } from "../../cli/press/serve-press.ts";
import { compileMatcher } from "../../shared/matching/compile-matcher.ts";
import type { Instant, Watchlist } from "../../shared/model.ts";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";
import { publishDue } from "../../shared/pipeline/publish-due.ts";
import { runDemo } from "./run-demo.ts";

export interface ReferenceOptions {
  readonly watch: string;
  /** An empty folder. */
  readonly data: string;
  readonly watchlist: Watchlist;
  readonly press: Press;
  /** Where the stack says that its pages are read. */
  readonly siteAddress: string;
  /** The moment at which the rehearsal published last. */
  readonly publishedAt: Instant;
  readonly signal: AbortSignal;
}

/**
 * What the site should be: that of `npm run demo`, carried on to the moment at which AWS published last. The demo ends
 * with its last day; AWS goes on, and shows the day after it as far as it has come, in archive, feed and front page.
 */
export async function referenceSite(options: ReferenceOptions): Promise<ObjectStore> {
  const { watch, data, siteAddress, watchlist, press, publishedAt, signal } = options;
  const site = await runDemo(watch, data, siteAddress, signal);
  const world = await openWorld(join(data, "demo"));
  const timekeeper = simulatedClock(publishedAt);
  const server = await servePress(press, timekeeper.now);
  const fetch = pressClient(server.port);
  try {
    const matcher = compileMatcher(watchlist);
    const { store } = world;
    const { errors } = await collect({
      ...{ timekeeper, store, fetch, watchlist, matcher, progress: NO_PROGRESS, concurrency: 1, signal },
    });
    if (errors.length > 0) throw new AggregateError(errors, "the reference could not be made");
    await publishDue({ clock: () => publishedAt, store, site: world.site, siteAddress, watchlist, log: silentLog });
  } finally {
    await server.close();
    world.close();
  }
  return folderObjects(site);
}
