import { Readability } from "@mozilla/readability";
import { load } from "cheerio/slim";
import { parseHTML } from "linkedom";
import { plainText } from "../web/plain-text.ts";

/** Parts that readers of a text do not read: pictures with captions, asides, forms, share and read-also boxes. */
const NOT_READ =
  "figure,figcaption,aside,nav,form,button,table.infobox,[role=complementary],[class*=caption],[class*=share],[class*=related],[class*=read-also]";
/** A part named so that holds more of the text than this is the text, whatever it is called. */
const MOST = 0.5;
/** A block whose letters are this much links is a menu or a list of teasers. */
const LINK_HEAVY = 0.6;
/** Blocks shorter than this may be all link: a name, a source. */
const SHORT = 25;
/** Lines at the end that announce what is not there any more: "Share:". */
const ANNOUNCEMENTS = /(?:\n+[^\n]{1,60}:)+$/u;

/**
 * Attributes of pictures, of which nothing is kept: Readability takes lists of sources apart with a pattern whose time
 * grows with the square of their length. In UTF-16 code units.
 */
const LONGEST_ATTRIBUTE = 1_000;

/**
 * The main text of a page, paragraphs parted by blank lines, or undefined where there is none. Readability (Firefox's
 * reader view) picks the part, a small clean-up takes out what is not read.
 */
export function mainText(html: string): string | undefined {
  const { document } = parseHTML(withBody(html));
  for (const picture of document.querySelectorAll("img,source,picture,figure")) {
    for (const { name, value } of [...picture.attributes])
      if (/srcset/iu.test(name) || value.length > LONGEST_ATTRIBUTE) picture.removeAttribute(name);
  }
  const article = new Readability(document, { charThreshold: 0, keepClasses: true }).parse();
  if (!article?.content) return undefined;
  const $ = load(article.content);
  const lengthOf = (element: Parameters<typeof $>[0]) => $(element).text().trim().length;
  const most = $.root().text().trim().length * MOST;
  $(NOT_READ)
    .filter((_, element) => lengthOf(element) < most)
    .remove();
  for (const element of $("ul,ol,div,section,p,table").toArray()) {
    const length = lengthOf(element);
    if (length > SHORT && $(element).find("a").text().trim().length / length > LINK_HEAVY) $(element).remove();
  }
  return plainText($.html()).replace(ANNOUNCEMENTS, "") || undefined;
}

/** HTML lets `html`, `head` and `body` be left out (§13.1.2.4), linkedom does not. */
function withBody(html: string): string {
  if (/<body(?=[\s>])/iu.test(html)) return html;
  return `<html><head></head><body>${html.replace(/<\/?(?:html|head)(?=[\s>])[^>]*>/giu, "")}</body></html>`;
}
