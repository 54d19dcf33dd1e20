import { load } from "cheerio";

/** Elements that begin and end a paragraph or a line of text. */
const BLOCKS =
  "address,article,aside,blockquote,dd,div,dl,dt,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,td,th,tr,ul";
const NOT_TEXT = "script,style,noscript,template,iframe,svg";

/** Markup as plain text: entities resolved, paragraphs parted by blank lines, nothing executed. */
export function plainText(markup: string): string {
  if (!/[<&]/u.test(markup)) return tidy(markup);
  const $ = load(markup, null, false);
  $(NOT_TEXT).remove();
  $("br").replaceWith("\n");
  $(BLOCKS).each((_, element) => void $(element).prepend("\n\n").append("\n\n"));
  return tidy($.root().text());
}

/** The same on one line, for titles. Markup that was escaped twice, as feeds do, is resolved as well. */
export function plainLine(markup: string): string {
  const once = plainText(markup);
  return (/<\/?[a-z][^>]*>|&#?\w+;/iu.test(once) ? plainText(once) : once).replace(/\s+/gu, " ").trim();
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
