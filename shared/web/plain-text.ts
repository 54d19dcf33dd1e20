import { load } from "cheerio/slim";
import { marksOf } from "./markup.ts";

/** Elements that begin and end a paragraph. Sorted. */
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
const NOT_TEXT: ReadonlySet<string> = new Set(["iframe", "noscript", "script", "style", "svg", "template"]);
/** Marks of XML that were escaped, so that they came through; what they enclose is text like any other. */
const CDATA_MARKS = /<!\[CDATA\[|\]\]>/gu;
/** Where one of these stands, white space in the source says nothing; elsewhere its line breaks are the author's. */
const LAYOUT = /<(?:br|div|li|p|td)(?=[\s/>])/iu;
/** What a plain line holds only if it was escaped twice: tags that headlines have, and references to characters. */
const ESCAPED_TWICE =
  /<\/?(?:a|b|br|em|font|i|img|p|small|span|strong|sub|sup|u)(?=[\s/>])[^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/iu;

/** Markup as plain text: entities resolved once, paragraphs parted by blank lines, nothing executed. */
export function plainText(markup: string): string {
  if (!/[<&]/u.test(markup)) return tidy(markup);
  const bare = markup.replace(CDATA_MARKS, "");
  const source = LAYOUT.test(bare) ? bare.replace(/\s+/gu, " ") : bare;
  let text = "";
  let end = 0;
  for (const mark of marksOf(source, "html", NOT_TEXT)) {
    text += source.slice(end, mark.start) + breakAt(mark.tag);
    end = mark.end;
  }
  return tidy(resolved(text + source.slice(end)));
}

function breakAt(tag: string | undefined): string {
  if (tag === "br") return "\n";
  return tag !== undefined && BLOCKS.has(tag) ? "\n\n" : "";
}

/** Entities and character references resolved, once, and nothing else read as markup. */
function resolved(text: string): string {
  return text.includes("&") ? load(text.replaceAll("<", "&lt;")).root().text() : text;
}

/** Markup as plain text on one line, for titles. */
export function plainLine(markup: string): string {
  return resolvedLine(plainText(markup));
}

/** A text that is plain already on one line; what was escaped twice, as feeds and JSON-LD do, is resolved. */
export function resolvedLine(text: string): string {
  return (ESCAPED_TWICE.test(text) ? plainText(text) : text).replace(/\s+/gu, " ").trim();
}

/** White space as people see it: single spaces, single line breaks, one blank line between paragraphs. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{2,}/gu, "\n\n")
    .trim();
}
