import type { Instant } from "../../shared/model.ts";
import { DAY, plus } from "../../shared/time.ts";
import { encode } from "./encode.ts";
import { escapeXml } from "./escape-xml.ts";
import { type FeedForm, type Outlet, type PressArticle, textAt } from "./press.ts";

/** How far back a feed reaches, and how many entries it lists at the most. */
const LISTED_MS = 3 * DAY;
const LISTED_AT_MOST = 500;

interface Entry {
  readonly link: string;
  readonly title: string;
  readonly lead: string;
  readonly author?: string;
  readonly date?: Instant;
  readonly updated?: Instant;
}

/** The outlet's feed as it stands at `now`, in its own dialect and charset. */
export function writeFeed(outlet: Outlet, now: Instant): { readonly body: Uint8Array; readonly contentType: string } {
  const { format, charset } = outlet.feed;
  const listed = outlet.articles
    .filter(({ published }) => published <= now && published > plus(now, -LISTED_MS))
    .toSorted((a, b) => (a.published < b.published ? 1 : -1))
    .slice(0, LISTED_AT_MOST);
  const [contentType, write] = DIALECTS[format];
  const entries = listed.map((article) => entryOf(article, now));
  return { body: encode(write(outlet, entries), charset), contentType };
}

function entryOf(article: PressArticle, now: Instant): Entry {
  const { url, published, author, quirks } = article;
  const { title, lead = "", updated } = textAt(article, now);
  return {
    link: quirks.tracking
      ? `${url}${url.includes("?") ? "&" : "?"}utm_source=rss&utm_medium=feed&utm_campaign=main`
      : url,
    title: quirks.markup ? `<b>${title}</b> &mdash; ${TITLE_TAIL}` : title,
    lead,
    ...(author === undefined ? {} : { author }),
    ...(quirks.date === "missing" ? {} : { date: quirks.date === "future" ? plus(published, 2 * DAY) : published }),
    ...(updated === undefined ? {} : { updated }),
  };
}

/** What an outlet with markup in its titles puts behind them. */
const TITLE_TAIL = "<i>live</i>";

const DIALECTS: Readonly<
  Record<
    FeedForm["format"],
    readonly [contentType: string, write: (outlet: Outlet, entries: readonly Entry[]) => string]
  >
> = {
  rss: ["application/rss+xml", rss],
  atom: ["application/atom+xml; charset=utf-8", atom],
  rdf: ["application/rdf+xml", rdf],
  html: ["text/html; charset=utf-8", webPage],
  dead: ["text/plain", () => ""],
};

function xml({ feed }: Outlet): string {
  return `<?xml version="1.0" encoding="${feed.charset}"?>\n`;
}

function rss(outlet: Outlet, entries: readonly Entry[]): string {
  const items = entries.map(
    ({ link, title, lead, author, date }) => `<item>
<title>${escapeXml(title)}</title>
<link>${escapeXml(link)}</link>
<guid isPermaLink="false">${escapeXml(withoutQuery(link))}</guid>
<description><![CDATA[<p>${escapeXml(lead)}</p>]]></description>
${author === undefined ? "" : `<dc:creator>${escapeXml(author)}</dc:creator>`}
${date === undefined ? "" : `<pubDate>${localRfc822(date)}</pubDate>`}
</item>`,
  );
  return `${xml(outlet)}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>${escapeXml(outlet.name)}</title><link>${escapeXml(new URL(outlet.feed.url).origin)}</link><description>${escapeXml(outlet.name)}</description>
${items.join("\n")}
</channel></rss>`;
}

function atom(outlet: Outlet, entries: readonly Entry[]): string {
  const items = entries.map(
    ({ link, title, lead, author, date, updated = date }) => `<entry>
<title type="html">${escapeXml(escapeXml(title))}</title>
<link rel="alternate" href="${escapeXml(link)}"/>
<id>${escapeXml(withoutQuery(link))}</id>
<summary>${escapeXml(lead)}</summary>
${author === undefined ? "" : `<author><name>${escapeXml(author)}</name></author>`}
${date === undefined ? "" : `<published>${date}</published>`}
${updated === undefined ? "" : `<updated>${updated}</updated>`}
</entry>`,
  );
  return `${xml(outlet)}<feed xmlns="http://www.w3.org/2005/Atom">
<title>${escapeXml(outlet.name)}</title><id>${escapeXml(outlet.feed.url)}</id>
${items.join("\n")}
</feed>`;
}

function rdf(outlet: Outlet, entries: readonly Entry[]): string {
  const items = entries.map(
    ({ link, title, lead, date }) => `<item rdf:about="${escapeXml(link)}">
<title>${escapeXml(title)}</title>
<link>${escapeXml(link)}</link>
<description>${escapeXml(lead)}</description>
${date === undefined ? "" : `<dc:date>${date}</dc:date>`}
</item>`,
  );
  return `${xml(outlet)}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escapeXml(outlet.feed.url)}"><title>${escapeXml(outlet.name)}</title><link>${escapeXml(new URL(outlet.feed.url).origin)}</link></channel>
${items.join("\n")}
</rdf:RDF>`;
}

function webPage(outlet: Outlet): string {
  return `<!doctype html><html lang="${outlet.language}"><head><title>${escapeXml(outlet.name)}</title></head><body><h1>${escapeXml(outlet.name)}</h1><p>404</p></body></html>`;
}

/** RFC 822 with the offset of Tashkent and Almaty, as the region's outlets write it. */
function localRfc822(instant: Instant): string {
  const shifted = new Date(Date.parse(plus(instant, 5 * 3_600_000)));
  return shifted.toUTCString().replace("GMT", "+0500");
}

function withoutQuery(link: string): string {
  return link.replace(/[?&]utm_.*$/u, "");
}
