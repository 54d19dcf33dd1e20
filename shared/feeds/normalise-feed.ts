import { type Cheerio, type CheerioAPI, load } from "cheerio";
import type { AnyNode, Element } from "domhandler";

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

/** For each field, the elements that may hold it, best first. A name without prefix stands for the dialect's own. */
const FIELDS = {
  title: ["title", "atom:title", "dc:title"],
  guid: ["guid", "id", "atom:id"],
  description: ["description", "summary", "atom:summary", "dc:description", "itunes:summary"],
  "content:encoded": ["content:encoded", "content", "atom:content", "body", "xhtml:body", "fullitem"],
  pubDate: ["pubDate", "published", "atom:published", "issued", "dc:date", "dcterms:issued", "created", "date"],
  updated: ["updated", "atom:updated", "modified", "dcterms:modified", "atom:modified"],
  "dc:creator": ["author", "atom:author", "dc:creator", "itunes:author", "managingEditor"],
} as const;
type Field = keyof typeof FIELDS;

/**
 * Walks a feed leniently, as it came: unclosed tags, unknown entities, missing roots and wrong namespaces are taken as
 * they are meant. No entity beyond XML's own five is expanded, so a document cannot grow.
 */
export function normaliseFeed(xml: string, url: string): NormalisedFeed | NotAFeed {
  if (xml.trim() === "") return { reason: "empty", advertised: [] };
  const $ = load(xml, { xml: { decodeEntities: true, recognizeCDATA: true } });
  const elements = $<Element, string>("*").toArray();
  const entries = elements.filter((element) => ENTRIES.has(localName(element)));
  const root = elements.find((element) => ROOTS.has(localName(element)));
  if (root === undefined && entries.length === 0) return notAFeed($, elements);
  const holder = elements.find((element) => ["channel", "feed"].includes(localName(element))) ?? root;
  const title = holder === undefined ? undefined : firstValue($, holder, FIELDS.title);
  const items = entries.map((entry) => `<item>${entryFields($, entry, url)}</item>`);
  return {
    rss: `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${tag("title", title)}${items.join("")}</channel></rss>`,
  };
}

function notAFeed($: CheerioAPI, elements: readonly Element[]): NotAFeed {
  const isPage =
    elements.some((element) => localName(element) === "html") || /<!doctype html/iu.test($.xml().slice(0, 500));
  const advertised = $('link[rel~="alternate"]')
    .toArray()
    .filter((element) => /rss|atom|rdf/iu.test(element.attribs.type ?? ""))
    .flatMap((element) => element.attribs.href ?? []);
  return { reason: isPage ? "html" : "not-a-feed", advertised };
}

function entryFields($: CheerioAPI, entry: Element, url: string): string {
  const link = linkOf($, entry, baseOf($, entry, url));
  const fields = Object.entries(FIELDS).map(([field, names]) =>
    tag(
      field,
      field === "guid" ? (firstValue($, entry, names) ?? entry.attribs["rdf:about"]) : firstValue($, entry, names),
    ),
  );
  return `${tag("link", link)}${fields.join("")}`;
}

/** The address of the entry's page, absolute: a link that is no enclosure, or else a guid or rdf:about that is one. */
function linkOf($: CheerioAPI, entry: Element, base: string): string | undefined {
  const links = childrenNamed($, entry, ["link", "atom:link", "rss:link"]).toArray();
  const alternate = links.find(
    ({ attribs }) => attribs.href !== undefined && (attribs.rel ?? "alternate") === "alternate",
  );
  const written = links.map((element) => $(element).text().trim()).find((text) => text !== "");
  const guid = childrenNamed($, entry, ["guid"]).first();
  const permanent = guid.attr("isPermaLink") === "false" ? undefined : guid.text();
  const candidates = [
    alternate?.attribs.href,
    written,
    links.find(({ attribs }) => attribs.rel === undefined)?.attribs.href,
    permanent,
    entry.attribs["rdf:about"],
  ];
  for (const candidate of candidates) {
    const text = candidate?.trim();
    if (text === undefined || text === "") continue;
    if (candidate === permanent && !/^https?:/iu.test(text)) continue;
    if (URL.canParse(text, base)) return new URL(text, base).href;
  }
  return undefined;
}

/** The base for relative links at an element: every `xml:base` from the outside in (XML Base §4). */
function baseOf($: CheerioAPI, element: Element, url: string): string {
  const bases = [element, ...$(element).parents().toArray()].flatMap(({ attribs }) => attribs["xml:base"] ?? []);
  return bases.reduceRight((base, next) => (URL.canParse(next, base) ? new URL(next, base).href : base), url);
}

/** The value of the first of these children that says anything, as markup. */
function firstValue($: CheerioAPI, parent: Element, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenNamed($, parent, [name]).toArray()) {
      const value = markupOf($, child);
      if (value !== "") return value;
    }
  }
  return undefined;
}

/** An element's content as HTML: Atom says in `type` what it holds (RFC 4287 §3.1), RSS holds escaped markup. */
function markupOf($: CheerioAPI, element: Element): string {
  const node = $(element);
  if (localName(element) === "author" && node.children().length > 0)
    return escapeMarkup(
      node
        .children()
        .filter((_, child) => localName(child) === "name")
        .text()
        .trim(),
    );
  const { type, mode } = element.attribs;
  if (type === "xhtml" || mode === "xml" || hasMarkup(node)) return (node.html() ?? "").trim();
  const text = node.text().trim();
  return type === "text" || type === "text/plain" ? escapeMarkup(text) : text;
}

/** True where markup stands unescaped inside the element. */
function hasMarkup(node: Cheerio<Element>): boolean {
  return node.children().length > 0;
}

function childrenNamed($: CheerioAPI, parent: Element, names: readonly string[]): Cheerio<Element> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return $(parent)
    .children()
    .filter((_, child) => wanted.has(child.name.toLowerCase()));
}

function localName(node: AnyNode): string {
  return "name" in node ? (node.name.split(":").at(-1) ?? "").toLowerCase() : "";
}

function tag(name: Field | string, value: string | undefined): string {
  return value === undefined || value === "" ? "" : `<${name}>${escapeMarkup(withoutControls(value))}</${name}>`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** XML 1.0 §2.2 allows of the control characters only tab and line breaks; lone surrogates are none either. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "").toWellFormed();
}
