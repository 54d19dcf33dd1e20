import { Readability } from "@mozilla/readability";
import { type CheerioAPI, load } from "cheerio/slim";
import { parseHTML } from "linkedom";
import type { PageSelectors } from "../model.ts";
import { plainText } from "../web/plain-text.ts";
import { isNamedNotRead, NOT_READ, OVER_THE_PAGE } from "./boilerplate.ts";

/** A part that looks unread and holds more of the text than this is the text, whatever it is called. */
const MOST = 0.5;
/** The same of parts that only their names speak against. */
const MOST_BY_NAME = 0.3;
/** A block whose letters are this much links is a menu or a list of teasers. */
const LINK_HEAVY = 0.6;
/** Blocks shorter than this may be all link: a name, a source. */
const SHORT = 25;

/**
 * Attributes of pictures, of which nothing is kept: Readability takes lists of sources apart with a pattern whose time
 * grows with the square of their length. In UTF-16 code units.
 */
const LONGEST_ATTRIBUTE = 1_000;

/** The part of the page that the outlet's selectors name, as plain text; empty where there is none. */
export function selectedText($: CheerioAPI, { text, remove }: PageSelectors): string {
  if (text === undefined) return "";
  const parts = $(text).filter((_, element) => $(element).parents(text).length === 0);
  const copy = load(
    parts
      .toArray()
      .map((element) => $.html(element))
      .join("\n"),
  );
  if (remove !== undefined) copy(remove).remove();
  return plainText(copy.html());
}

/**
 * The main text of a page, paragraphs parted by blank lines; empty where there is none. Readability (Firefox's reader
 * view) picks the part, a clean-up takes out what is not read.
 */
export function mainText(html: string, { remove }: PageSelectors): string {
  const { document } = parseHTML(withBody(html));
  for (const element of remove === undefined ? [] : document.querySelectorAll(remove)) element.remove();
  for (const part of document.querySelectorAll(OVER_THE_PAGE)) {
    if (part.querySelector("h1,article,main") === null) part.remove();
  }
  for (const picture of document.querySelectorAll("img,source,picture,figure")) {
    for (const { name, value } of [...picture.attributes])
      if (/srcset/iu.test(name) || value.length > LONGEST_ATTRIBUTE) picture.removeAttribute(name);
  }
  const article = new Readability(document, { charThreshold: 0, keepClasses: true, disableJSONLD: true }).parse();
  return article?.content ? cleaned(load(article.content)) : "";
}

function cleaned($: CheerioAPI): string {
  type Part = Parameters<CheerioAPI>[0];
  const lengthOf = (part: Part) => $(part).text().trim().length;
  const removeBelow = (share: number, selector: string, isUnread: (part: Part) => boolean) => {
    const most = $.root().text().trim().length * share;
    $(selector)
      .filter((_, part) => isUnread(part) && lengthOf(part) < most)
      .remove();
  };
  removeBelow(MOST, NOT_READ, () => true);
  removeBelow(MOST_BY_NAME, "[class],[id]", (part) => isNamedNotRead($(part).attr("class"), $(part).attr("id")));
  for (const part of $("ul,ol,div,section,p,table").toArray()) {
    const length = lengthOf(part);
    if (length > SHORT && $(part).find("a").text().trim().length / length > LINK_HEAVY) $(part).remove();
  }
  return plainText($.html());
}

/** HTML lets `html`, `head` and `body` be left out (§13.1.2.4), linkedom does not. */
function withBody(html: string): string {
  if (/<body(?=[\s>])/iu.test(html)) return html;
  return `<html><head></head><body>${html.replace(/<\/?(?:html|head)(?=[\s>])[^>]*>/giu, "")}</body></html>`;
}
