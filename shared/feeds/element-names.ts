import type { Element } from "domhandler";

/** Namespaces as feeds declare them, without the sign at their end, and the prefix under which we know each. Sorted. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://backend.userland.com/rss": "rss",
  "http://backend.userland.com/rss2": "rss",
  "http://blogs.law.harvard.edu/tech/rss": "rss",
  "http://channel.netscape.com/rdf/simple/0.9": "rss",
  "http://my.netscape.com/rdf/simple/0.9": "rss",
  "http://news.yandex.ru": "yandex",
  "http://purl.org/atom/ns": "atom", // 0.3
  "http://purl.org/dc/elements/1.0": "dc",
  "http://purl.org/dc/elements/1.1": "dc",
  "http://purl.org/dc/terms": "dcterms",
  "http://purl.org/net/rss1.1": "rss",
  "http://purl.org/rss/1.0": "rss",
  "http://purl.org/rss/1.0/modules/content": "content",
  "http://purl.org/rss/1.0/modules/syndication": "sy",
  "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "http://search.yahoo.com/mrss": "media",
  "http://turbo.yandex.ru": "turbo",
  "http://www.google.com/schemas/sitemap-news/0.9": "news",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://www.w3.org/2005/atom": "atom", // 1.0, RFC 4287 §1.2
};

/**
 * Names elements as we know them, whatever prefixes a document binds to their namespaces: `<d:creator>` becomes
 * `dc:creator`, `<h:p>` of XHTML plain `p`. A prefix that is bound to nothing we know stays as it is.
 */
export function nameByNamespace(elements: readonly Element[]): void {
  const renamed = new Map<string, string>();
  for (const { attribs } of elements) {
    for (const name in attribs) {
      if (!name.startsWith("xmlns:")) continue;
      const prefix = PREFIXES[(attribs[name] ?? "").trim().toLowerCase().replace(/[/#]$/u, "")];
      const from = name.slice("xmlns:".length);
      if (prefix !== undefined && !renamed.has(from)) renamed.set(from, prefix === "xhtml" ? "" : `${prefix}:`);
    }
  }
  if (renamed.size === 0) return;
  for (const element of elements) {
    const prefix = renamed.get(prefixOf(element).slice(0, -1));
    if (prefix !== undefined) element.name = `${prefix}${localName(element)}`;
  }
}

export function localName({ name }: Element): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/** With its colon; empty where there is none. */
export function prefixOf({ name }: Element): string {
  return name.slice(0, name.lastIndexOf(":") + 1);
}
