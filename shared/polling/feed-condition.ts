import type { FeedCondition, FeedState, FeedVolume } from "../model.ts";
import { isStale } from "./volume.ts";

/** So many permanent redirects in a row to one address are no mistake of a day. */
export const MOVED_AFTER = 3;

/** What a poll found that was answered with a feed, or with "not modified". */
export interface Found {
  readonly newItems: number;
  /** What the feed lists; undefined where it came as it was before. */
  readonly listed?: { readonly entries: number; readonly dated: number } | undefined;
  readonly before: FeedCondition | undefined;
  readonly moved: FeedState["moved"];
  readonly volume: FeedVolume;
}

/** How a feed is that could be read. What came unchanged is as empty or undated as it was. */
export function conditionOf({ newItems, listed, before, moved, volume }: Found): FeedCondition {
  if ((moved?.times ?? 0) >= MOVED_AFTER) return "redirected";
  if (listed === undefined ? before === "empty" : listed.entries === 0) return "empty";
  if (listed === undefined ? before === "undated" : listed.dated === 0) return "undated";
  if (isStale(volume)) return "stale";
  return newItems > 0 ? "fine" : "unchanged";
}

/** The new address and how often in a row it was named, after one more answer. */
export function movedAfter(before: FeedState["moved"], to: string | undefined): FeedState["moved"] {
  if (to === undefined) return undefined;
  return { to, times: before?.to === to ? Math.min(before.times + 1, MOVED_AFTER) : 1 };
}
