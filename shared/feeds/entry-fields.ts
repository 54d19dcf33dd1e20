import type { CheerioAPI } from "cheerio/slim";
import type { Element } from "domhandler";
import { prefixOf } from "./element-names.ts";
import { escapeXml } from "./escape-xml.ts";
import { firstAddress } from "./first-address.ts";
import { baseOf, linkOf } from "./link-of.ts";
import { markupOf } from "./markup-of.ts";
import type { WrittenEntry } from "./write-rss.ts";

/** For each field, the elements that may hold it, best first. A name without prefix stands for the dialect's own. */
export const FIELDS = {
  title: ["title", "atom:title", "dc:title", "news:title", "media:title"],
  guid: ["guid", "id", "atom:id"],
  original: ["feedburner:origlink"],
  summary: [
    "description",
    "summary",
    "atom:summary",
    "dc:description",
    "itunes:summary",
    "media:description",
    "abstract", // CDF
  ],
  content: [
    "content:encoded",
    "content",
    "atom:content",
    "yandex:full-text",
    "turbo:content",
    "body",
    "xhtml:body",
    "fullitem",
  ],
  published: [
    "pubdate",
    "published",
    "atom:published",
    "issued",
    "dc:date",
    "dcterms:issued",
    "news:publication_date",
    "created",
    "dcterms:created",
    "date",
  ],
  updated: ["updated", "atom:updated", "modified", "dcterms:modified", "atom:modified", "lastmod"],
  authors: ["author", "atom:author", "dc:creator", "itunes:author", "dc:author", "managingeditor"],
} as const;

/** What stands around an entry's own elements, and counts as being among them. */
const GROUPS = new Set(["media:group", "news:news"]);

const MOST_AUTHORS = 50;

/** An element's children by name; those with its own prefix under the bare name as well. */
export type Children = ReadonlyMap<string, readonly Element[]>;

export function childrenOf(parent: Element): Children {
  const elements = parent.children.filter(isElement);
  const grouped = elements.filter(({ name }) => GROUPS.has(name)).flatMap(({ children }) => children.filter(isElement));
  const children = Map.groupBy([...elements, ...grouped], ({ name }) => name);
  const prefix = prefixOf(parent);
  if (prefix !== "") {
    for (const [name, own] of children) {
      if (name.startsWith(prefix)) children.set(name.slice(prefix.length), own);
    }
  }
  return children;
}

function isElement(node: Element["children"][number]): node is Element {
  return "attribs" in node;
}

/** What an entry says, field by field. Absent fields are undefined. */
export function entryFields($: CheerioAPI, entry: Element, url: string): WrittenEntry {
  const children = childrenOf(entry);
  const first = (field: keyof typeof FIELDS) => firstValue($, children, FIELDS[field]);
  const base = baseOf($, entry, url);
  const link = linkOf($, entry, children, base);
  return {
    title: first("title"),
    guid: first("guid") ?? entry.attribs["rdf:about"],
    link,
    original: firstAddress([first("original"), link === undefined ? entry.attribs["rdf:about"] : undefined], base),
    summary: first("summary"),
    content: first("content"),
    published: first("published"),
    updated: first("updated") ?? entry.attribs.lastmod, // CDF
    authors: authorsOf($, children),
  };
}

/** The value of the first of these children that says anything, as markup. */
export function firstValue($: CheerioAPI, children: Children, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of children.get(name) ?? []) {
      const value = valueOfElement($, child);
      if (value !== "") return value;
    }
  }
  return undefined;
}

/** The authors, as markup: all that the first of their elements names. */
function authorsOf($: CheerioAPI, children: Children): string[] {
  for (const name of FIELDS.authors) {
    const elements = children.get(name)?.slice(0, MOST_AUTHORS) ?? [];
    const authors = elements.map((element) => valueOfElement($, element)).filter((author) => author !== "");
    if (authors.length > 0) return authors;
  }
  return [];
}

function valueOfElement($: CheerioAPI, element: Element): string {
  const inside = childrenOf(element);
  const person = /(?:^|:)author$/u.test(element.name)
    ? (inside.get("name")?.[0] ?? inside.get("email")?.[0])
    : undefined;
  return person === undefined ? markupOf($, element, inside.size > 0) : escapeXml($(person).text().trim());
}
