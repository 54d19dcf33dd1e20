/**
 * The words of the program as types: plain, readonly, serialisable as JSON.
 * Nothing here does anything; every other module of `shared/` speaks in these terms.
 */

/** A point in time: ISO 8601 in UTC with milliseconds, e.g. `2026-02-10T04:12:00.000Z`. Sorts as text. */
export type Instant = string;

/** A calendar day in the watchlist's time zone, e.g. `2026-02-10`. Sorts as text. */
export type LocalDate = string;

/** Languages whose press Mizan reads (ISO 639-1). Uzbek and Kazakh are each read in both of their scripts. */
export const LANGUAGES = ["ru", "en", "kk", "uz", "ky", "tg", "tk"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages Mizan can name: those it reads, the neighbours it tells apart from them, and `und` when it cannot say. */
export const LANGUAGE_TAGS = [...LANGUAGES, "tr", "az", "tt", "uk", "be", "zh", "und"] as const;
export type LanguageTag = (typeof LANGUAGE_TAGS)[number];

/** Under which names are written down: a language, or a language in its other script (BCP 47). */
export const NAME_TAGS = ["ru", "en", "kk", "kk-Latn", "uz", "uz-Cyrl", "ky", "tg", "tk"] as const;
export type NameTag = (typeof NAME_TAGS)[number];

/** Languages the digest itself is written in. */
export const DIGEST_LANGUAGES = ["ru", "en", "kk", "uz"] as const;
export type DigestLanguage = (typeof DIGEST_LANGUAGES)[number];

/** One wording for each language of the digest; where one is wanting, the digest says it in Russian. */
export type Wording = Readonly<{ ru: string; en: string } & Partial<Record<DigestLanguage, string>>>;

// ── Watchlist: everything under watch/ ────────────────────────────────────────────────────────────────────────────

export interface Watchlist {
  /** First 12 hexadecimal digits of the SHA-256 over all files: names what an edition was judged by. */
  readonly version: string;
  readonly monitor: Monitor;
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  /** Word lists that the queries of all dossiers refer to as `@id`, beside the entities. */
  readonly words: readonly WordList[];
  readonly dossiers: readonly Dossier[];
  /**
   * Which words mean alike, within a language and between languages: a line for each sense,
   * `class/name | ru: слово … | en: word … | …`. As text, since only what reads articles has a use for it.
   */
  readonly thesaurus: string;
}

/** Who may read the published pages: whoever knows the password, or everyone. */
export const SITE_ACCESS = ["password", "public"] as const;
export type SiteAccess = (typeof SITE_ACCESS)[number];

export interface Monitor {
  readonly title: Wording;
  /** IANA name; days, the publishing hour and dates without a zone are read in it. */
  readonly timeZone: string;
  /** Local time of day at which the edition of the day before is published, `HH:MM`. */
  readonly publishAt: string;
  /** Languages of the digest; the first is the one a reader meets first. */
  readonly languages: readonly DigestLanguage[];
  readonly polling: {
    /** How often a feed with much news is asked again, in milliseconds; others are asked less (shared/polling). */
    readonly everyMs: number;
    /** Least time between two requests to one host, in milliseconds. */
    readonly hostSpacingMs: number;
    /** An item older than this when first seen is stale and not read, in milliseconds. */
    readonly freshMs: number;
    /** Where an outlet's administrator can write to; sent in the User-Agent. */
    readonly contact: string;
  };
  /** How long articles and matches are kept, in days. */
  readonly retentionDays: number;
  /** Least confidence, 0 to 1, at which a theme is reported, and at which a relation is more than `mentions`. */
  readonly thresholds: { readonly theme: number; readonly relation: number };
  /** Of the site on AWS; a laptop's folder has no readers but its owner. */
  readonly site: { readonly access: SiteAccess };
  /** Where a finished day's digest is sent besides, on AWS only; nowhere unless asked for. */
  readonly deliver?: Delivery;
}

/** What chats take: Slack's mrkdwn, which others read as well, or Telegram's HTML. */
export const MESSAGE_FORMATS = ["slack", "telegram"] as const;

export interface Delivery {
  readonly email?: {
    /** An address that the mail service knows to be ours. */
    readonly from: string;
    /** Each is written to by itself, and learns of no other. */
    readonly to: readonly string[];
    readonly language: DigestLanguage;
  };
  readonly webhook?: Webhook;
}

/** A chat that takes messages at an address of its own. That address is a secret, and no part of the watchlist. */
export type Webhook = { readonly language: DigestLanguage } & (
  | { readonly format: "slack" }
  /** `chat` is Telegram's `chat_id`: a number, or the name of a public channel with its `@`. */
  | { readonly format: "telegram"; readonly chat: string }
);

export type Ownership = "state" | "private" | "foreign";

/** An outlet. */
export interface Source {
  readonly id: string;
  readonly name: string;
  /** Seat of the outlet, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The language it usually writes in: the prior for language identification. */
  readonly language: Language;
  readonly ownership: Ownership;
  /** Zone of its dates that name none. */
  readonly timeZone: string;
  /** Addresses of its feeds. An address is the feed's identity. */
  readonly feeds: readonly string[];
  /** Where its pages keep what they say; absent where Mizan finds it without being told. */
  readonly page?: PageSelectors;
}

/** CSS selectors of the parts of an outlet's pages. One that matches nothing leaves the part to be found as ever. */
export interface PageSelectors {
  readonly title?: string;
  readonly text?: string;
  readonly authors?: string;
  readonly published?: string;
  /** What is no part of the text. */
  readonly remove?: string;
}

export type EntityKind = "person" | "state" | "city" | "organisation" | "format" | "place";

/** A named thing of the region, with its names (base forms) in each language and script. */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly names: Readonly<Partial<Record<NameTag, readonly string[]>>>;
  /** Adjectives that name the actor ("kazakhstani"), in base form. */
  readonly adjectives: Readonly<Partial<Record<NameTag, readonly string[]>>>;
}

/** One interview, read: what it is about and what it claims. */
export interface Dossier {
  readonly id: string;
  readonly title: Wording;
  readonly interview: Interview;
  /** Word lists for its own queries alone. */
  readonly words: readonly WordList[];
  readonly themes: readonly Theme[];
  readonly positions: readonly Position[];
  /** Absent until `npm run calibrate` has learnt from examples and other labelled text. */
  readonly learnt?: Learnt;
}

/**
 * What labelled text taught of a dossier: by how much each trait of a text changes the log-odds of each sum. The sums are, in
 * this order: each theme; speaking to any position at all, and to each; `for` over `against`, in general and what each
 * position adds to that; and a mention over either side, likewise.
 */
export interface Learnt {
  /** By their ids. */
  readonly themes: readonly string[];
  readonly positions: readonly string[];
  /** Of each sum. */
  readonly bias: readonly number[];
  /**
   * A line for each trait (`shared/matching/traits.ts`), and in it pairs of the number of a sum and what the trait adds
   * there, in hundredths. As text, since only what reads articles has a use for it.
   */
  readonly weights: string;
}

export interface Interview {
  readonly speaker: Wording;
  readonly role: Wording;
  readonly outlet: string;
  readonly url: string;
  /** When it appeared, as precisely as known: `2025-11` or `2025-11-15`. */
  readonly published: string;
  readonly language: Language;
  /** The interviewer's questions, in order, in our wording. */
  readonly questions: readonly Question[];
}

export interface Question {
  readonly id: string;
  readonly about: Wording;
}

/** One idea in the words of each language; each entry is an expression of the query language, any of them counts. */
export interface WordList {
  readonly id: string;
  readonly terms: Readonly<Partial<Record<Language | "any", readonly string[]>>>;
}

/** What an article can be about: a watched topic. */
export interface Theme {
  readonly id: string;
  readonly name: Wording;
  /** What counts, for people. */
  readonly about: Wording;
  /** A query of the query language; see docs/query-language.md. */
  readonly query: string;
}

/** A claim an article can speak for or against. */
export interface Position {
  readonly id: string;
  readonly themes: readonly string[];
  /** Id of the interview's question it answers. */
  readonly question: string;
  readonly statement: Wording;
  /** What a sentence must speak of for this position to be in play. */
  readonly subject: string;
  /** What a sentence says when it speaks for the claim, and when against: queries over one sentence. */
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** Sentences as a journalist would write them, in any language, by the relation they have to the claim: `npm run calibrate` learns from them. */
  readonly examples?: Readonly<Record<Relation, readonly string[]>>;
}

// ── Items, articles, matches ──────────────────────────────────────────────────────────────────────────────────────

/** Where an item can end. Every item seen ends in exactly one of these; until then it is `waiting`. */
export const END_STATES = [
  "matched",
  "below-threshold",
  "duplicate",
  "stale",
  "undated-kept",
  "blocked",
  "failed",
  "gone",
] as const;
export type EndState = (typeof END_STATES)[number];
export const ITEM_STATES = ["waiting", ...END_STATES] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** One entry of a feed as the parser gives it: absent fields are absent. */
export interface FeedEntry {
  /** The feed's own identifier (guid, atom:id, rdf:about). */
  readonly guid?: string;
  /** Canonical address: absolute, tracking parameters removed. */
  readonly url?: string;
  /** The link as the feed has it, absolute wherever the feed's own address is. */
  readonly link?: string;
  /** Plain text: markup and entities resolved. */
  readonly title?: string;
  /** Plain text. */
  readonly summary?: string;
  /** The full text where the feed carries it, plain, paragraphs parted by blank lines. */
  readonly content?: string;
  /** All of the authors, in one line. */
  readonly author?: string;
  /** The same, one by one. */
  readonly authors?: readonly string[];
  readonly published?: Instant;
  readonly updated?: Instant;
}

/** What a feed lists, as remembered. */
export interface Item {
  /** 16 hexadecimal digits of the SHA-256 of the canonical URL (or guid); a correction's id ends in `~2`, `~3` …. */
  readonly id: string;
  readonly source: string;
  readonly feed: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly content?: string;
  readonly author?: string;
  /** Absent where the feed gives none that can be believed; `dateProblem` says why. */
  readonly published?: Instant;
  readonly dateProblem?: DateProblem;
  readonly firstSeen: Instant;
  /** The day whose edition it belongs to: the local day on which it was first seen. */
  readonly day: LocalDate;
  /** 1, or more for what the outlet changed after we first saw it. */
  readonly revision: number;
  readonly state: ItemState;
  /** Why it ended as it did, where there is more to say: `503 from https://…`. */
  readonly reason?: string;
  /** How often reading it was tried and put off. */
  readonly attempts: number;
  /** Fingerprint of title and text as they were judged: a correction that has the same says nothing new. */
  readonly fingerprint?: string;
}

/** What a waiting item comes to. */
export interface ItemEnd extends Pick<Item, "reason" | "fingerprint"> {
  readonly state: EndState;
}

/** What an edition counts of an item. */
export type CountedItem = Pick<Item, "id" | "source" | "state">;

/** What it takes to queue the reading of an item. */
export type WaitingItem = Pick<Item, "id" | "url">;

/** Why an item has no date to believe: none that can be read, or one more than an hour ahead of the clock. */
export type DateProblem = "missing" | "future";

/** What a page says about its article: absent fields are absent. */
export interface PageFacts {
  /** Without the outlet's name. */
  readonly title?: string;
  /** People, not the outlet. */
  readonly authors?: readonly string[];
  readonly published?: Instant;
  readonly updated?: Instant;
  /** What the article is written in, as a BCP 47 language without script or region. */
  readonly language?: string;
  /** The article's own address, also where the page is its AMP or print variant. */
  readonly canonical?: string;
  /** Address of the lead image. */
  readonly image?: string;
}

/** A page whose article could be read. */
export interface PageText extends PageFacts {
  /** Main text, paragraphs parted by blank lines. */
  readonly text: string;
}

/** A page that does not show its article, or has none. */
export interface PageStub extends PageFacts {
  /** Why, in words that "on <address>" can follow. */
  readonly problem: string;
}

/** An article as judged, and stored where something was found in it. Evidence offsets count UTF-16 code units of exactly these `title` and `text`. */
export interface Article {
  readonly id: string;
  readonly source: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly language: LanguageTag;
  readonly author?: string;
  readonly published?: Instant;
  readonly dateProblem?: DateProblem;
  readonly day: LocalDate;
  readonly revision: number;
  /** Where `text` comes from: the page, or the feed because the page could not be had (`pageProblem` says why). */
  readonly textFrom: "page" | "feed";
  readonly pageProblem?: string;
}

/** An article without its text: what an edition says of it. */
export type ArticleHead = Omit<Article, "text">;

/** In the order in which a digest speaks of them. */
export const RELATIONS = ["for", "against", "mentions"] as const;
export type Relation = (typeof RELATIONS)[number];

/** A verbatim span: `article[field].slice(start, end) === quote`, in UTF-16 code units. */
export interface Evidence {
  readonly field: "title" | "text";
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface ThemeMatch {
  readonly theme: string;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

export interface PositionEvidence extends Evidence {
  readonly relation: Relation;
  /** Who says it, where the text names one; never the outlet. */
  readonly speaker?: string;
}

export interface PositionMatch {
  readonly position: string;
  readonly relation: Relation;
  readonly confidence: number;
  readonly evidence: readonly PositionEvidence[];
}

/** What the matcher says of one article. Ids of themes and positions are unique over all dossiers of a watchlist. */
export interface Judgement {
  readonly language: LanguageTag;
  readonly themes: readonly ThemeMatch[];
  readonly positions: readonly PositionMatch[];
}

/** What the matcher reads. */
export interface MatchInput {
  readonly title?: string;
  readonly text: string;
  /** Known beforehand, or to be identified with this prior. */
  readonly language?: LanguageTag;
}

/** What was found in an article, as stored for the edition of its day; the evidence quotes what it needs of the text. */
export interface Match {
  readonly article: ArticleHead;
  readonly judgement: Judgement;
  /** Version of the watchlist it was judged by. */
  readonly watchlist: string;
  /** What tells its reprints and its story from others, packed (`shared/stories/pack-sketch.ts`). */
  readonly sketch?: string;
  /** Whom its text names as where the news is from (`shared/stories/agencies.ts`). */
  readonly credited?: string;
  /** Of a correction: the article as it was found before, and the day whose edition has it. Then nothing may be found in it. */
  readonly corrects?: Pick<Article, "id" | "day">;
}

// ── Polls, problems, runs ─────────────────────────────────────────────────────────────────────────────────────────

/**
 * How a feed is, as its last poll found it; the first that holds, from the last: news; nothing new; it lists nothing; it
 * dates nothing; nothing new for five times its usual interval; it moved for good; the outlet keeps us out; there was
 * no feed to read; it was taken down for good.
 */
export const FEED_CONDITIONS = [
  "fine",
  "unchanged",
  "empty",
  "undated",
  "stale",
  "redirected",
  "blocked",
  "failing",
  "gone",
] as const;
export type FeedCondition = (typeof FEED_CONDITIONS)[number];

/** What a feed says of when to ask it again. */
export interface FeedSchedule {
  /** Least time between two polls, in milliseconds (RSS `ttl`, the syndication module's `sy:updatePeriod`). */
  readonly everyMs?: number;
  /** Hours of the day, 0 to 23 in UTC, and days of the week, 0 for Sunday, on which it is not to be asked. */
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly number[];
}

/** New items of a feed, day by day. */
export interface FeedVolume {
  /** The last day that is counted, in the watchlist's time zone. */
  readonly day: LocalDate;
  /** One number for each day up to that one, the oldest first, for five weeks and a day at most. */
  readonly counts: readonly number[];
}

/** What is remembered of a feed between two polls. */
export interface FeedState {
  readonly feed: string;
  /** Validators of the last full answer, byte for byte. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Beginning of the SHA-256 of what the last full answer held; the same again is not read again. */
  readonly body?: string;
  /** When the last full answer came. */
  readonly fullAt?: Instant;
  /** No validators are sent before: the outlet said that nothing had changed where something had. */
  readonly askInFullUntil?: Instant;
  readonly lastPoll: Instant;
  readonly nextPoll: Instant;
  /** Failures in a row; 0 when the last poll went well. */
  readonly failures: number;
  readonly condition?: FeedCondition;
  /** Why it fails, or is blocked or gone. */
  readonly reason?: string;
  /** How long it is left alone by how much of it is news each time, in milliseconds. */
  readonly intervalMs?: number;
  /** As the last feed that was read has it. */
  readonly schedule?: FeedSchedule;
  /** When it last listed something new. */
  readonly newsAt?: Instant;
  /** When nothing of what it listed was known, so that items between two polls may have been lost. */
  readonly lostAt?: Instant;
  /** Where it says that it has moved for good, and in how many answers in a row. */
  readonly moved?: { readonly to: string; readonly times: number };
  readonly volume?: FeedVolume;
  /** What the day's edition tells of the feed already: a poll that says the same is not counted again. */
  readonly told?: string;
}

/** Items of a feed's last listing with news, id → `<revision>:<fingerprint>`: what is not in here is new or changed. */
export type FeedListing = Readonly<Record<string, string>>;

/** Something new or changed was listed; nothing was (a 304 among them); there was no feed to read. */
export const POLL_OUTCOMES = ["fetched", "unchanged", "failed"] as const;
export type PollOutcome = (typeof POLL_OUTCOMES)[number];

/** One feed's polls over one local day, added up: those after which the day's edition says something else of it. */
export interface PollTally {
  readonly day: LocalDate;
  readonly feed: string;
  readonly source: string;
  readonly fetched: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly newItems: number;
  /** How the last poll found it, and what was wrong. */
  readonly last: FeedCondition;
  readonly reason?: string;
}

export const STAGES = ["poll", "list", "read", "match", "publish", "watchlist"] as const;
export type Stage = (typeof STAGES)[number];

/** Something that went wrong with one source, and did not stop the run. */
export interface Problem {
  readonly source: string;
  readonly stage: Stage;
  readonly reason: string;
}

/** What one run of the program did. */
export interface RunReport {
  readonly started: Instant;
  readonly finished: Instant;
  readonly watchlist: string;
  readonly polls: Readonly<Record<PollOutcome, number>>;
  readonly newItems: number;
  readonly states: Readonly<Partial<Record<ItemState, number>>>;
  readonly problems: readonly Problem[];
  readonly editions: readonly LocalDate[];
}
