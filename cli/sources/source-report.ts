import type { FeedCondition, FeedState, Instant, Watchlist } from "../../shared/model.ts";
import { MOVED_AFTER } from "../../shared/polling/feed-condition.ts";
import { unusualWeek, weekly } from "../../shared/polling/volume.ts";

/** How one watched feed is. Absent: there is nothing to say. */
export interface FeedReport {
  readonly source: string;
  readonly name: string;
  readonly feed: string;
  readonly state: FeedCondition | "not-polled";
  /** Why it fails, or is blocked or gone. */
  readonly reason?: string;
  readonly failures: number;
  readonly lastPoll?: Instant;
  readonly nextPoll?: Instant;
  readonly newsAt?: Instant;
  /** How long it is left alone by how much of it is news each time, in milliseconds. */
  readonly intervalMs?: number;
  /** New items of the last seven days. */
  readonly week?: number;
  /** Whether the last seven whole days had unusually few or many items. */
  readonly unusual?: "few" | "many";
  /** When nothing of what it listed was known. */
  readonly lostAt?: Instant;
  /** Where it has moved for good, once it is sure. */
  readonly movedTo?: string;
}

/** Every watched feed, in the watchlist's order. */
export function reportOf({ sources }: Watchlist, states: readonly FeedState[]): FeedReport[] {
  const byFeed = new Map(states.map((state) => [state.feed, state]));
  return sources.flatMap(({ id, name, feeds }) =>
    feeds.map((feed) => {
      const state = byFeed.get(feed);
      const known = { source: id, name, feed };
      return state === undefined ? { ...known, state: "not-polled", failures: 0 } : { ...known, ...factsOf(state) };
    }),
  );
}

function factsOf({ condition, moved, volume, failures, ...state }: FeedState) {
  const { reason, lastPoll, nextPoll, newsAt, intervalMs, lostAt } = state;
  const unusual = volume && unusualWeek(volume);
  return {
    state: condition ?? (failures > 0 ? "failing" : "unchanged"),
    ...(reason === undefined ? {} : { reason }),
    failures,
    lastPoll,
    nextPoll,
    ...(newsAt === undefined ? {} : { newsAt }),
    ...(intervalMs === undefined ? {} : { intervalMs }),
    ...(volume === undefined ? {} : { week: weekly(volume) }),
    ...(unusual === undefined ? {} : { unusual }),
    ...(lostAt === undefined ? {} : { lostAt }),
    ...((moved?.times ?? 0) >= MOVED_AFTER && moved !== undefined ? { movedTo: moved.to } : {}),
  };
}
