import { load } from "cheerio/slim";
import type { PageText } from "../model.ts";
import { decodeText } from "../web/decode-text.ts";
import { marksIn, nestsDeeperThan } from "../web/nesting.ts";
import { mainText } from "./main-text.ts";
import { pageMetadata } from "./page-metadata.ts";

/** What a reader's time and memory are spent on at the most, in UTF-16 code units of HTML. */
const LONGEST_HTML = 3_000_000;
/** Tags and entities; news pages have up to three thousand tags. A tree of so many nodes takes about two seconds. */
const MOST_MARKS = 60_000;
/** Elements inside each other: Chromium cuts trees at 512, and the deepest news pages we know have 30. */
const DEEPEST = 500;
/** A shorter text is a stub, a menu or a notice about cookies; a real note has a sentence or two. */
const SHORTEST_TEXT = 80;

export interface PageOrigin {
  readonly url: string;
  /** The HTTP `Content-Type`. */
  readonly contentType?: string;
  /** IANA zone of dates that name none. */
  readonly timeZone: string;
}

/** The article on a page, or undefined where the page has no article text. Nothing in the page is executed. */
export function readPage(bytes: Uint8Array, { url, contentType, timeZone }: PageOrigin): PageText | undefined {
  const html = decodeText(bytes, contentType, "html").text.slice(0, LONGEST_HTML);
  if (!isReadable(html)) return undefined;
  const metadata = pageMetadata(load(html), url, timeZone);
  const text = withoutTitle(mainText(html) ?? "", metadata.title);
  return text.length < SHORTEST_TEXT ? undefined : { ...metadata, text };
}

/** False for what no author writes and no parser takes in good time: too much, or too deep. */
function isReadable(html: string): boolean {
  return marksIn(html) <= MOST_MARKS && !nestsDeeperThan(DEEPEST, html, "html");
}

/** Readers take the headline along where it stands inside the article; it has a place of its own. */
function withoutTitle(text: string, title: string | undefined): string {
  const [first = "", ...rest] = text.split("\n\n");
  return first.replace(/\s+/gu, " ") === title ? rest.join("\n\n") : text;
}
