import { load } from "cheerio/slim";
import type { PageSelectors, PageStub, PageText } from "../model.ts";
import { decodeText } from "../web/decode-text.ts";
import { cutAfterMarks, nestsDeeperThan } from "../web/nesting.ts";
import { plainText } from "../web/plain-text.ts";
import { withoutFrame } from "./article-frame.ts";
import { articleData } from "./json-ld.ts";
import { mainText, selectedText } from "./main-text.ts";
import { pageMetadata } from "./page-metadata.ts";
import { pageProblem } from "./page-problem.ts";

/** What a reader's time and memory are spent on at the most, in UTF-16 code units of HTML. */
const LONGEST_HTML = 3_000_000;
/** Tags and entities read; news pages have up to three thousand tags. A tree of so many nodes takes about two seconds. */
const MOST_MARKS = 60_000;
/** Elements inside each other: time grows with it, and the deepest news pages we know have 30 (Chromium cuts at 512). */
const DEEPEST = 250;
/** A main text shorter than this gives way to one that JSON-LD has. In UTF-16 code units. */
const SHORT_TEXT = 200;
/** What every page has one of; a feed, a picture or a text has none, except by chance. */
const IS_PAGE = /<(?:html|head|body|article|main|section|div|p|h1|table)(?=[\s>])/iu;

export interface PageOrigin {
  /** Where the page was read; a file may come from anywhere. */
  readonly url?: string;
  /** The HTTP `Content-Type`. */
  readonly contentType?: string;
  /** IANA zone of dates that name none. */
  readonly timeZone: string;
  /** Where the outlet's pages keep what they say. */
  readonly selectors?: PageSelectors;
}

/** The article on a page, or why the page does not show it. Nothing in the page is executed. */
export function readPage(bytes: Uint8Array, origin: PageOrigin): PageText | PageStub {
  const { url, contentType, timeZone, selectors = {} } = origin;
  const decoded = decodeText(bytes, contentType, "html").text;
  if (!IS_PAGE.test(decoded)) return { problem: "no web page" };
  const html = cutAfterMarks(MOST_MARKS, decoded.slice(0, LONGEST_HTML));
  if (nestsDeeperThan(DEEPEST, html, "html")) return { problem: "elements too deep inside each other" };
  const $ = load(html);
  const data = articleData($);
  const found = selectedText($, selectors) || mainText(html, selectors);
  const named = found.length < SHORT_TEXT ? plainText(data.body ?? "") : "";
  const whole = named.length > found.length ? named : found;
  const facts = pageMetadata($, data, { html, url, timeZone, selectors, text: whole });
  const text = withoutFrame(whole, facts.title, timeZone);
  const problem = pageProblem({ data, title: facts.title, text, everything: () => plainText(html) });
  return problem === undefined ? { ...facts, text } : { ...facts, problem };
}
