import type { ItemState, Judgement, MatchInput, PollOutcome, Problem, Stage, Watchlist } from "../../shared/model.ts";
import { pollFeed } from "../../shared/pipeline/poll-feed.ts";
import type { Fetch, Log, PollMessage, ReadMessage, Store } from "../../shared/pipeline/ports.ts";
import { readArticle } from "../../shared/pipeline/read-article.ts";
import { schedulePolls } from "../../shared/pipeline/schedule-polls.ts";
import type { Timekeeper } from "./clocks.ts";
import type { Progress } from "./progress.ts";
import { createWorkQueue } from "./work-queue.ts";

export interface CollectDeps {
  readonly timekeeper: Timekeeper;
  readonly store: Store;
  readonly fetch: Fetch;
  readonly watchlist: Watchlist;
  readonly matcher: (input: MatchInput) => Judgement;
  readonly progress: Progress;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** What one round of polling and reading came to. */
export interface Collected {
  readonly polls: Readonly<Record<PollOutcome, number>>;
  readonly newItems: number;
  readonly states: Readonly<Partial<Record<ItemState, number>>>;
  readonly problems: readonly Problem[];
  /** Defects of the program itself; their items stay waiting and are tried again by the next run. */
  readonly errors: readonly unknown[];
}

/** Polls every feed that is due and reads every new item, through the same use cases and queues as on AWS. */
export async function collect(deps: CollectDeps): Promise<Collected> {
  const { timekeeper, store, fetch, watchlist, matcher, progress, concurrency, signal } = deps;
  const polls = { fetched: 0, unchanged: 0, failed: 0 };
  const states: Partial<Record<ItemState, number>> = {};
  const problems: Problem[] = [];
  const errors: unknown[] = [];
  let newItems = 0;
  let read = 0;

  const clock = timekeeper.now;
  const log = problemLog(problems);
  const laneGapMs = watchlist.monitor.polling.hostSpacingMs;
  const work = createWorkQueue(timekeeper, { concurrency, laneGapMs, onError: (error) => errors.push(error) });
  const report = () => {
    const polled = polls.fetched + polls.unchanged + polls.failed;
    progress.show(
      `polled ${polled} · failed ${polls.failed} · new ${newItems} · read ${read} · matched ${states.matched ?? 0}`,
    );
  };
  const articles = work.queue(async (message: ReadMessage) => {
    const { state } = await readArticle({ clock, store, fetch, articles, watchlist, matcher, log }, message);
    if (state === "ended-before" || state === "put-off") return;
    states[state] = (states[state] ?? 0) + 1;
    read++;
    report();
  }, hostOfReading);
  const feeds = work.queue(async (message: PollMessage) => {
    const result = await pollFeed({ clock, store, fetch, articles, watchlist, log }, message);
    if (result.outcome === "not-due" || result.outcome === "not-watched") return;
    polls[result.outcome]++;
    newItems += result.newItems;
    report();
  }, hostOfPoll);

  await schedulePolls({ clock, store, polls: feeds, articles, watchlist, log, lostAfterMs: 0 });
  await work.drain(signal);
  progress.clear();
  return { polls, newItems, states, problems, errors };
}

/** No outlet is kept busy by two at once, and a slow one keeps nobody else waiting. */
const hostOfReading = ({ host }: ReadMessage) => host;
const hostOfPoll = ({ feed }: PollMessage) => new URL(feed).host;

/** Keeps the warnings that name a source: they are the run's problems. */
const STAGE_OF: Readonly<Record<string, Stage>> = { "poll failed": "poll", "items may be lost": "list" };

function problemLog(problems: Problem[]): Log {
  return {
    info: () => undefined,
    warn: (event, { source, reason } = {}) => {
      if (typeof source !== "string" || typeof reason !== "string") return;
      problems.push({ source, stage: STAGE_OF[event] ?? "read", reason });
    },
  };
}
