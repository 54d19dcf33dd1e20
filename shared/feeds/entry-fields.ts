import type { CheerioAPI } from "cheerio/slim";
import type { Element } from "domhandler";
import { canonicalUrl } from "../web/canonical-url.ts";
import { escapeXml } from "./escape-xml.ts";

/** For each field, the elements that may hold it, best first. A name without prefix stands for the dialect's own. */
export const FIELDS = {
  title: ["title", "atom:title", "dc:title", "media:title"],
  guid: ["guid", "id", "atom:id"],
  description: ["description", "summary", "atom:summary", "dc:description", "itunes:summary", "media:description"],
  "content:encoded": ["content:encoded", "content", "atom:content", "body", "xhtml:body", "fullitem"],
  pubDate: ["pubdate", "published", "atom:published", "issued", "dc:date", "dcterms:issued", "created", "date"],
  updated: ["updated", "atom:updated", "modified", "dcterms:modified", "atom:modified"],
  "dc:creator": ["author", "atom:author", "dc:creator", "itunes:author", "dc:author", "managingeditor"],
} as const;

/** An element's children by their names in small letters; those with its own prefix under the bare name as well. */
export type Children = ReadonlyMap<string, readonly Element[]>;

export function childrenOf(parent: Element): Children {
  const [, prefix] = /^(.+:)/u.exec(parent.name.toLowerCase()) ?? [];
  const children = Map.groupBy(
    parent.children.filter((child): child is Element => "attribs" in child),
    (child) => child.name.toLowerCase(),
  );
  if (prefix !== undefined) {
    for (const [name, elements] of children)
      if (name.startsWith(prefix)) children.set(name.slice(prefix.length), elements);
  }
  return children;
}

/** What an entry says, field by field: text, or markup as HTML. Absent fields are undefined. */
export function entryFields($: CheerioAPI, entry: Element, url: string): Readonly<Record<string, string | undefined>> {
  const children = childrenOf(entry);
  const values = Object.entries(FIELDS).map(([field, names]) => [field, firstValue($, children, names)]);
  const fields: Record<string, string | undefined> = Object.fromEntries(values);
  return {
    ...fields,
    guid: fields.guid ?? entry.attribs["rdf:about"],
    link: linkOf($, entry, children, baseOf($, entry, url)),
  };
}

/** The value of the first of these children that says anything, as markup. */
export function firstValue($: CheerioAPI, children: Children, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of children.get(name) ?? []) {
      const value = markupOf($, child);
      if (value !== "") return value;
    }
  }
  return undefined;
}

/**
 * The address of the entry's page: what FeedBurner replaced, a link that is no enclosure, or else a guid or rdf:about
 * that is one.
 */
function linkOf($: CheerioAPI, entry: Element, children: Children, base: string): string | undefined {
  const links = ["link", "atom:link", "rss:link"].flatMap((name) => children.get(name) ?? []);
  const textOf = (element: Element | undefined) => $(element).text().trim();
  const isAlternate = ({ attribs: { href, rel = "alternate" } }: Element) => href !== undefined && rel === "alternate";
  const [guid] = children.get("guid") ?? [];
  const permanent = guid?.attribs.isPermaLink === "false" ? "" : textOf(guid);
  const candidates = [
    textOf(children.get("feedburner:origlink")?.[0]),
    links.find(isAlternate)?.attribs.href,
    links.map(textOf).find((text) => text !== ""),
    /^https?:/iu.test(permanent) ? permanent : "",
    entry.attribs["rdf:about"],
  ];
  for (const candidate of candidates) {
    const address = canonicalUrl(candidate ?? "", base);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** The base for relative links at an element: every `xml:base` from the outside in (XML Base §4). */
function baseOf($: CheerioAPI, element: Element, url: string): string {
  const bases = [element, ...$(element).parents().toArray()].flatMap(({ attribs }) => attribs["xml:base"] ?? []);
  return bases.reduceRight((base, next) => (URL.canParse(next, base) ? new URL(next, base).href : base), url);
}

/** An element's content as HTML: Atom says in `type` what it holds (RFC 4287 §3.1), RSS holds escaped markup. */
function markupOf($: CheerioAPI, element: Element): string {
  const node = $(element);
  const inside = childrenOf(element);
  const isPerson = /(?:^|:)author$/u.test(element.name.toLowerCase()) && inside.size > 0;
  if (isPerson) return escapeXml($(inside.get("name")?.[0]).text().trim());
  const { type, mode } = element.attribs;
  if (type === "xhtml" || mode === "xml" || inside.size > 0) return (node.html() ?? "").trim();
  const text = node.text().trim();
  return type === "text" || type === "text/plain" ? escapeXml(text) : text;
}
