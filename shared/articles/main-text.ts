import { Readability } from "@mozilla/readability";
import { load } from "cheerio";
import { parseHTML } from "linkedom";
import { plainText } from "../web/plain-text.ts";

/** Parts that readers of a text do not read: pictures with captions, asides, forms, share and read-also boxes. */
const NOT_READ =
  "figure,figcaption,aside,nav,form,button,table.infobox,[role=complementary],[class*=caption],[class*=share],[class*=related],[class*=read-also]";
/** A block whose letters are this much links is a menu or a list of teasers. */
const LINK_HEAVY = 0.6;
/** Blocks shorter than this may be all link: a name, a source. */
const SHORT = 25;

/**
 * The main text of a page, paragraphs parted by blank lines, or undefined where there is none. Readability (Firefox's
 * reader view) picks the part, a small clean-up takes out what is not read.
 */
export function mainText(html: string): string | undefined {
  const { document } = parseHTML(html);
  const article = new Readability(document, { charThreshold: 0 }).parse();
  if (!article?.content) return undefined;
  const $ = load(article.content, null, false);
  $(NOT_READ).remove();
  for (const element of $("ul,ol,div,section,p,table").toArray()) {
    const block = $(element);
    const length = block.text().trim().length;
    if (length > SHORT && block.find("a").text().trim().length / length > LINK_HEAVY) block.remove();
  }
  return plainText($.html()) || undefined;
}
