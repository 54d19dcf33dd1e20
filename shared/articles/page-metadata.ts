import type { CheerioAPI } from "cheerio";
import type { Instant } from "../model.ts";
import { canonicalUrl } from "../web/canonical-url.ts";
import { parseDate } from "../web/parse-date.ts";
import { plainLine } from "../web/plain-text.ts";

/** What a page says about its article outside its text; absent fields are absent. */
export interface PageMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly published?: Instant;
  readonly canonical?: string;
  readonly language?: string;
}

/** Where each fact stands, most trustworthy first. */
const TITLES = ['meta[property="og:title"]', 'meta[name="twitter:title"]', "h1", "title"];
const AUTHORS = ['meta[name="author"]', 'meta[property="article:author"]', '[itemprop="author"]', '[rel="author"]'];
const DATES = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  '[itemprop="datePublished"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="date"]',
  'meta[name="DC.date.issued"]',
  "article time[datetime]",
  "time[datetime]",
];

/** Reads a page's metadata: JSON-LD, OpenGraph, microdata, then what is visible. Dates without a zone are in `timeZone`. */
export function pageMetadata($: CheerioAPI, url: string, timeZone: string): PageMetadata {
  const data = newsObject($);
  const site = $('meta[property="og:site_name"]').attr("content");
  const title = [textOf(data?.headline), ...TITLES.map((selector) => firstValue($, selector))].find(Boolean);
  const author = [nameOf(data?.author), ...AUTHORS.map((selector) => firstValue($, selector))].find(
    (name) => name && !name.startsWith("http"),
  );
  const published = [textOf(data?.datePublished), ...DATES.map((selector) => firstValue($, selector))]
    .map((text) => (text === undefined ? undefined : parseDate(text, timeZone)))
    .find(Boolean);
  const address = $('link[rel="canonical"]').attr("href") ?? $('meta[property="og:url"]').attr("content");
  const canonical = address === undefined ? undefined : canonicalUrl(address, url);
  const language = $("html").attr("lang")?.trim();
  return {
    ...(title === undefined ? {} : { title: withoutSite(plainLine(title), site) }),
    ...(author === undefined ? {} : { author: plainLine(author) }),
    ...(published === undefined ? {} : { published }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(language ? { language } : {}),
  };
}

function firstValue($: CheerioAPI, selector: string): string | undefined {
  const element = $(selector).first();
  const value = element.attr("content") ?? element.attr("datetime") ?? element.text();
  return value.trim() || undefined;
}

/** `Title — Outlet` → `Title`, where the page names the outlet. */
function withoutSite(title: string, site: string | undefined): string {
  if (site === undefined || !title.endsWith(site)) return title;
  return title.slice(0, -site.length).replace(/\s*[-–—|•·:]\s*$/u, "") || title;
}

type Data = Readonly<Record<string, unknown>>;

/** The first JSON-LD object that describes an article (schema.org `Article` and its kinds). */
function newsObject($: CheerioAPI): Data | undefined {
  for (const script of $('script[type="application/ld+json"]').toArray()) {
    const found = flatten(parseJson($(script).text())).find((data) =>
      /Article|BlogPosting|Report/u.test(String(data["@type"])),
    );
    if (found) return found;
  }
  return undefined;
}

function flatten(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  return isData(value) ? [value, ...flatten(value["@graph"])] : [];
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // outlets write JSON-LD by hand; the other places remain
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(", ") || undefined;
  return isData(value) ? textOf(value.name) : textOf(value);
}
