import Parser from "rss-parser";
import type { FeedEntry } from "../model.ts";
import { canonicalUrl } from "../web/canonical-url.ts";
import { decodeText } from "../web/decode-text.ts";
import { parseDate } from "../web/parse-date.ts";
import { plainLine, plainText } from "../web/plain-text.ts";
import { normaliseFeed } from "./normalise-feed.ts";

/** Where the bytes came from, and how to read what they leave open. */
export interface FeedOrigin {
  /** Absolute; relative links are resolved against it. */
  readonly url: string;
  /** The HTTP `Content-Type`. */
  readonly contentType?: string;
  /** IANA zone of dates that name none. */
  readonly timeZone: string;
}

export interface Feed {
  readonly title?: string;
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
  readonly updated?: string;
  readonly "content:encoded"?: string;
}

const parser = new Parser<Record<never, never>, Extra>({ customFields: { item: ["updated", "content:encoded"] } });

/**
 * Reads RSS 0.9x to 2.0, RDF and Atom. rss-parser does the parsing; before it stands a door that decodes the bytes and
 * rewrites any dialect, however broken, as plain RSS 2.0, and after it a strict reading of dates, links and markup.
 */
export async function parseFeed(bytes: Uint8Array, origin: FeedOrigin): Promise<FeedResult> {
  const { text } = decodeText(bytes, origin.contentType, "xml");
  const normalised = normaliseFeed(text, origin.url);
  if ("reason" in normalised) {
    const advertised = normalised.advertised.flatMap((address) => canonicalUrl(address, origin.url) ?? []);
    return {
      ok: false,
      reason: normalised.reason,
      detail: detailOf(normalised.reason, origin.url, advertised),
      advertised,
    };
  }
  const { title, items } = await parser.parseString(normalised.rss);
  const name = plainLine(title ?? "");
  return {
    ok: true,
    feed: { ...(name === "" ? {} : { title: name }), entries: items.map((item) => entryOf(item, origin.timeZone)) },
  };
}

function entryOf(item: Parser.Item & Extra, timeZone: string): FeedEntry {
  const content = plainText(item["content:encoded"] ?? "");
  return present({
    guid: item.guid,
    url: item.link === undefined ? undefined : canonicalUrl(item.link),
    title: plainLine(item.title ?? ""),
    summary: plainText(item.content ?? ""),
    content,
    author: plainLine(item.creator ?? ""),
    published: item.pubDate === undefined ? undefined : parseDate(item.pubDate, timeZone),
    updated: item.updated === undefined ? undefined : parseDate(item.updated, timeZone),
  });
}

/** Leaves out what is empty: absent fields are absent. */
function present(fields: { readonly [K in keyof FeedEntry]: string | undefined }): FeedEntry {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
}

function detailOf(reason: "empty" | "html" | "not-a-feed", url: string, advertised: readonly string[]): string {
  if (reason === "empty") return `nothing in the answer from ${url}`;
  if (reason === "not-a-feed") return `neither RSS, Atom nor RDF at ${url}`;
  const hint = advertised.length === 0 ? "" : `; it advertises ${advertised.join(", ")}`;
  return `a web page, not a feed, at ${url}${hint}`;
}
