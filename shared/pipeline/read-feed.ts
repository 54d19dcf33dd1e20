import { createHash } from "node:crypto";
import { parseFeed } from "../feeds/parse-feed.ts";
import type { FeedCondition, FeedEntry, FeedListing, FeedSchedule, FeedState, Item, Watchlist } from "../model.ts";
import { challengedBy } from "../polling/challenge-page.ts";
import { freshMs, retryAfterMs } from "../polling/http-waits.ts";
import { identify } from "../web/canonical-url.ts";
import { LONGEST_VALIDATOR } from "./bounds.ts";
import { newItem, type Sighting } from "./new-item.ts";
import type { HttpResponse, Store } from "./ports.ts";
import { REFUSALS } from "./requests.ts";

/** There was no feed in the answer. */
export interface NoFeed {
  readonly condition: FeedCondition;
  readonly problem: string;
  /** How long the outlet asks to be left alone, in milliseconds. */
  readonly askedMs: number;
}

/** The feed is as it was. */
export interface AsBefore extends Answered {
  readonly listing?: undefined;
}

/** The feed was read. */
export interface Listing extends Answered {
  readonly listing: {
    readonly listed: FeedListing;
    /** New and changed ones. */
    readonly items: readonly Item[];
    /** How many entries have an address or a name, and how many of these a date. */
    readonly entries: number;
    readonly dated: number;
    /** Share of entries that were listed before, changed or not; undefined where nothing was listed, then or now. */
    readonly knownShare: number | undefined;
    readonly schedule: FeedSchedule | undefined;
  };
}

interface Answered {
  readonly askedMs: number;
  readonly moved: string | undefined;
  /** What is remembered of a full answer; absent of "not modified". */
  readonly full?: Pick<FeedState, "etag" | "lastModified"> & { readonly body: string };
}

/** What is asked, in which state it was, and by which rules its items are new. */
export interface Asked extends Sighting {
  readonly watchlist: Watchlist;
  readonly before: FeedState | undefined;
  /** Whether validators were sent. */
  readonly isConditional: boolean;
}

/** What an answer says of a feed. What was read last, and came again, is not read again. */
export async function readFeed(
  store: Pick<Store, "feedListing">,
  asked: Asked,
  response: HttpResponse,
): Promise<NoFeed | AsBefore | Listing> {
  const { status, url, headers, body, moved } = response;
  const { now, before, isConditional } = asked;
  if (status === 304 && isConditional) return { askedMs: freshMs(headers, now), moved };
  if (status !== 200) return noFeed(asked, response, `${status} from ${url}`);

  const { etag, "last-modified": lastModified, "content-type": contentType } = headers;
  const full = { ...validatorsOf({ etag, lastModified }), body: fingerprintOf(body) };
  const answered = { askedMs: freshMs(headers, now), moved, full };
  if (full.body === before?.body && before.failures === 0) return answered;

  const parsed = await parseFeed(body, {
    url,
    timeZone: asked.source.timeZone,
    ...(contentType === undefined ? {} : { contentType }),
  });
  if (!parsed.ok) return noFeed(asked, response, parsed.detail);
  const { entries, schedule } = parsed.feed;
  return { ...answered, listing: { ...compare(entries, await store.feedListing(asked.feed), asked), schedule } };
}

function noFeed({ now }: Asked, { status, headers, body, url }: HttpResponse, problem: string): NoFeed {
  const askedMs = status === 429 || status === 503 ? (retryAfterMs(headers, now) ?? 0) : 0;
  const guard = challengedBy(headers, body);
  if (guard !== undefined)
    return {
      condition: "blocked",
      problem: `a question of ${guard} for browsers in place of the feed at ${url}`,
      askedMs,
    };
  const condition = status === 410 ? "gone" : REFUSALS.has(status) ? "blocked" : "failing";
  return { condition, problem, askedMs };
}

/** What of the entries is new or changed since they were listed last. */
function compare(entries: readonly FeedEntry[], before: FeedListing, asked: Asked) {
  const listed: Record<string, string> = {};
  const items: Item[] = [];
  let dated = 0;
  let known = 0;
  for (const entry of entries) {
    const id = identify(entry, asked.feed);
    if (id === undefined || listed[id] !== undefined) continue;
    const fingerprint = fingerprintOf(`${entry.title ?? ""}\0${entry.summary ?? ""}\0${entry.updated ?? ""}`);
    const [revision = "0", last] = before[id]?.split(":") ?? [];
    const isNews = last !== fingerprint;
    const number = isNews ? Number(revision) + 1 : Number(revision);
    listed[id] = `${number}:${fingerprint}`;
    if (isNews) items.push(newItem(entry, id, number, asked));
    if (last !== undefined) known++;
    if (entry.published !== undefined || entry.updated !== undefined) dated++;
  }
  const all = Object.keys(listed).length;
  const knownShare = all === 0 || Object.keys(before).length === 0 ? undefined : known / all;
  return { listed, items, entries: all, dated, knownShare };
}

/** Validators as they are sent back, byte for byte; what is longer than any server's is none. */
function validatorsOf(given: { readonly [K in "etag" | "lastModified"]: string | undefined }) {
  const kept = Object.entries(given).filter(([, value = ""]) => value !== "" && value.length <= LONGEST_VALIDATOR);
  return Object.fromEntries(kept) as Pick<FeedState, "etag" | "lastModified">;
}

/** Of an entry, it changes when the outlet changes what it says of the item. */
function fingerprintOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}
