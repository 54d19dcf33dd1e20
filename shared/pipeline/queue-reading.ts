import type { Instant, Item, Watchlist } from "../model.ts";
import { between, MINUTE, plus } from "../time.ts";
import type { Clock, Queue, ReadMessage, Store } from "./ports.ts";

/** The longest delay SQS gives a message (900 s, Amazon SQS quotas); what comes later waits for the next schedule. */
export const LONGEST_DELAY_MS = 15 * MINUTE;

export interface ReadingQueue {
  readonly clock: Clock;
  readonly store: Store;
  readonly articles: Queue<ReadMessage>;
  readonly watchlist: Watchlist;
}

/**
 * Reserves each item the next free slot of its host, `notBeforeMs` from now at the earliest, and queues its reading for
 * then. The number of items queued; the others' slots are too far off, and they are left waiting.
 */
export async function queueReadings(
  { clock, store, articles, watchlist }: ReadingQueue,
  items: readonly Pick<Item, "id" | "url">[],
  notBeforeMs = 0,
): Promise<number> {
  const now = clock();
  const spacingMs = watchlist.monitor.polling.hostSpacingMs;
  const hosts = Map.groupBy(items, ({ url }) => new URL(url).host);
  const readings = [];
  for (const [host, ofHost] of hosts) {
    const delays = await delaysFor(store, host, { now, notBeforeMs, spacingMs, count: ofHost.length });
    for (const [i, delayMs] of delays.entries()) {
      const item = ofHost[i];
      if (item !== undefined) readings.push({ message: { item: item.id, host }, delayMs });
    }
  }
  if (readings.length > 0) await articles.send(readings);
  return readings.length;
}

/**
 * Reserves the host's next free slots: the delay of each from now, in milliseconds, `count` or fewer: none is later than
 * a message can be delayed, and none is reserved for what would have to wait longer.
 */
export async function delaysFor(
  store: Pick<Store, "reserveSlots">,
  host: string,
  { now, notBeforeMs = 0, spacingMs, count }: SlotsFromNow,
): Promise<number[]> {
  const fitting = Math.min(count, 1 + Math.floor((LONGEST_DELAY_MS - notBeforeMs) / Math.max(spacingMs, 1)));
  const [earliest, latest] = [plus(now, notBeforeMs), plus(now, LONGEST_DELAY_MS)];
  const first = await store.reserveSlots(host, { earliest, latest, spacingMs, count: fitting });
  if (first === undefined) return [];
  const delays = Array.from({ length: fitting }, (_, i) => between(now, first) + i * spacingMs);
  return delays.filter((delayMs) => delayMs <= LONGEST_DELAY_MS);
}

interface SlotsFromNow {
  readonly now: Instant;
  readonly notBeforeMs?: number;
  readonly spacingMs: number;
  readonly count: number;
}
