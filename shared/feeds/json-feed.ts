import * as z from "zod";
import { escapeXml } from "./escape-xml.ts";
import { firstAddress } from "./first-address.ts";
import type { WrittenEntry, WrittenFeed } from "./write-rss.ts";

/** A key that holds something else than it should counts as absent: one bad item never loses the others. */
const line = z.string().optional().catch(undefined);
const person = z.object({ name: line }).optional().catch(undefined);

const item = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: line,
  external_url: line,
  title: line,
  content_html: line,
  content_text: line,
  summary: line,
  date_published: line,
  date_modified: line,
  author: person, // 1.0
  authors: z.array(person).optional().catch(undefined),
});

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). An object with a list of items and a title or version is taken for one. */
const feed = z
  .object({
    version: line,
    title: line,
    feed_url: line,
    home_page_url: line,
    items: z.array(z.unknown()),
  })
  .refine(({ version, title }) => version !== undefined || title !== undefined);

/** A JSON Feed's title and first entries, or undefined where it is none. */
export function readJsonFeed(text: string, url: string, most: number): WrittenFeed | undefined {
  const parsed = feed.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { title, items, feed_url, home_page_url } = parsed.data;
  const base = firstAddress([url, feed_url, home_page_url], url) ?? url;
  const entries = items.slice(0, most).flatMap((value) => {
    const entry = item.safeParse(value);
    return entry.success ? [written(entry.data, base)] : [];
  });
  return { title: escaped(title), entries };
}

function written(entry: z.infer<typeof item>, base: string): WrittenEntry {
  const permanent = /^https?:/iu.test(entry.id ?? "") ? entry.id : undefined;
  return {
    title: escaped(entry.title),
    guid: entry.id,
    link: firstAddress([entry.url, entry.external_url, permanent], base),
    summary: escaped(entry.summary),
    content: entry.content_html ?? escaped(entry.content_text),
    published: entry.date_published,
    updated: entry.date_modified,
    authors: (entry.authors ?? [entry.author]).flatMap((author) => escaped(author?.name) ?? []),
  };
}

function escaped(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeXml(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut short, or no JSON at all
  }
}
