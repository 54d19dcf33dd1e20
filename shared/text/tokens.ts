import { APOSTROPHES, fold, INVISIBLES } from "./fold.ts";

/** A word of a text: `text.slice(start, end)` is how it is written, `form` how it is compared. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/**
 * Letters, marks and digits; apostrophes and invisible characters only between two of them, or one apostrophe after an
 * o or g at the end, which are letters of Uzbek then: togʻ. Hyphens part words.
 */
const BETWEEN = `[${APOSTROPHES}${INVISIBLES}]`;
const WORD = new RegExp(
  `[[\\p{L}\\p{N}]--${BETWEEN}][[\\p{L}\\p{M}\\p{N}]--${BETWEEN}]*(?:${BETWEEN}+[[\\p{L}\\p{M}\\p{N}]--${BETWEEN}]+)*(?:(?<=[OGog])[${APOSTROPHES}])?`,
  "gv",
);
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
