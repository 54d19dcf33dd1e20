import type { CheerioAPI } from "cheerio/slim";
import type { Element } from "domhandler";
import type { Children } from "./entry-fields.ts";
import { firstAddress } from "./first-address.ts";

/** Types of what an article's page can be, among the alternates that a feed offers; a link that names none is one. */
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/plain)?\s*(?:;|$)/iu;

/**
 * The address of an entry's page: a link that is no enclosure, or else a guid that is one.
 */
export function linkOf($: CheerioAPI, entry: Element, children: Children, base: string): string | undefined {
  const links = ["link", "atom:link", "rss:link", "loc", "a"].flatMap((name) => children.get(name) ?? []);
  const addressOf = (element: Element) => element.attribs.href ?? $(element).text();
  const alternates = links.filter(({ attribs: { rel = "alternate" } }) => /^\s*alternate\s*$/iu.test(rel));
  const permanent = children.get("guid")?.find(({ attribs }) => !/^\s*false\s*$/iu.test(attribs.ispermalink ?? ""));
  const guid = $(permanent).text().trim();
  const candidates = [
    ...alternates.filter(({ attribs: { type = "" } }) => PAGE_TYPE.test(type)).map(addressOf),
    ...alternates.map(addressOf),
    entry.attribs.href, // CDF
    /^https?:/iu.test(guid) ? guid : "",
  ];
  return firstAddress(candidates, base);
}

/** The base for relative links at an element: every `xml:base` from the outside in (XML Base §4). */
export function baseOf($: CheerioAPI, element: Element, url: string): string {
  const bases = [element, ...$(element).parents().toArray()].flatMap(({ attribs }) => attribs["xml:base"] ?? []);
  return bases.reduceRight((base, next) => (URL.canParse(next, base) ? new URL(next, base).href : base), url);
}
