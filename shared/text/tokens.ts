import { fold } from "./fold.ts";

/** A word of a text: `text.slice(start, end)` is how it is written, `form` how it is compared. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/** Letters, marks and digits; an apostrophe or invisible character only between two of them. Hyphens part words. */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[\u02bb\u02bc'\u2018\u2019`\u00b4\u2032\u00ad\u200b-\u200d\u2060\ufeff]+[\p{L}\p{M}\p{N}]+)*/gu;
/** A word longer than this is no word; it is passed over. */
const LONGEST_WORD = 60;

/** The words of `text` from `from` to `to`, with offsets into `text`. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const [written] = match;
    if (written.length > LONGEST_WORD) continue;
    const start = from + match.index;
    tokens.push({ start, end: start + written.length, form: fold(written) });
  }
  return tokens;
}
