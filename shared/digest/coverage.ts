import type { CountedItem, FeedCondition, ItemState, PollTally, Problem, Source } from "../model.ts";
import { type Outlet, outletOf } from "./article-card.ts";
import { compareText } from "./compare-text.ts";

/** How asking a source for news went over the day: news came, none came; what was wrong with it at last; nobody asked. */
export const SOURCE_STATES = [
  "fetched",
  "unchanged",
  "empty",
  "undated",
  "stale",
  "redirected",
  "blocked",
  "failed",
  "gone",
  "not-polled",
] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** States of a source of which nothing was heard at last. */
export const UNHEARD: ReadonlySet<SourceState> = new Set<SourceState>(["blocked", "failed", "gone", "not-polled"]);

/** Conditions of feeds that a reader is told of, what is worst first. */
const TOLD: readonly (readonly [FeedCondition, SourceState])[] = [
  ["failing", "failed"],
  ["blocked", "blocked"],
  ["gone", "gone"],
  ["empty", "empty"],
  ["stale", "stale"],
  ["undated", "undated"],
  ["redirected", "redirected"],
];

export interface SourceCoverage {
  readonly outlet: Outlet;
  readonly state: SourceState;
  /** Feeds watched; `failures` names those that could not be read at last, and why. */
  readonly feeds: number;
  readonly failures: readonly { readonly feed: string; readonly reason: string }[];
  readonly items: number;
  readonly matched: number;
}

/** What was seen, and what was not. */
export interface Coverage {
  readonly items: number;
  /** Every item stands in exactly one state; they sum to `items`. */
  readonly states: Readonly<Record<ItemState, number>>;
  /** In the watchlist's order; a source that is no longer in it comes after them. */
  readonly sources: readonly SourceCoverage[];
  /** By source, stage and reason, each once. Failed polls are told with their source above. */
  readonly problems: readonly Problem[];
}

export function coverageOf(
  sources: readonly Source[],
  items: readonly CountedItem[],
  polls: readonly PollTally[],
  problems: readonly Problem[],
): Coverage {
  const watched = sources.map(({ id }) => id);
  const others = [...items, ...polls].map(({ source }) => source).filter((id) => !watched.includes(id));
  return {
    items: items.length,
    states: countStates(items),
    sources: [...watched, ...new Set(others.toSorted(compareText))].map((id) =>
      sourceCoverage(id, sources, items, polls),
    ),
    problems: distinct(problems.filter(({ stage }) => stage !== "poll")),
  };
}

function countStates(items: readonly CountedItem[]): Record<ItemState, number> {
  const states = {
    matched: 0,
    "below-threshold": 0,
    duplicate: 0,
    stale: 0,
    "undated-kept": 0,
    blocked: 0,
    failed: 0,
    gone: 0,
    waiting: 0,
  };
  for (const { state } of items) states[state]++;
  return states;
}

function sourceCoverage(
  id: string,
  sources: readonly Source[],
  items: readonly CountedItem[],
  polls: readonly PollTally[],
): SourceCoverage {
  const watched = sources.find((source) => source.id === id)?.feeds ?? [];
  const tallies = polls.filter(({ source }) => source === id);
  const failed = tallies.filter(({ last }) => UNREAD.has(last)).toSorted((a, b) => compareText(a.feed, b.feed));
  const own = items.filter(({ source }) => source === id);
  return {
    outlet: outletOf(id, sources),
    state: stateOf(tallies),
    feeds: new Set([...watched, ...tallies.map(({ feed }) => feed)]).size,
    failures: failed.map(({ feed, reason = "" }) => ({ feed, reason })),
    items: own.length,
    matched: own.filter(({ state }) => state === "matched").length,
  };
}

const UNREAD: ReadonlySet<FeedCondition> = new Set(["blocked", "failing", "gone"]);

function stateOf(tallies: readonly PollTally[]): SourceState {
  if (tallies.length === 0) return "not-polled";
  const worst = TOLD.find(([condition]) => tallies.some(({ last }) => last === condition));
  if (worst !== undefined) return worst[1];
  return tallies.some(({ fetched }) => fetched > 0) ? "fetched" : "unchanged";
}

function distinct(problems: readonly Problem[]): Problem[] {
  const keyed = new Map(
    problems.map(({ source, stage, reason }) => [JSON.stringify([source, stage, reason]), { source, stage, reason }]),
  );
  return [...keyed].toSorted(([a], [b]) => compareText(a, b)).map(([, problem]) => problem);
}
