import type { Instant, Watchlist } from "../shared/model.ts";
import { NoWatchlistError, readActiveWatchlist } from "../shared/pipeline/apply-watchlist.ts";
import type { Clock, Log, ObjectStore, Store } from "../shared/pipeline/ports.ts";
import { between, MINUTE } from "../shared/time.ts";

/** How a handler comes by the watchlist and by the store that keeps things as long as that says. */
export interface Running {
  /** Rejects with `NoWatchlistError` when none was ever activated. */
  readonly running: () => Promise<Watchlist>;
  readonly storeFor: (watchlist: Watchlist) => Store;
}

/** For how long a watchlist is used without asking whether it is still the active one. */
const TRUSTED_MS = MINUTE;

/**
 * The active watchlist, kept between invocations: asked for anew once a minute, checked and compiled anew only where its
 * version has changed. The same version is the same object.
 */
export function runningWatchlist(active: ObjectStore, clock: Clock): () => Promise<Watchlist> {
  let known: { readonly watchlist: Watchlist; readonly asked: Instant } | undefined;
  return async () => {
    const now = clock();
    if (known === undefined || between(known.asked, now) >= TRUSTED_MS) {
      known = { watchlist: await readActiveWatchlist(active, known?.watchlist), asked: now };
    }
    return known.watchlist;
  };
}

/**
 * A handler of scheduled events. Schedules begin when the stack is created, minutes before its first watchlist can be
 * uploaded: until then there is nothing to do, and that is no error.
 */
export function onSchedule<Result>(
  running: () => Promise<Watchlist>,
  log: Log,
  work: (watchlist: Watchlist, event: unknown) => Promise<Result>,
): (event: unknown) => Promise<Result | undefined> {
  return async (event) => {
    try {
      return await work(await running(), event);
    } catch (error) {
      if (!(error instanceof NoWatchlistError)) throw error;
      log.info("nothing to do", { reason: error.message });
      return undefined;
    }
  };
}

/** What is made from a watchlist, made once for each version: a matcher, a store with its retention. */
export function perWatchlist<T>(make: (watchlist: Watchlist) => T): (watchlist: Watchlist) => T {
  const made = new WeakMap<Watchlist, { readonly value: T }>();
  return (watchlist) => {
    const { value } = made.get(watchlist) ?? { value: make(watchlist) };
    made.set(watchlist, { value });
    return value;
  };
}
