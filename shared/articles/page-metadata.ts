import type { CheerioAPI } from "cheerio/slim";
import type { PageFacts, PageSelectors } from "../model.ts";
import { canonicalUrl } from "../web/canonical-url.ts";
import { withoutVariant } from "../web/page-variants.ts";
import { resolvedLine } from "../web/plain-text.ts";
import { headlineOf } from "./headline.ts";
import type { ArticleData } from "./json-ld.ts";
import { leadImage } from "./lead-image.ts";
import { pageAuthors } from "./page-authors.ts";
import { pageDates } from "./page-dates.ts";
import { pageLanguage } from "./page-language.ts";
import { lineAt, linesAt } from "./page-lines.ts";

/** Where each fact stands, most trustworthy first. */
const TITLES = ['meta[property="og:title"]', 'meta[name="twitter:title"]', "h1", "title"];
const SITES = ['meta[property="og:site_name"]', 'meta[name="application-name"]'];
const LANGUAGES = ["html[lang]", 'meta[http-equiv="content-language" i]', 'meta[property="og:locale"]'];
const CANONICAL = [
  ['link[rel~="canonical"]', "href"],
  ['meta[property="og:url"]', "content"],
] as const;

export interface MetadataOrigin {
  readonly html: string;
  /** Where the page was read, if that is known. */
  readonly url: string | undefined;
  readonly timeZone: string;
  readonly selectors: PageSelectors;
  /** The article's text, which tells its language; empty where there is none. */
  readonly text: string;
}

/** Reads what a page says about its article: JSON-LD, OpenGraph, microdata, then what is visible. */
export function pageMetadata($: CheerioAPI, data: ArticleData, origin: MetadataOrigin): PageFacts {
  const { html, timeZone, selectors, text } = origin;
  const base = baseOf($, origin.url);
  const canonical = ownAddress($, origin.url, base);
  const url = origin.url ?? canonical;
  const heading = lineAt($, "h1");
  const sites = [...linesAt($, SITES), resolvedLine(data.publisher ?? ""), hostOf(url)];
  const title = titleOf($, data, sites, heading, selectors.title);
  const authors = pageAuthors($, data, sites, selectors.authors);
  const language = pageLanguage([...linesAt($, LANGUAGES), data.language ?? ""], text);
  const image = leadImage($, data, base ?? canonical);
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...pageDates($, data, { html, url, timeZone, heading, selector: selectors.published }),
    ...(language === undefined ? {} : { language }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(image === undefined ? {} : { image }),
  };
}

function titleOf(
  $: CheerioAPI,
  data: ArticleData,
  sites: readonly string[],
  heading: string | undefined,
  selector: string | undefined,
): string | undefined {
  const own = selector === undefined ? undefined : lineAt($, selector);
  if (own !== undefined) return own;
  const headline = resolvedLine(data.headline ?? "");
  return headlineOf([...(headline === "" ? [] : [headline]), ...linesAt($, TITLES)], sites, heading);
}

/** What the page calls its address, else the one it was read at; a front page is no article's. */
function ownAddress($: CheerioAPI, url: string | undefined, base: string | undefined): string | undefined {
  const asked = canonicalUrl(url ?? "");
  const named = CANONICAL.map(([selector, attribute]) => canonicalUrl($(selector).attr(attribute) ?? "", base));
  const address = named.find((candidate) => candidate !== undefined && isBelowFront(candidate)) ?? asked;
  return address === undefined ? undefined : withoutVariant(address);
}

function isBelowFront(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname !== "/" || search !== "";
}

/** What relative addresses of the page are relative to (HTML §4.2.3). */
function baseOf($: CheerioAPI, url: string | undefined): string | undefined {
  return canonicalUrl($("base[href]").attr("href") ?? "", url) ?? url;
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, "") : "";
}
