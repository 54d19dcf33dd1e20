import { readPage } from "../articles/read-page.ts";
import type {
  Article,
  ArticleHead,
  EndState,
  Item,
  Judgement,
  MatchInput,
  PageText,
  Source,
  Watchlist,
} from "../model.ts";
import { between, HOUR, MINUTE } from "../time.ts";
import { canonicalUrl } from "../web/canonical-url.ts";
import { cut, LONGEST_ADDRESS, LONGEST_LINE, LONGEST_TEXT } from "./bounds.ts";
import type { Clock, Fetch, Log, Queue, ReadMessage, Store } from "./ports.ts";
import { queueReading } from "./queue-reading.ts";
import { ask, requestFor } from "./requests.ts";

/** Readings of one page that may be put off before its feed's own text has to do. */
const MOST_ATTEMPTS = 3;
const PUT_OFF_MS = 10 * MINUTE;
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
  readonly state: EndState | "put-off" | "ended-before" | "not-watched";
  readonly reason?: string;
}

/** What asking for a page came to. */
type PageAnswer =
  | { readonly kind: "read"; readonly page: PageText; readonly url: string }
  | { readonly kind: "gone"; readonly reason: string }
  /** The outlet will not, or cannot ever, give us this page. */
  | { readonly kind: "refused"; readonly state: "blocked" | "failed"; readonly reason: string }
  /** It may go better later. */
  | { readonly kind: "unavailable"; readonly reason: string };

/** The text an article will be judged by, and the address that is its own. */
interface Reading extends Pick<Article, "title" | "text" | "url" | "textFrom"> {
  readonly page?: PageText;
  readonly pageProblem?: string;
}

/**
 * Reads one waiting item to its end: page, or the feed's own text where the page cannot be had; language, themes and
 * positions; stored, and the item settled in exactly one state. Safe to repeat at any point.
 */
export async function readArticle(deps: ReadArticleDeps, message: ReadMessage): Promise<ReadResult> {
  const { store, watchlist } = deps;
  const item = await store.item(message.item);
  if (item === undefined || item.state !== "waiting") return { state: "ended-before" };
  const source = watchlist.sources.find(({ id }) => id === item.source);
  if (source === undefined) return await settle(deps, item, "failed", "its source is no longer watched");

  const answer = await askForPage(deps, item, source);
  if (answer.kind === "gone") return await settle(deps, item, "gone", answer.reason);
  if (answer.kind === "unavailable" && item.attempts + 1 < MOST_ATTEMPTS)
    return await putOff(deps, item, answer.reason);

  const reading = readingFrom(item, answer);
  if ("state" in reading) return await settle(deps, item, reading.state, reading.reason);
  const holder = await holderOfAddress(deps, item, reading.url);
  if (holder !== undefined) return await settle(deps, item, "duplicate", `the same article as item ${holder}`);
  const dates = datesOf(deps, item, reading.page);
  if (dates.isStale) return await settle(deps, item, "stale", `dated ${dates.published} by its page`);
  if (await saysNothingNew(store, item, reading))
    return await settle(deps, item, "duplicate", "the correction changed neither title nor text");

  return await judge(deps, item, source, reading, dates);
}

async function askForPage({ fetch, watchlist }: ReadArticleDeps, item: Item, source: Source): Promise<PageAnswer> {
  if (item.url === item.feed) return { kind: "refused", state: "failed", reason: "the feed gives no address for it" };
  const answer = await ask(fetch, requestFor("page", item.url, watchlist.monitor));
  if ("problem" in answer) return { kind: "unavailable", reason: answer.problem };
  const { status, url, headers, body } = answer.response;
  const reason = `${status} from ${url}`;
  if (status === 410) return { kind: "gone", reason };
  if (REFUSALS.has(status)) return { kind: "refused", state: "blocked", reason };
  if (status === 429 || status >= 500) return { kind: "unavailable", reason };
  if (status !== 200) return { kind: "refused", state: "failed", reason };
  const contentType = headers["content-type"];
  const page = readPage(body, {
    url,
    timeZone: source.timeZone,
    ...(contentType === undefined ? {} : { contentType }),
  });
  if (page === undefined) return { kind: "refused", state: "failed", reason: `no article text on ${url}` };
  return { kind: "read", page, url };
}

/** Statuses by which an outlet says that we may not read (RFC 9110 §15.5; 451 is RFC 7725). */
const REFUSALS = new Set([401, 402, 403, 451]);

/** The page's text, or the feed's own, or why there is neither. */
function readingFrom(
  item: Item,
  answer: Exclude<PageAnswer, { kind: "gone" }>,
): Reading | { readonly state: EndState; readonly reason: string } {
  if (answer.kind === "read") {
    const { page, url } = answer;
    return {
      title: item.title || cut(page.title ?? "", LONGEST_LINE),
      text: cut(page.text, LONGEST_TEXT),
      url: ownAddress(page.canonical, url),
      textFrom: "page",
      page,
    };
  }
  const text = item.content ?? item.summary;
  if (text === undefined) return { state: answer.kind === "refused" ? answer.state : "failed", reason: answer.reason };
  return {
    title: item.title,
    text,
    url: item.url,
    textFrom: "feed",
    pageProblem: answer.reason,
  };
}

/** The address the page gives as its own, where that is believable: on the same host and not the front page. */
function ownAddress(canonical: string | undefined, url: string): string {
  const address = canonicalUrl(url) ?? url;
  if (canonical === undefined || canonical.length > LONGEST_ADDRESS) return address;
  const [own, asked] = [new URL(canonical), new URL(address)];
  return own.pathname !== "/" && bareHost(own) === bareHost(asked) ? canonical : address;
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^(www|m|amp)\./u, "");
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

/** True when a correction left the article as its previous revision was. */
async function saysNothingNew(store: Store, item: Item, { title, text }: Reading): Promise<boolean> {
  if (item.revision === 1) return false;
  const [original = item.id] = item.id.split("~");
  const before = await store.article(item.revision === 2 ? original : `${original}~${item.revision - 1}`);
  return before?.title === title && before.text === text;
}

async function judge(
  deps: ReadArticleDeps,
  item: Item,
  source: Source,
  reading: Reading,
  dates: ReturnType<typeof datesOf>,
): Promise<ReadResult> {
  const { store, watchlist, matcher } = deps;
  const { title, text, url, textFrom, page, pageProblem } = reading;
  const judgement = matcher({ title, text, language: source.language });
  const author = item.author ?? page?.author;
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
  await store.saveArticle({ ...article, text });
  const isMatch = judgement.themes.length + judgement.positions.length > 0;
  if (isMatch) await store.saveMatch({ article, judgement, watchlist: watchlist.version });
  const state = isMatch ? "matched" : dates.published === undefined ? "undated-kept" : "below-threshold";
  return await settle(deps, item, state, pageProblem);
}

async function settle(
  { store, log }: ReadArticleDeps,
  item: Item,
  state: EndState,
  reason?: string,
): Promise<ReadResult> {
  const end = { state, ...(reason === undefined ? {} : { reason }) };
  if (!(await store.settleItem(item.id, end))) return { state: "ended-before" };
  if (reason !== undefined && state !== "duplicate" && state !== "stale") {
    await store.countProblem(item.day, { source: item.source, stage: "read", reason });
    log.warn("page not read", { source: item.source, item: item.id, ...end });
  }
  return end;
}

async function putOff(deps: ReadArticleDeps, item: Item, reason: string): Promise<ReadResult> {
  await deps.store.postponeItem(item.id, reason);
  await queueReading(deps, item, PUT_OFF_MS);
  return { state: "put-off", reason };
}
