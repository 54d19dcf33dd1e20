import { load } from "cheerio";
import type { PageText } from "../model.ts";
import { decodeText } from "../web/decode-text.ts";
import { mainText } from "./main-text.ts";
import { pageMetadata } from "./page-metadata.ts";

/** What a reader's time and memory are spent on at the most, in UTF-16 code units of HTML. */
const LONGEST_HTML = 3_000_000;
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
  const metadata = pageMetadata(load(html), url, timeZone);
  const text = withoutTitle(mainText(html) ?? "", metadata.title);
  return text.length < SHORTEST_TEXT ? undefined : { ...metadata, text };
}

/** Readers take the headline along where it stands inside the article; it has a place of its own. */
function withoutTitle(text: string, title: string | undefined): string {
  return title !== undefined && text.startsWith(title) ? text.slice(title.length).trimStart() : text;
}
