import { load } from "cheerio/slim";
import type { Element } from "domhandler";
import { marksIn, nestsDeeperThan } from "../web/nesting.ts";
import { firstAddress } from "./first-address.ts";

/** How a web page begins, and what no web page holds. */
const PAGE_BEGINS = /<!doctype html|<(?:html|head|body)(?=[\s>])/iu;
const PAGE_BEGINS_WITHIN = 1_000;
const FEED_ROOT = /<(?:\w+:)?(?:rss|feed|rdf|channel)(?=[\s>])/iu;
/** Pages and their markup beyond this are not searched for feeds. */
const MOST_MARKS = 500_000;
const DEEPEST = 500;
const MOST_ADVERTISED = 10;

/** RSS Autodiscovery, and JSON Feed's words for the same. */
const FEED_TYPE = /\b(?:rss|atom|rdf)\b|feed\+json/iu;
/** Where a page only links to its feeds, they are mostly called so. */
const FEED_PATH = /(?:^|[/._-])(?:rss|atom|feeds?)(?:\.(?:xml|php|rss|json))?\/?$|\.(?:rss|rdf)$/iu;

/** True where this is a web page that somebody gave in a feed's place. */
export function isWebPage(text: string): boolean {
  return PAGE_BEGINS.test(text.slice(0, PAGE_BEGINS_WITHIN)) && !FEED_ROOT.test(text);
}

/** Absolute addresses of the feeds that a web page advertises, or else links to, in its order. */
export function advertisedFeeds(html: string, url: string): string[] {
  if (marksIn(html) > MOST_MARKS || nestsDeeperThan(DEEPEST, html, "html")) return [];
  const $ = load(html);
  const base = firstAddress([$("base[href]").first().attr("href")], url) ?? url;
  const addresses = (selector: string, isFeed: (attribs: Readonly<Record<string, string>>) => boolean) => {
    const found = $<Element, string>(selector)
      .toArray()
      .filter(({ attribs }) => isFeed(attribs));
    return [...new Set(found.flatMap(({ attribs }) => firstAddress([attribs.href], base) ?? []))];
  };
  const advertised = addresses('link[rel~="alternate" i], link[rel~="feed" i]', ({ type, rel }) =>
    FEED_TYPE.test(type ?? (rel === "feed" ? "rss" : "")),
  );
  const linked =
    advertised.length > 0
      ? []
      : addresses("a[href]", ({ href = "" }) => FEED_PATH.test(href.split(/[?#]/u, 1)[0] ?? ""));
  return [...advertised, ...linked].slice(0, MOST_ADVERTISED);
}
