import type { CheerioAPI } from "cheerio/slim";
import type { Instant } from "../model.ts";
import { parseDate } from "../web/parse-date.ts";
import { plainText } from "../web/plain-text.ts";
import type { ArticleData } from "./json-ld.ts";
import { linesAt } from "./page-lines.ts";

/** Where each date stands, most trustworthy first. */
const PUBLISHED = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  '[itemprop="datePublished"]',
  'meta[property="og:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[name="mediator_published_time"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="pubdate" i]',
  'meta[name="publish-date" i]',
  'meta[name="date" i]',
  'meta[name="DC.date.issued" i]',
  'meta[name="DC.date" i]',
  'meta[name="dcterms.created" i]',
  "article time[datetime]:not([class*=update], [itemprop=dateModified])",
  "time[datetime]:not([class*=update], [itemprop=dateModified])",
  "article time",
  "time",
  "article [class*=date]:not([class*=update])",
  "main [class*=date]:not([class*=update])",
];
const UPDATED = [
  'meta[property="article:modified_time"]',
  '[itemprop="dateModified"]',
  'meta[property="og:updated_time"]',
  'meta[property="og:article:modified_time"]',
  'meta[name="last-modified" i]',
  'meta[name="dcterms.modified" i]',
  "time[class*=update]",
];
/** Said in front of a date that is not the first: Russian, Kazakh, Uzbek in two scripts, Kyrgyz, English. */
const UPDATED_WORD = /обновл|изменен|жаңартыл|yangilan|янгилан|жаңыртыл|жаңылан|\bupdated?\b|\bmodified\b/iu;
/** Lines about an article stand near its headline: so many below it, so many above. */
const [BELOW, ABOVE] = [15, 5];
/** A longer line is a sentence, and its date another event's. In UTF-16 code units. */
const LONGEST_LINE = 60;
/** A day in an address: `/2026/02/10/`, `/2026-02-10-`, `/20260210/`. */
const DAY_IN_ADDRESS =
  /\/(20\d{2})([-/_]?)(0[1-9]|1[0-2]|(?<=[-/_])[1-9])\2(0[1-9]|[12]\d|3[01]|(?<=[-/_])[1-9])(?=[-/_]|$)/u;

export interface PageDates {
  readonly published?: Instant;
  readonly updated?: Instant;
}

export interface DatesOrigin {
  readonly html: string;
  readonly url: string | undefined;
  readonly timeZone: string;
  /** The page's first heading. */
  readonly heading: string | undefined;
  /** Where the outlet's pages have the date, as a CSS selector. */
  readonly selector: string | undefined;
}

/**
 * When a page's article was published and last changed: JSON-LD, OpenGraph, microdata, `time`, what stands near its
 * headline, its address. Dates without a zone are in `timeZone`. A change before the publication is none.
 */
export function pageDates($: CheerioAPI, data: ArticleData, origin: DatesOrigin): PageDates {
  const dateIn = (lines: Iterable<string>) => firstDate(lines, origin.timeZone);
  const own = origin.selector === undefined ? undefined : dateIn(linesAt($, [origin.selector]));
  const told = own ?? dateIn([data.published ?? ""]) ?? dateIn(linesAt($, PUBLISHED));
  const toldUpdate = dateIn([data.modified ?? ""]) ?? dateIn(linesAt($, UPDATED));
  const isUpdateShown = toldUpdate === undefined && UPDATED_WORD.test(origin.html);
  const lines = told === undefined || isUpdateShown ? linesNear(origin.heading, origin.html) : [];
  const published =
    told ?? dateIn(lines.filter((line) => !UPDATED_WORD.test(line))) ?? dayInAddress(origin.url, origin.timeZone);
  const updated = toldUpdate ?? dateIn(lines.flatMap(behindUpdatedWord));
  return {
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined || (published !== undefined && updated < published) ? {} : { updated }),
  };
}

function firstDate(lines: Iterable<string>, timeZone: string): Instant | undefined {
  for (const line of lines) {
    const date = parseDate(line, timeZone);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The short lines with digits below the headline, then those above it; none where the page has no headline. */
function linesNear(heading: string | undefined, html: string): string[] {
  if (heading === undefined) return [];
  const lines = plainText(html.slice(Math.max(0, html.search(/<body[\s>]/iu)))).split(/\n+/u);
  const at = lines.lastIndexOf(heading);
  if (at === -1) return [];
  const near = [...lines.slice(at + 1, at + 1 + BELOW), ...lines.slice(Math.max(0, at - ABOVE), at)];
  return near.filter((line) => line.length <= LONGEST_LINE && /\d/u.test(line));
}

function behindUpdatedWord(line: string): string[] {
  const word = UPDATED_WORD.exec(line);
  return word === null ? [] : [line.slice(word.index)];
}

function dayInAddress(url: string | undefined, timeZone: string): Instant | undefined {
  const day = DAY_IN_ADDRESS.exec(url !== undefined && URL.canParse(url) ? new URL(url).pathname : "");
  return day === null ? undefined : parseDate(`${day[1]}-${day[3]}-${day[4]}`, timeZone);
}
