/**
 * What the use cases need of the world. A laptop answers with SQLite and a folder (cli/local), AWS with DynamoDB, SQS
 * and S3 (functions/aws); one conformance suite (test/conformance) holds both to what is said here.
 */
import type {
  Article,
  CountedItem,
  FeedCondition,
  FeedListing,
  FeedState,
  Instant,
  Item,
  ItemEnd,
  LocalDate,
  Match,
  PollOutcome,
  PollTally,
  Problem,
  RunReport,
  WaitingItem,
} from "../model.ts";

/** Tells the time. */
export type Clock = () => Instant;

// ── HTTP ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface HttpRequest {
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where there is one it is posted, and a redirect is an answer like any other: a body is not sent on elsewhere. */
  readonly body?: string;
  /** Body bytes, after decompression, past which the answer is given up. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** Names in lower case; a repeated header's values joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly body: Uint8Array;
  /** Where the address asked for has moved for good: as far as redirects were permanent (RFC 9110 §15.4.2, §15.4.9). */
  readonly moved?: string;
}

/** Rejects with an `HttpError` when there is no answer to speak of; any status is an answer. */
export type Fetch = (request: HttpRequest) => Promise<HttpResponse>;

/** No usable answer: name not found, refused, reset, timed out, too large, too many redirects. */
export class HttpError extends Error {
  override readonly name = "HttpError";
}

// ── Store ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * What is remembered. Records come back as they were saved: fields that were absent are absent. Texts are ordered by
 * their UTF-16 code units. Unless said otherwise, what was written is read.
 */
export interface Store {
  feedState(feed: string): Promise<FeedState | undefined>;
  /** All feeds that were ever asked, in no promised order. May lag a moment behind what was just written. */
  feedStates(): Promise<readonly FeedState[]>;
  saveFeedState(state: FeedState): Promise<void>;
  /** Empty where none was saved. */
  feedListing(feed: string): Promise<FeedListing>;
  saveFeedListing(feed: string, listing: FeedListing): Promise<void>;

  /**
   * Reserves the host's next free slots, `spacingMs` apart: returns the first, the later of `earliest` and the last slot
   * given plus `spacingMs`; undefined, reserving nothing, where that is after `latest`. Atomic: two callers never get
   * slots closer than `spacingMs`.
   */
  reserveSlots(host: string, wanted: SlotsWanted): Promise<Instant | undefined>;
  /** The last slot given of every host that has any. */
  hostSlots(): Promise<ReadonlyMap<string, Instant>>;
  /** Lets the host alone until then: slots come after it, and `hostRest` tells those who have one already. Never shortened. */
  restHost(host: string, until: Instant): Promise<void>;
  /** Until when the host is to be let alone; may have passed. */
  hostRest(host: string): Promise<Instant | undefined>;

  robots(origin: string): Promise<RobotsRecord | undefined>;
  saveRobots(record: RobotsRecord): Promise<void>;

  /** Remembers a new item, waiting or ended; false, changing nothing, when its id is known already. */
  rememberItem(item: Item): Promise<boolean>;
  item(id: string): Promise<Item | undefined>;
  /** Counts one more put-off reading of a waiting item, and why. No effect on an item that has ended. */
  postponeItem(id: string, reason: string): Promise<void>;
  /** Ends a waiting item. False, changing nothing, when it is unknown or has ended before. */
  settleItem(id: string, end: ItemEnd): Promise<boolean>;
  /**
   * Items still waiting that were first seen before `before`, oldest first and then by id, `limit` at most. May lag a
   * moment behind what was just written.
   */
  waitingItems(before: Instant, limit: number): Promise<readonly WaitingItem[]>;
  /** All items of a day, ordered by id. May lag a moment behind what was just written. */
  itemsOfDay(day: LocalDate): Promise<readonly CountedItem[]>;

  /** Claims an article's canonical address for an item; returns the id of the item that holds it (the first to claim). */
  claimAddress(url: string, item: string): Promise<string>;
  saveArticle(article: Article): Promise<void>;
  article(id: string): Promise<Article | undefined>;
  /** Saves (or replaces) what was found in one article under the article's day. */
  saveMatch(match: Match): Promise<void>;
  /** All matches of a day, ordered by article id. */
  matchesOfDay(day: LocalDate): Promise<readonly Match[]>;

  /** Adds one poll to the feed's tally of the day. */
  countPoll(poll: {
    readonly day: LocalDate;
    readonly feed: string;
    readonly source: string;
    readonly outcome: PollOutcome;
    readonly condition: FeedCondition;
    readonly newItems: number;
    readonly reason?: string;
  }): Promise<void>;
  /** The day's tallies, ordered by feed. */
  pollsOfDay(day: LocalDate): Promise<readonly PollTally[]>;
  /** Counts one more occurrence of a problem on a day. */
  countProblem(day: LocalDate, problem: Problem): Promise<void>;
  /** The day's problems with how often each occurred, ordered by source, stage, reason. */
  problemsOfDay(day: LocalDate): Promise<readonly (Problem & { readonly times: number })[]>;

  saveRun(report: RunReport): Promise<void>;
  /** The latest runs, newest first. */
  runs(limit: number): Promise<readonly RunReport[]>;

  /** Records that an edition was published. False, changing nothing, when that revision (1 or more) is recorded already. */
  recordEdition(record: EditionRecord): Promise<boolean>;
  /** The newest revision of every edition, newest day first, `limit` at most. */
  editions(limit: number): Promise<readonly EditionRecord[]>;
  /** The newest revision of one day's edition. */
  edition(date: LocalDate): Promise<EditionRecord | undefined>;

  /** Notes that a channel needs no more of this revision. Noted again, it stands there once. */
  markDelivered(mark: DeliveryMark): Promise<void>;
  /** The marks of one day's edition, ordered by revision and then by channel. */
  deliveriesOf(date: LocalDate): Promise<readonly DeliveryMark[]>;
}

export interface SlotsWanted {
  readonly earliest: Instant;
  /** Of the first slot. */
  readonly latest: Instant;
  readonly spacingMs: number;
  readonly count: number;
}

/** What an origin (`https://steppe-post.example`) lets robots read. */
export interface RobotsRecord {
  readonly origin: string;
  /** When it was last asked. */
  readonly asked: Instant;
  /** The rules of its robots.txt; empty where it has none. Absent where they were never to be had. */
  readonly rules?: string;
  /** Why there was no answer to speak of when it was last asked. */
  readonly problem?: string;
}

/** What is remembered of a published edition: enough for the archive, and to know whether it changed. */
export interface EditionRecord {
  readonly date: LocalDate;
  /** 1 for the first publication after the day's end, then 2, 3 …; 0 while the day is not over (replaceable). */
  readonly revision: number;
  /** SHA-256 of the edition object, hexadecimal. */
  readonly digest: string;
  readonly watchlist: string;
  readonly items: number;
  readonly matched: number;
  readonly for: number;
  readonly against: number;
}

/** A revision of an edition that a channel has had, or that has nothing new for it. */
export interface DeliveryMark {
  readonly date: LocalDate;
  readonly revision: number;
  /** One reader's address, or one chat: `email:analyst@example.org`. */
  readonly channel: string;
  /** Fingerprint of how many articles spoke for, against and of each position. */
  readonly balance: string;
}

// ── Queues ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** At least once, in no promised order. Messages are plain JSON. */
export interface Queue<Message> {
  /** Rejects where one was not taken; others of the same call may have been. */
  send(messages: readonly Sending<Message>[]): Promise<void>;
}

export interface Sending<Message> {
  readonly message: Message;
  /** LONGEST_DELAY_MS at most: the least time before delivery. */
  readonly delayMs?: number;
}

export interface PollMessage {
  readonly feed: string;
}

export interface ReadMessage {
  readonly item: string;
  /** Host of the item's address: readings of one host are not done side by side. */
  readonly host: string;
}

// ── Objects ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Named byte strings: the published site, or the uploaded watchlist. Keys are relative paths with `/`. */
export interface ObjectStore {
  /** Writes or replaces the object, whole. */
  put(key: string, body: string | Uint8Array, contentType: string): Promise<void>;
  /** The body as bytes, or undefined where there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Keys that start with `prefix`, ordered by their UTF-16 code units. */
  list(prefix: string): Promise<readonly string[]>;
}

// ── Delivery ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Email {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands what it is given over to be sent on. Rejects with a `DeliveryError`, whatever went wrong. */
export interface Messenger {
  sendEmail(email: Email): Promise<void>;
  /** Posts to the watchlist's webhook, whose secret address only the messenger knows. */
  postMessage(body: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Not delivered. The message is published among a day's problems: it names no reader and no secret. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
}

// ── Log ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Structured: one event name and its facts. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
}
