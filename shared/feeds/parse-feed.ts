import Parser from "rss-parser";
import type { FeedEntry, FeedSchedule } from "../model.ts";
import { canonicalUrl } from "../web/canonical-url.ts";
import { decodeText } from "../web/decode-text.ts";
import { parseDate } from "../web/parse-date.ts";
import { plainLine, plainText } from "../web/plain-text.ts";
import { normaliseFeed } from "./normalise-feed.ts";

/** Where the bytes came from, and how to read what they leave open. */
export interface FeedOrigin {
  /** Absolute; relative links are resolved against it, or, where it is not on the web, against the feed's own address. */
  readonly url: string;
  /** The HTTP `Content-Type`. */
  readonly contentType?: string;
  /** IANA zone of dates that name none. */
  readonly timeZone: string;
}

export interface Feed {
  readonly title?: string;
  /** When the outlet wants it to be asked for again. */
  readonly schedule?: FeedSchedule;
  readonly entries: readonly FeedEntry[];
}

export type FeedResult =
  | { readonly ok: true; readonly feed: Feed }
  | {
      readonly ok: false;
      readonly reason: "empty" | "html" | "not-a-feed";
      /** In a line, for people. */
      readonly detail: string;
      /** Absolute addresses of the feeds that a web page in the feed's place advertises. */
      readonly advertised: readonly string[];
    };

/** Fields beyond RSS 2.0 that the normalised feed carries. */
interface Extra {
  readonly original?: string;
  readonly updated?: string;
  readonly "content:encoded"?: string;
  readonly authors?: readonly string[];
}

const parser = new Parser<Record<never, never>, Extra>({
  customFields: { item: ["original", "updated", "content:encoded", ["dc:creator", "authors", { keepArray: true }]] },
});

/** What is read of a document: twice what is asked for over the network. In bytes. */
export const MOST_FEED_BYTES = 10_000_000;

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom, JSON Feed, CDF and news site maps. rss-parser does the parsing; before it stands a door that decodes the bytes and
 * rewrites any dialect, however broken, as plain RSS 2.0, and after it a strict reading of dates, links and markup.
 */
export async function parseFeed(bytes: Uint8Array, origin: FeedOrigin): Promise<FeedResult> {
  const { text } = decodeText(bytes.subarray(0, MOST_FEED_BYTES), origin.contentType, "xml");
  const normalised = normaliseFeed(text, origin.url);
  if ("reason" in normalised) {
    const { reason, advertised } = normalised;
    return { ok: false, reason, detail: detailOf(reason, origin.url, advertised), advertised };
  }
  const { title, items } = await parser.parseString(normalised.rss);
  const name = plainLine(title ?? "");
  const { schedule } = normalised;
  return {
    ok: true,
    feed: {
      ...(name === "" ? {} : { title: name }),
      ...(schedule === undefined ? {} : { schedule }),
      entries: items.map((item) => entryOf(item, origin.timeZone)),
    },
  };
}

function entryOf(item: Parser.Item & Extra, timeZone: string): FeedEntry {
  const authors = (item.authors ?? []).map(nameOf).filter((name) => name !== "");
  return present({
    guid: item.guid,
    url: canonicalUrl(item.original ?? "") ?? canonicalUrl(item.link ?? ""),
    link: item.link,
    title: plainLine(item.title ?? ""),
    summary: plainText(item.content ?? ""),
    content: plainText(item["content:encoded"] ?? ""),
    author: authors.join(", "),
    authors: authors.length === 0 ? undefined : authors,
    published: item.pubDate === undefined ? undefined : parseDate(item.pubDate, timeZone),
    updated: item.updated === undefined ? undefined : parseDate(item.updated, timeZone),
  });
}

/** Leaves out what is empty: absent fields are absent. */
function present(fields: { readonly [K in keyof FeedEntry]: FeedEntry[K] | undefined }): FeedEntry {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
}

/** The name in what RSS has as `address (name)`. */
function nameOf(author: string): string {
  const line = plainLine(author);
  return /^[^\s@]+@[^\s@]+ \(([^()]+)\)$/u.exec(line)?.[1] ?? line;
}

function detailOf(reason: "empty" | "html" | "not-a-feed", url: string, advertised: readonly string[]): string {
  if (reason === "empty") return `nothing in the answer from ${url}`;
  if (reason === "not-a-feed") return `neither RSS, Atom, RDF, JSON Feed nor a news site map at ${url}`;
  const hint = advertised.length === 0 ? "" : `; it advertises ${advertised.join(", ")}`;
  return `a web page, not a feed, at ${url}${hint}`;
}
