import { join } from "node:path";
import process from "node:process";
import { openSqliteStore } from "../cli/local/sqlite-store.ts";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import type { LocalDate, Match, Watchlist } from "../shared/model.ts";
import type { ObjectStore, Store } from "../shared/pipeline/ports.ts";
import { publishDays } from "../shared/pipeline/publish-days.ts";
import { addDays } from "../shared/time.ts";
import { memoryObjects } from "../test/support/memory-objects.ts";
import { again, pressMatches } from "./press-matches.ts";

const FIRST = "2026-01-30";
/** Of a day. The sample press has some ninety, so a text comes back after more days than a story goes on. */
const MATCHES = 16;
/** Days whose cost is told: a site of a month, and one of a year. */
const TOLD = [30, 365];

/** What one day's publication cost. */
interface Cost {
  puts: number;
  gets: number;
  written: number;
  read: number;
}

/**
 * A year of days, each published when it was over, as the program does it; then all of them once more into an empty site,
 * from what is stored, which has to come to the same bytes for every page.
 */
export async function benchArchive(row: (name: string, value: string) => void, days = 365): Promise<void> {
  const own = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../watch")));
  // One language of the two: another has the same pages in other words.
  const watchlist = { ...own, monitor: { ...own.monitor, languages: own.monitor.languages.slice(0, 1) } };
  const store = openSqliteStore(":memory:");
  const found = pressMatches(watchlist);
  const dates = Array.from({ length: days }, (_, i) => addDays(FIRST, i));
  const [first, second] = [memoryObjects(), memoryObjects()];
  const started = process.cpuUsage();
  for (const [i, date] of dates.entries()) {
    await find(store, watchlist, date, found);
    const cost: Cost = { puts: 0, gets: 0, written: 0, read: 0 };
    const before = process.cpuUsage();
    // Every week the day is published while it lasts as well.
    if (i % 7 === 3) await publish(store, first, watchlist, date, `${date}T12:00:00.000Z`);
    await publish(store, counted(first, cost), watchlist, date);
    if (!TOLD.includes(i + 1)) continue;
    row(
      `  day ${i + 1}: ${cost.puts} puts, ${cost.gets} gets; written, read`,
      `${kilobytes(cost.written)}, ${kilobytes(cost.read)}`,
    );
    row(`  day ${i + 1}: processor time`, seconds(before));
  }
  row(`archive of ${days} days, ${MATCHES} matches a day, published day by day`, seconds(started));
  // Old days say the same, however much is known of the days after them.
  for (const date of dates.filter((_, i) => i % 30 === 15)) await publish(store, first, watchlist, date);
  const again = process.cpuUsage();
  for (const date of dates) await publish(store, second, watchlist, date);
  const revised = (await store.editions(days)).filter(({ revision }) => revision !== 1);
  store.close();
  const size = [...first.bodies.values()].reduce((sum, body) => sum + Buffer.byteLength(body), 0);
  row(`rendered again from the store (${first.bodies.size} objects, ${(size / 1e6).toFixed(0)} MB)`, seconds(again));
  const keys = [...new Set([...first.bodies.keys(), ...second.bodies.keys()])];
  const other = keys.filter((key) => first.bodies.get(key) !== second.bodies.get(key));
  row("  objects that differ", String(other.length));
  if (other.length > 0) throw new Error(`the archive is not the same again: ${other.slice(0, 10).join(", ")}`);
  if (revised.length > 0) throw new Error(`days that were published again as corrections: ${revised.length}`);
}

async function publish(
  store: Store,
  site: ObjectStore,
  watchlist: Watchlist,
  date: LocalDate,
  now = `${addDays(date, 1)}T02:00:00.000Z`,
): Promise<void> {
  const log = { info: () => undefined, warn: () => undefined };
  await publishDays({ clock: () => now, store, site, watchlist, log }, [date]);
}

/** Puts into the store what a day would have: polls of all feeds, items, matches. */
async function find(store: Store, watchlist: Watchlist, day: LocalDate, found: readonly Match[]): Promise<void> {
  for (const { id: source, feeds } of watchlist.sources)
    for (const feed of feeds)
      await store.countPoll({ day, feed, source, outcome: "fetched", condition: "fine", newItems: 1 });
  const start = Date.parse(day) / 86_400_000;
  for (let i = 0; i < MATCHES; i++) {
    const match = found[(start * MATCHES + i) % found.length];
    if (match === undefined) throw new Error("nothing was found in the sample press");
    const one = again(match, day, i);
    const { id, source, url, title } = one.article;
    const item = {
      id,
      feed: source,
      source,
      url,
      title,
      day,
      firstSeen: `${day}T06:00:00.000Z`,
      attempts: 0,
      revision: 1,
    };
    await store.rememberItem({ ...item, state: "matched" });
    await store.saveMatch(one);
  }
}

function counted(site: ObjectStore, cost: Cost): ObjectStore {
  return {
    ...site,
    put: async (key, body, type) => {
      cost.puts++;
      cost.written += Buffer.byteLength(body);
      await site.put(key, body, type);
    },
    get: async (key) => {
      const body = await site.get(key);
      cost.gets++;
      cost.read += body?.byteLength ?? 0;
      return body;
    },
  };
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1_000)} KB`;
}

function seconds(since: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(since);
  return `${((user + system) / 1e6).toFixed(2)} s`;
}
