import type { FeedSchedule } from "../model.ts";
import { escapeXml } from "./escape-xml.ts";

/** What an entry of any dialect says: title, texts and names as HTML, the rest as plain text. */
export interface WrittenEntry {
  readonly title?: string | undefined;
  readonly guid?: string | undefined;
  /** Absolute where the feed's own address is. */
  readonly link?: string | undefined;
  /** The article's own address where a service in between put another in its place, or where there is no link. */
  readonly original?: string | undefined;
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
  /** Dates as they were written. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly string[];
}

export interface WrittenFeed {
  readonly title: string | undefined;
  /** What it says of when to ask for it again. Not written: it is handed on beside the text. */
  readonly schedule?: FeedSchedule | undefined;
  readonly entries: readonly WrittenEntry[];
}

const HEAD =
  '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>';

/** A feed as plain RSS 2.0, well-formed, which any parser reads alike. */
export function writeRss({ title, entries }: WrittenFeed): string {
  const items = entries.map((entry) =>
    [
      element("title", entry.title),
      element("guid", entry.guid),
      element("link", entry.link),
      element("original", entry.original),
      element("description", entry.summary),
      element("content:encoded", entry.content),
      element("pubDate", entry.published),
      element("updated", entry.updated),
      ...entry.authors.map((author) => element("dc:creator", author)),
    ].join(""),
  );
  return `${HEAD}${element("title", title)}${items.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`;
}

function element(name: string, value: string | undefined): string {
  return value === undefined || value === "" ? "" : `<${name}>${escapeXml(value)}</${name}>`;
}
