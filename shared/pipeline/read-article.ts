import { createHash } from "node:crypto";
import type { ArticleHead, EndState, Item, Judgement, MatchInput, PageText, Source, Watchlist } from "../model.ts";
import { between, HOUR, MINUTE } from "../time.ts";
import { askForPage, type PageAnswer, type Reading, readingFrom } from "./article-text.ts";
import { isResting } from "./ask-host.ts";
import { cut, LONGEST_LINE } from "./bounds.ts";
import type { Clock, Fetch, Log, Queue, ReadMessage, Store } from "./ports.ts";
import { queueReadings } from "./queue-reading.ts";
import { permissionFor } from "./robots.ts";
import { storyFactsOf } from "./sketch-article.ts";

/** Readings of one page that may be put off before its feed's own text has to do. */
const MOST_ATTEMPTS = 3;
/** Readings cut short by a defect of ours before the item is given up, so that it does not come back for ever. */
const MOST_DEFECTS = 8;
const PUT_OFF_MS = 10 * MINUTE;
/** Revisions of an article that are looked through for the last one that was judged. */
const MOST_BACK = 8;
/** A page dated further ahead than this is not believed. */
const FUTURE_MS = HOUR;

export interface ReadArticleDeps {
  readonly clock: Clock;
  readonly store: Store;
  readonly fetch: Fetch;
  readonly articles: Queue<ReadMessage>;
  readonly watchlist: Watchlist;
  readonly matcher: (input: MatchInput) => Judgement;
  readonly log: Log;
}

export interface ReadResult {
  readonly state: EndState | "put-off" | "ended-before";
  readonly reason?: string;
}

/**
 * Reads one waiting item to its end: page, or the feed's own text where the page cannot be had; language, themes and
 * positions; kept where something was found, and the item settled in exactly one state. Safe to repeat at any point.
 */
export async function readArticle(deps: ReadArticleDeps, message: Pick<ReadMessage, "item">): Promise<ReadResult> {
  const { store, watchlist } = deps;
  const item = await store.item(message.item);
  if (item === undefined || item.state !== "waiting") return { state: "ended-before" };
  if (item.attempts >= MOST_DEFECTS) return await settle(deps, item, "failed", item.reason);
  const source = watchlist.sources.find(({ id }) => id === item.source);
  if (source === undefined) return await settle(deps, item, "failed", "its source is no longer watched");
  try {
    return await readToItsEnd(deps, item, source);
  } catch (error) {
    // Counted, so that the item cannot come back for ever; thrown on, because a defect belongs among the dead letters.
    await store.postponeItem(item.id, `a defect: ${error instanceof Error ? error.message : error}`);
    throw error;
  }
}

async function readToItsEnd(deps: ReadArticleDeps, item: Item, source: Source): Promise<ReadResult> {
  const { store } = deps;
  const answer = await pageOf(deps, item, source);
  if (answer === "not-now") return await takeAnotherTurn(deps, item);
  if (answer.kind === "gone") return await settle(deps, item, "gone", answer.reason);
  if (answer.kind === "unavailable" && item.attempts + 1 < MOST_ATTEMPTS)
    return await putOff(deps, item, answer.reason);

  const reading = readingFrom(item, answer);
  if ("state" in reading) return await settle(deps, item, reading.state, reading.reason);
  const holder = await holderOfAddress(deps, item, reading.url);
  if (holder !== undefined) return await settle(deps, item, "duplicate", `the same article as item ${holder}`);
  const dates = datesOf(deps, item, reading.page);
  if (dates.isStale) return await settle(deps, item, "stale", `dated ${dates.published} by its page`);
  const fingerprint = fingerprintOf(reading);
  const before = await judgedBefore(store, item);
  if (before?.fingerprint === fingerprint)
    return await settle(deps, item, "duplicate", "the correction changed neither title nor text");

  return await judge(deps, { item, source, before }, { ...reading, fingerprint }, dates);
}

/** What asking for the page came to; `not-now` where its host rests, or its robots.txt took the turn. */
async function pageOf(deps: ReadArticleDeps, item: Item, source: Source): Promise<PageAnswer | "not-now"> {
  if (await isResting(deps, item.url)) return "not-now";
  const permission = await permissionFor(deps, item.url);
  if (permission === "not-now") return "not-now";
  if (permission === "allowed") return await askForPage(deps, item, source);
  if ("forbidden" in permission) return { kind: "refused", state: "blocked", reason: permission.forbidden };
  return { kind: "unavailable", reason: permission.problem };
}

/** The item that holds this address already, unless it is this one or an earlier revision of it. */
async function holderOfAddress({ store }: ReadArticleDeps, item: Item, url: string): Promise<string | undefined> {
  const [original = item.id] = item.id.split("~");
  const holder = await store.claimAddress(url, original);
  return holder === original ? undefined : holder;
}

/** The article's date: the feed's, or the page's where the feed has none. */
function datesOf({ clock, watchlist }: ReadArticleDeps, item: Item, page: PageText | undefined) {
  if (item.published !== undefined) return { published: item.published, isStale: false };
  const date = page?.published;
  if (date === undefined || between(clock(), date) > FUTURE_MS) {
    return { dateProblem: item.dateProblem ?? ("missing" as const), isStale: false };
  }
  return { published: date, isStale: between(date, item.firstSeen) > watchlist.monitor.polling.freshMs };
}

/** Of a correction, the last revision before it that was judged: those between the two said nothing new. */
async function judgedBefore(store: Store, item: Item): Promise<Item | undefined> {
  const [original = item.id] = item.id.split("~");
  for (let revision = item.revision - 1; revision >= Math.max(1, item.revision - MOST_BACK); revision--) {
    const before = await store.item(revision === 1 ? original : `${original}~${revision}`);
    if (before?.fingerprint !== undefined) return before;
  }
  return undefined;
}

function fingerprintOf({ title, text }: Reading): string {
  return createHash("sha256").update(`${title}\0${text}`).digest("hex").slice(0, 16);
}

async function judge(
  deps: ReadArticleDeps,
  { item, source, before }: { readonly item: Item; readonly source: Source; readonly before: Item | undefined },
  reading: Reading & { readonly fingerprint: string },
  dates: ReturnType<typeof datesOf>,
): Promise<ReadResult> {
  const { store, watchlist, matcher } = deps;
  const { title, text, url, textFrom, page, pageProblem, fingerprint } = reading;
  const judgement = matcher({ title, text, language: source.language });
  const author = item.author ?? page?.authors?.join(", ");
  const article: ArticleHead = {
    id: item.id,
    source: item.source,
    url,
    title,
    language: judgement.language,
    ...(author === undefined ? {} : { author: cut(author, LONGEST_LINE) }),
    ...(dates.published === undefined ? { dateProblem: dates.dateProblem } : { published: dates.published }),
    day: item.day,
    revision: item.revision,
    textFrom,
    ...(pageProblem === undefined ? {} : { pageProblem }),
  };
  const isMatch = judgement.themes.length + judgement.positions.length > 0;
  const corrects = before?.state === "matched" ? { id: before.id, day: before.day } : undefined;
  if (isMatch) await store.saveArticle({ ...article, text });
  if (isMatch || corrects !== undefined)
    await store.saveMatch({
      article,
      judgement,
      watchlist: watchlist.version,
      ...storyFactsOf({ ...article, text }, watchlist),
      ...(corrects === undefined ? {} : { corrects }),
    });
  const state = isMatch ? "matched" : dates.published === undefined ? "undated-kept" : "below-threshold";
  return await settle(deps, item, state, pageProblem, fingerprint);
}

async function settle(
  { store, log }: ReadArticleDeps,
  item: Item,
  state: EndState,
  reason?: string,
  fingerprint?: string,
): Promise<ReadResult> {
  const end = { state, ...(reason === undefined ? {} : { reason }) };
  if (!(await store.settleItem(item.id, { ...end, ...(fingerprint === undefined ? {} : { fingerprint }) })))
    return { state: "ended-before" };
  if (reason !== undefined && state !== "duplicate" && state !== "stale") {
    await store.countProblem(item.day, { source: item.source, stage: "read", reason });
    log.warn("page not read", { source: item.source, item: item.id, ...end });
  }
  return end;
}

async function putOff(deps: ReadArticleDeps, item: Item, reason: string): Promise<ReadResult> {
  await deps.store.postponeItem(item.id, reason);
  await queueReadings(deps, [item], PUT_OFF_MS);
  return { state: "put-off", reason };
}

/** Queues the reading again for the host's next free slot. No page was asked for, so it does not count as tried. */
async function takeAnotherTurn(deps: ReadArticleDeps, item: Item): Promise<ReadResult> {
  await queueReadings(deps, [item]);
  return { state: "put-off" };
}
