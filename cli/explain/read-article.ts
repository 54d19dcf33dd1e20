import { stdin } from "node:process";
import { buffer } from "node:stream/consumers";
import type { MatchInput, Watchlist } from "../../shared/model.ts";
import { decodeText } from "../../shared/web/decode-text.ts";
import { bytesOf, isAddress, type Page, pageAt, readingOf, sourceAt } from "../local/open-page.ts";
import { UsageError } from "../usage-error.ts";
import { recordArticle } from "./record-article.ts";
import { rememberedArticle } from "./remembered-article.ts";

/** An article to be explained, and where it is from. */
export interface GivenArticle {
  readonly from: string;
  readonly url?: string;
  readonly input: MatchInput;
}

export interface GivenOptions {
  readonly data: string;
  /** Which of a file's articles. */
  readonly id?: string;
  /** Where a saved page is from. */
  readonly url?: string;
}

const ITEM_ID = /^[0-9a-f]{16}(?:~\d+)?$/u;
const PAGE_NAME = /\.x?html?$/iu;
const JSON_NAME = /\.(?:json|jsonl|ndjson)$/iu;
const PAGE = /^\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|\?xml)/isu;
/** A first line longer than this is no headline, in UTF-16 code units. */
const LONGEST_HEADLINE = 300;

/**
 * The article that `given` names: a web address, an item of the local store by its id, or a file (`-`: standard input)
 * that holds a page, JSON, JSON Lines, or plain text. Throws a `UsageError` where there is none.
 */
export async function readGiven(given: string, options: GivenOptions, watchlist: Watchlist): Promise<GivenArticle> {
  if (isAddress(given)) return pageArticle(given, await pageAt(given, watchlist), watchlist);
  if (ITEM_ID.test(given)) return await rememberedArticle(given, options.data, watchlist);
  const bytes = given === "-" ? await buffer(stdin) : await bytesOf(given);
  const { text } = decodeText(bytes, undefined, "html");
  if (PAGE_NAME.test(given) || PAGE.test(text))
    return pageArticle(given, { bytes, ...(options.url === undefined ? {} : { url: options.url }) }, watchlist);
  if (JSON_NAME.test(given) || /^\s*[[{]/u.test(text)) return recordArticle(given, text, options.id);
  return { from: given, input: plainArticle(text) };
}

/** As a page is read in a run: by its outlet's selectors, in the language that the outlet usually writes in. */
function pageArticle(from: string, page: Page, watchlist: Watchlist): GivenArticle {
  const reading = readingOf(page, watchlist);
  if ("problem" in reading) throw new UsageError(`${from}: ${reading.problem}`);
  const language = sourceAt(page.url, watchlist)?.language;
  return {
    from,
    ...(page.url === undefined ? {} : { url: page.url }),
    input: {
      ...(reading.title === undefined ? {} : { title: reading.title }),
      text: reading.text,
      ...(language === undefined ? {} : { language }),
    },
  };
}

/** Plain text; a first line that a blank one follows is its headline. */
function plainArticle(text: string): MatchInput {
  const [, title = "", rest = ""] = /^\s*([^\n]+)\n\s*\n(.*)$/su.exec(text.replaceAll("\r\n", "\n")) ?? [];
  return rest.trim() === "" || title.length > LONGEST_HEADLINE
    ? { text: text.trim() }
    : { title: title.trim(), text: rest.trim() };
}
