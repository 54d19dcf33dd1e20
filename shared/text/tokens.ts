import { APOSTROPHES, fold, INVISIBLES } from "./fold.ts";
import { APOSTROPHE, BREAK, PLAIN, signKind } from "./sign-kinds.ts";

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
  "vy",
);
/** A word longer than this is no word; it is passed over. */
const LONGEST_WORD = 60;

/** The words of `text` from `from` to `to`, with offsets into `text`. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const part = text.slice(from, to);
  const tokens: Token[] = [];
  for (let start = 0; start < part.length; ) {
    const end = wordEnd(part, start);
    if (end === start) start += (part.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
    else {
      if (end - start <= LONGEST_WORD)
        tokens.push({ start: from + start, end: from + end, form: fold(part.slice(start, end)) });
      start = end;
    }
  }
  return tokens;
}

/**
 * Where the word ends that begins at `start`, or `start` where none does. Most words are plain, with an apostrophe between
 * two letters at the most: only others are tried.
 */
function wordEnd(text: string, start: number): number {
  let end = plainEnd(text, start);
  if (end === text.length) return end;
  let kind = signKind(text, end);
  while (kind === APOSTROPHE && end > start && end + 1 < text.length && signKind(text, end + 1) === PLAIN) {
    end = plainEnd(text, end + 1);
    if (end === text.length) return end;
    kind = signKind(text, end);
  }
  if (kind === BREAK) return end;
  if (kind === APOSTROPHE && end > start && isBreak(text, end + 1))
    return "OGog".includes(text.charAt(end - 1)) ? end + 1 : end;
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start;
}

function plainEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && signKind(text, end) === PLAIN) end++;
  return end;
}

function isBreak(text: string, at: number): boolean {
  return at === text.length || signKind(text, at) === BREAK;
}
