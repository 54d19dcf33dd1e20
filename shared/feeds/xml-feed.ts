import { type CheerioAPI, load } from "cheerio/slim";
import type { ChildNode, Element } from "domhandler";
import { cutAfterMarks, nestsDeeperThan } from "../web/nesting.ts";
import { localName, nameByNamespace, prefixOf } from "./element-names.ts";
import { childrenOf, entryFields, FIELDS, firstValue } from "./entry-fields.ts";
import { scheduleOf } from "./feed-schedule.ts";
import { firstAddress } from "./first-address.ts";
import type { WrittenFeed } from "./write-rss.ts";

/** Roots of the dialects, by local name: RSS 0.9x and 2.0, Atom, RSS 1.0 (RDF), a bare channel or CDF, a site map. */
const ROOTS = new Set(["rss", "feed", "rdf", "channel", "urlset"]);
/** Where the feed's own title and links stand. */
const HOLDERS = new Set(["channel", "feed"]);
const ENTRIES = new Set(["item", "entry"]);
const ENTRY_PREFIXES = new Set(["", "rss:", "atom:"]);
/** Tags and entities; five megabytes of news have a fifth of it. */
export const MOST_MARKS = 500_000;
/** A feed's elements stand a dozen deep, with the markup of its texts. */
const DEEPEST = 500;
/** The controls of ISO 8859-1, which no text has, as windows-1252 writes its quotation marks and dashes there. */
const CONTROLS = /[\u0080-\u009f]/gu;

/**
 * Walks a feed leniently, as it came: unclosed tags, unknown entities, missing roots and wrong namespaces are taken as
 * they are meant. No entity beyond XML's own five is expanded, so a document cannot grow. Of a document with more tags
 * than anyone writes only the beginning is read: feeds put their news first. Undefined where it is no feed.
 */
export function readXmlFeed(text: string, url: string, most: number): WrittenFeed | undefined {
  const xml = cutAfterMarks(
    MOST_MARKS,
    text.replace(CONTROLS, (sign) => WINDOWS_1252.decode(Uint8Array.of(sign.charCodeAt(0)))),
  );
  if (nestsDeeperThan(DEEPEST, xml, "xml")) return undefined;
  const $ = load(xml, { xml: { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true } });
  const elements = elementsIn($.root()[0]?.children ?? []);
  nameByNamespace(elements);
  const root = elements.find((element) => ROOTS.has(localName(element)));
  const entries = elements.filter((element) => isEntry(element, root)).slice(0, most);
  if (entries.length === 0 && (root === undefined || localName(root) === "urlset")) return undefined;
  const holder = elements.find((element) => HOLDERS.has(localName(element))) ?? root;
  const base = baseOf($, holder, url);
  return {
    title: titleOf($, holder, elements),
    schedule: holder === undefined ? undefined : scheduleOf($, holder),
    entries: entries.map((entry) => entryFields($, entry, base)),
  };
}

/** All elements in document order: what `$("*")` finds, without the time it takes over very many siblings. */
function elementsIn(nodes: readonly ChildNode[], found: Element[] = []): Element[] {
  for (const node of nodes) {
    if (!("attribs" in node)) continue;
    found.push(node);
    elementsIn(node.children, found);
  }
  return found;
}

const WINDOWS_1252 = new TextDecoder("windows-1252");

/** An item or entry that is the feed's own, not one that an entry quotes; in a site map, an address with news. */
function isEntry(element: Element, root: Element | undefined): boolean {
  const name = localName(element);
  const parent = element.parent?.type === "tag" ? element.parent : undefined;
  if (name === "url")
    return parent !== undefined && localName(parent) === "urlset" && childrenOf(element).has("news:news");
  if (!ENTRIES.has(name) || (parent !== undefined && localName(parent) === "content")) return false;
  const prefix = prefixOf(element);
  return ENTRY_PREFIXES.has(prefix) || (root !== undefined && prefix === prefixOf(root));
}

/** The feed's title; of a site map, the outlet's name. */
function titleOf($: CheerioAPI, holder: Element | undefined, elements: readonly Element[]): string | undefined {
  const own = holder === undefined ? undefined : firstValue($, childrenOf(holder), FIELDS.title);
  return (
    own ??
    ($(elements.find(({ name }) => name === "news:name"))
      .text()
      .trim() ||
      undefined)
  );
}

/** The feed's address, or where that is not on the web, the one it gives as its own or its site's. */
function baseOf($: CheerioAPI, holder: Element | undefined, url: string): string {
  if (holder === undefined) return url;
  const children = childrenOf(holder);
  const links = ["link", "atom:link"].flatMap((name) => children.get(name) ?? []);
  const addresses = ["self", "alternate"].flatMap((wanted) =>
    links
      .filter(({ attribs: { rel = "alternate" } }) => rel === wanted)
      .map((link) => link.attribs.href ?? $(link).text()),
  );
  return firstAddress([url, ...addresses], url) ?? url;
}
