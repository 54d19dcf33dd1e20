import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulatedClock } from "../../cli/local/clocks.ts";
import { collect } from "../../cli/local/collect.ts";
import { NO_PROGRESS } from "../../cli/local/progress.ts";
import { openSqliteStore } from "../../cli/local/sqlite-store.ts";
import { pressClient } from "../../cli/press/press-client.ts";
import type { FeedState } from "../../shared/model.ts";
import { DAY, HOUR, MINUTE, plus } from "../../shared/time.ts";
import { aSource, aWatchlist } from "../support/an-edition.ts";
import { type Outlet, outletsOf } from "./outlets.ts";
import type { Breach, Tally } from "./rules.ts";
import { serveStrictHosts } from "./strict-host.ts";

/** A Tuesday. */
const START = "2026-02-10T00:00:00.000Z";
/** As on AWS. */
const TICK_MS = 5 * MINUTE;
/** The program is ended and started anew so often, and then looks at once what is to be done, twice. */
const RESTART_MS = 6 * HOUR;

export interface Played {
  readonly breaches: readonly Breach[];
  readonly tally: Tally;
  readonly errors: readonly unknown[];
  /** How each feed was found at the end, by its temper. */
  readonly states: readonly (readonly [temper: string, FeedState | undefined])[];
  readonly outlets: readonly Outlet[];
}

/** Lets the whole program loose on strict hosts for some simulated days: real HTTP on 127.0.0.1, a store on disk. */
export async function playDays(feeds: number, days: number): Promise<Played> {
  const outlets = outletsOf(feeds);
  const addresses = outlets.map(({ host, path }) => `http://${host}${path}`);
  const watchlist = aWatchlist({ sources: addresses.map((feed, i) => aSource({ id: `outlet-${i}`, feeds: [feed] })) });
  const timekeeper = simulatedClock(START);
  const strict = await serveStrictHosts(outlets, timekeeper.now);
  const folder = await mkdtemp(join(tmpdir(), "mizan-manners-"));
  const errors: unknown[] = [];
  let store = openSqliteStore(join(folder, "mizan.sqlite"));
  const run = async () => {
    const { signal } = new AbortController();
    const fetch = pressClient(strict.port);
    const matcher = () => ({ language: "en" as const, themes: [], positions: [] });
    const deps = { timekeeper, store, fetch, watchlist, matcher, progress: NO_PROGRESS, concurrency: 1, signal };
    errors.push(...(await collect(deps)).errors);
  };
  try {
    for (let laterMs = 0; laterMs < days * DAY; laterMs += TICK_MS) {
      // A run may take longer than to the next tick.
      if (timekeeper.now() > plus(START, laterMs)) continue;
      timekeeper.set(plus(START, laterMs));
      await run();
      if (laterMs % RESTART_MS !== 0) continue;
      store.close();
      store = openSqliteStore(join(folder, "mizan.sqlite"));
      await run();
    }
    const states = new Map((await store.feedStates()).map((state) => [state.feed, state]));
    return {
      breaches: [...strict.breaches],
      tally: strict.tally(),
      errors,
      states: outlets.map(({ name }, i) => [name, states.get(addresses[i] ?? "")] as const),
      outlets,
    };
  } finally {
    store.close();
    await strict.close();
    await rm(folder, { recursive: true });
  }
}

/** How well it went, in lines. */
export function mannersLines(
  { breaches, tally, outlets }: Played,
  days: number,
): readonly (readonly [string, string])[] {
  const answered = tally.full + tally.notModified;
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const polls = answered + tally.refused;
  return [
    [`breaches of manners (${outlets.length} feeds, ${days} simulated days)`, `${breaches.length}`],
    ["  polls of a feed a day", (polls / outlets.length / days).toFixed(1)],
    ["  answered with what was known already, of feeds", percent(tally.notModified, answered)],
    ["  bytes of feeds kept off the wire", percent(tally.saved, tally.saved + tally.bytes)],
    ["  pages, robots.txt asked for", `${tally.pages}, ${tally.robots}`],
  ];
}
