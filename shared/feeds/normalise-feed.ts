import { load } from "cheerio/slim";
import type { Element } from "domhandler";
import { marksIn, nestsDeeperThan } from "../web/nesting.ts";
import { childrenOf, entryFields, FIELDS, firstValue } from "./entry-fields.ts";
import { escapeXml } from "./escape-xml.ts";

/** A feed of any dialect, rewritten as plain RSS 2.0, which any parser reads alike. */
export interface NormalisedFeed {
  readonly rss: string;
}

/** What a document turned out to be when it is no feed. */
export interface NotAFeed {
  readonly reason: "empty" | "html" | "not-a-feed";
  /** Feeds that a web page advertises, as it writes their addresses. */
  readonly advertised: readonly string[];
}

/** Roots of the dialects, by local name: RSS 0.9x and 2.0, Atom, RSS 1.0 (RDF), and a bare channel. */
const ROOTS = new Set(["rss", "feed", "rdf", "channel"]);
const ENTRIES = new Set(["item", "entry"]);
/** How a web page begins, and what no web page holds. */
const PAGE_BEGINS = /<!doctype html|<html(?=[\s>])/iu;
const PAGE_BEGINS_WITHIN = 1_000;
const FEED_ROOT = /<(?:\w+:)?(?:rss|feed|rdf|channel)(?=[\s>])/iu;
/** Feeds put their news first; what comes after so many entries is an archive. */
const MOST_ENTRIES = 2_000;
/** Tags and entities; five megabytes of news have a tenth of it. */
const MOST_MARKS = 500_000;
/** A feed's elements stand a dozen deep, with the markup of its texts. */
const DEEPEST = 500;

const HEAD =
  '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>';

/**
 * Walks a feed leniently, as it came: unclosed tags, unknown entities, missing roots and wrong namespaces are taken as
 * they are meant. No entity beyond XML's own five is expanded, so a document cannot grow.
 */
export function normaliseFeed(xml: string, url: string): NormalisedFeed | NotAFeed {
  if (xml.trim() === "") return { reason: "empty", advertised: [] };
  if (PAGE_BEGINS.test(xml.slice(0, PAGE_BEGINS_WITHIN)) && !FEED_ROOT.test(xml)) return page(xml);
  if (!isReadable(xml, "xml")) return { reason: "not-a-feed", advertised: [] };
  const $ = load(xml, { xml: true });
  const elements = $<Element, string>("*").toArray();
  const entries = elements.filter((element) => ENTRIES.has(localName(element)));
  const root = elements.find((element) => ROOTS.has(localName(element)));
  if (root === undefined && entries.length === 0) return { reason: "not-a-feed", advertised: [] };
  const holder = elements.find((element) => ["channel", "feed"].includes(localName(element))) ?? root;
  const title = holder === undefined ? undefined : firstValue($, childrenOf(holder), FIELDS.title);
  const items = entries.slice(0, MOST_ENTRIES).map((entry) => {
    const fields = Object.entries(entryFields($, entry, url));
    return `<item>${fields.map(([name, value]) => written(name, value)).join("")}</item>`;
  });
  return { rss: `${HEAD}${written("title", title)}${items.join("")}</channel></rss>` };
}

/** False for what no author writes and no parser takes in good time: too much, or too deep. */
function isReadable(markup: string, language: "html" | "xml"): boolean {
  return marksIn(markup) <= MOST_MARKS && !nestsDeeperThan(DEEPEST, markup, language);
}

/** A web page, with the feeds it advertises (RSS Autodiscovery). */
function page(html: string): NotAFeed {
  if (!isReadable(html, "html")) return { reason: "html", advertised: [] };
  const $ = load(html);
  const advertised = $('link[rel~="alternate"]')
    .toArray()
    .filter(({ attribs }) => /rss|atom|rdf/iu.test(attribs.type ?? ""))
    .flatMap(({ attribs }) => attribs.href ?? []);
  return { reason: "html", advertised };
}

function localName({ name }: Element): string {
  return name.slice(name.lastIndexOf(":") + 1).toLowerCase();
}

function written(name: string, value: string | undefined): string {
  return value === undefined || value === "" ? "" : `<${name}>${escapeXml(value)}</${name}>`;
}
