import { compileMatcher } from "../../shared/matching/compile-matcher.ts";
import type { LocalDate, Watchlist } from "../../shared/model.ts";
import type { PublishResult } from "../../shared/pipeline/publish-digest.ts";
import { addDays, atLocalTime, localDate } from "../../shared/time.ts";
import { simulatedClock } from "../local/clocks.ts";
import { type Collected, collect } from "../local/collect.ts";
import type { LocalWorld } from "../local/open-world.ts";
import type { Progress } from "../local/progress.ts";
import { publishDays } from "../local/publish-days.ts";
import type { Press } from "./press.ts";
import { pressClient } from "./press-client.ts";
import { servePress } from "./serve-press.ts";

export interface PlayDeps {
  readonly world: LocalWorld;
  readonly watchlist: Watchlist;
  readonly press: Press;
  /** Local times at which each day's feeds are polled. */
  readonly rounds: readonly string[];
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** One day of the press, played to its published edition. */
export interface PlayedDay {
  readonly published: PublishResult;
  /** Editions of days before, of which the day has corrections. */
  readonly corrected: readonly PublishResult[];
  readonly rounds: readonly Collected[];
}

/** The local days on which the press published anything, in order. */
export function daysOf({ outlets }: Press, timeZone: string): LocalDate[] {
  const dates = outlets.flatMap(({ articles }) => articles.map(({ published }) => localDate(published, timeZone)));
  return [...new Set(dates)].toSorted();
}

/**
 * Runs the pipeline over a press served on loopback, day by day on a simulated clock; yields each day when its edition
 * is published. Ends early, with all that was read kept, when `signal` aborts.
 */
export async function* playPress({
  world,
  watchlist,
  press,
  rounds,
  progress,
  signal,
}: PlayDeps): AsyncGenerator<PlayedDay> {
  const { timeZone, publishAt } = watchlist.monitor;
  const days = daysOf(press, timeZone);
  const timekeeper = simulatedClock(atLocalTime(days[0] ?? "1970-01-01", "00:00", timeZone));
  const server = await servePress(press, timekeeper.now);
  const fetch = pressClient(server.port);
  const matcher = compileMatcher(watchlist);
  try {
    for (const [i, day] of days.entries()) {
      const show = (line: string) => progress.show(`${day} (${i + 1}/${days.length}) ${line}`);
      const collected: Collected[] = [];
      for (const round of rounds) {
        timekeeper.set(atLocalTime(day, round, timeZone));
        const deps = { timekeeper, store: world.store, fetch, watchlist, matcher, signal };
        collected.push(await collect({ ...deps, progress: { ...progress, show }, concurrency: 1 }));
        if (signal.aborted) return;
      }
      timekeeper.set(atLocalTime(addDays(day, 1), publishAt, timeZone));
      const [published, ...corrected] = await publishDays(world, watchlist, timekeeper.now, [day]);
      if (published) yield { published, corrected, rounds: collected };
    }
  } finally {
    progress.clear();
    await server.close();
  }
}
