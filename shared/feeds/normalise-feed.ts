import type { FeedSchedule } from "../model.ts";
import { readJsonFeed } from "./json-feed.ts";
import { advertisedFeeds, isWebPage } from "./web-page.ts";
import { writeRss } from "./write-rss.ts";
import { readXmlFeed } from "./xml-feed.ts";

/** A feed of any dialect, rewritten as plain RSS 2.0, which any parser reads alike. */
export interface NormalisedFeed {
  readonly rss: string;
  readonly schedule?: FeedSchedule | undefined;
}

/** What a document turned out to be when it is no feed. */
export interface NotAFeed {
  readonly reason: "empty" | "html" | "not-a-feed";
  /** Absolute addresses of the feeds that a web page advertises. */
  readonly advertised: readonly string[];
}

/** Feeds put their news first; what comes after so many entries is an archive. */
const MOST_ENTRIES = 2_000;

/** Finds out what a document is, and writes any dialect of feeds as one. */
export function normaliseFeed(text: string, url: string): NormalisedFeed | NotAFeed {
  if (text.trim() === "") return { reason: "empty", advertised: [] };
  if (isWebPage(text)) return { reason: "html", advertised: advertisedFeeds(text, url) };
  const isJson = text.trimStart().startsWith("{");
  const feed = isJson ? readJsonFeed(text, url, MOST_ENTRIES) : readXmlFeed(text, url, MOST_ENTRIES);
  return feed === undefined
    ? { reason: "not-a-feed", advertised: [] }
    : { rss: writeRss(feed), schedule: feed.schedule };
}
