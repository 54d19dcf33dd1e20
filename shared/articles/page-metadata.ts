import type { CheerioAPI } from "cheerio/slim";
import type { Instant } from "../model.ts";
import { canonicalUrl } from "../web/canonical-url.ts";
import { parseDate } from "../web/parse-date.ts";
import { plainLine, resolvedLine } from "../web/plain-text.ts";
import { headlineOf } from "./headline.ts";
import { articleData } from "./json-ld.ts";

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
const SITES = ['meta[property="og:site_name"]', 'meta[name="application-name"]'];
const AUTHORS = ['meta[name="author"]', 'meta[property="article:author"]', '[itemprop="author"]', '[rel="author"]'];
const DATES = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  '[itemprop="datePublished"]',
  'meta[property="og:published_time"]',
  'meta[name="mediator_published_time"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="date"]',
  'meta[name="DC.date.issued"]',
  "article time[datetime]",
  "time[datetime]",
  "article time",
  "time",
  "article [class*=date]",
];
const LANGUAGES = ["html[lang]", 'meta[http-equiv="content-language" i]', 'meta[property="og:locale"]'];

/** Reads a page's metadata: JSON-LD, OpenGraph, microdata, then what is visible. Dates without a zone are in `timeZone`. */
export function pageMetadata($: CheerioAPI, url: string, timeZone: string): PageMetadata {
  const data = articleData($);
  const linesAt = (selectors: readonly string[]) => selectors.flatMap((selector) => lineAt($, selector) ?? []);
  const [visible] = linesAt(["h1"]);
  const titles = [...(data.headline === undefined ? [] : [resolvedLine(data.headline)]), ...linesAt(TITLES)];
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, "") : "";
  const title = headlineOf(titles, [...linesAt(SITES), resolvedLine(data.publisher ?? ""), host], visible);
  const author = [resolvedLine(data.author ?? ""), ...linesAt(AUTHORS)].find((name) => name !== "" && !isAddress(name));
  const published = [data.published ?? "", ...linesAt(DATES)]
    .map((text) => parseDate(text, timeZone))
    .find((instant) => instant !== undefined);
  const address = $('link[rel~="canonical"]').attr("href") ?? $('meta[property="og:url"]').attr("content");
  const canonical = address === undefined ? undefined : canonicalUrl(address, url);
  const [language] = linesAt(LANGUAGES);
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(language === undefined ? {} : { language }),
  };
}

/** What the first such element says, on one line: in an attribute, which is text, or in what it holds, which is markup. */
function lineAt($: CheerioAPI, selector: string): string | undefined {
  const element = $(selector).first();
  const attribute = element.attr("content") ?? element.attr("datetime") ?? element.attr("lang");
  const line = attribute === undefined ? plainLine(element.html() ?? "") : resolvedLine(attribute);
  return line === "" ? undefined : line;
}

function isAddress(name: string): boolean {
  return /^https?:|^\/\//iu.test(name);
}
