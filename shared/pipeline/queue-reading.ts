import type { Item, Watchlist } from "../model.ts";
import { between, MINUTE } from "../time.ts";
import type { Clock, Queue, ReadMessage, Store } from "./ports.ts";

/** The longest delay SQS gives a message (900 s, Amazon SQS quotas); what comes later waits for the next schedule. */
export const LONGEST_DELAY_MS = 15 * MINUTE;

export interface ReadingQueue {
  readonly clock: Clock;
  readonly store: Store;
  readonly articles: Queue<ReadMessage>;
  readonly watchlist: Watchlist;
}

/** Reserves the item's host its next free slot and queues the reading for then. False: too far off, left waiting. */
export async function queueReading(
  { clock, store, articles, watchlist }: ReadingQueue,
  item: Pick<Item, "id" | "url">,
  notBeforeMs = 0,
): Promise<boolean> {
  const now = clock();
  const earliest = new Date(Date.parse(now) + notBeforeMs).toISOString();
  const { host } = new URL(item.url);
  const slot = await store.reserveSlot(host, earliest, watchlist.monitor.polling.hostSpacingMs);
  const delay = between(now, slot);
  if (delay > LONGEST_DELAY_MS) return false;
  await articles.send({ item: item.id, host }, delay);
  return true;
}
