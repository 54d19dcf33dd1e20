import type { Watchlist } from "../model.ts";
import type { Store } from "./ports.ts";

/** A feed fails now and then; one that failed so often in a row is failing. */
const IN_A_ROW = 3;

/** Of all watched feeds, those that are failing, in percent. */
export async function feedsFailing(store: Pick<Store, "feedState">, { sources }: Watchlist): Promise<number> {
  const feeds = sources.flatMap((source) => source.feeds);
  let failing = 0;
  for (const feed of feeds) if (((await store.feedState(feed))?.failures ?? 0) >= IN_A_ROW) failing++;
  return (failing * 100) / feeds.length;
}
