import { firstSign } from "./first-sign.ts";

/** The columns that text is wrapped at by hand or by a mailer, in UTF-16 code units. */
const COLUMNS = { narrowest: 40, widest: 120 };
/** Full lines that make a text hard-wrapped: one alone may be a headline that is longer than its lead. */
const FEWEST_FULL_LINES = 2;
/** Signs after which a line goes on in the next one. */
const GOES_ON = /[,:(«„“‹—–-]$/u;
/** A stop, with closing quotation marks or brackets behind it: whether that ends the sentence is not the line's matter. */
const STOPPED = /[.!?…]["'»”’“›)\]]*$/u;
/** How far from a line's end is looked for either, in UTF-16 code units. */
const REACH = 20;

/** A line without the white space around it, and where it stands. */
interface Line {
  readonly words: string;
  /** Offset of the line break that ends it. */
  readonly end: number;
}

/**
 * Line breaks that end a sentence though no stop does: behind a headline, a byline, an entry of a list. The next line
 * must not begin with a small letter, nor the break be one of a hard-wrapped text, where the next word found no room.
 * Offsets in UTF-16 code units, in order. Blank lines are not looked at.
 */
export function endingLineBreaks(text: string): number[] {
  if (!text.includes("\n")) return [];
  const lines = linesOf(text);
  const isWrapped = wrapOf(lines);
  return lines.flatMap((line, i) => {
    const next = lines[i + 1];
    if (next === undefined || line.words === "" || next.words === "") return [];
    return endsSentence(line, next) && !isWrapped(line, next) ? [line.end] : [];
  });
}

function linesOf(text: string): Line[] {
  let end = -1;
  return text.split("\n").map((line) => {
    end += line.length + 1;
    return { words: line.trim(), end };
  });
}

function endsSentence({ words }: Line, next: Line): boolean {
  const tail = words.slice(-REACH);
  if (GOES_ON.test(tail) || STOPPED.test(tail)) return false;
  const first = firstSign(next.words, 0);
  return first !== undefined && !/\p{Ll}/u.test(first);
}

/** Says of two lines whether the text was wrapped between them: into a column where the next word found no room. */
function wrapOf(lines: readonly Line[]): (line: Line, next: Line) => boolean {
  const column = lines.reduce((longest, { words }) => Math.max(longest, words.length), 0);
  if (column < COLUMNS.narrowest || column > COLUMNS.widest) return () => false;
  const isFull = (line: Line, next: Line) =>
    next.words !== "" && line.words.length + 1 + next.words.split(/\s/u, 1).join("").length > column;
  const full = lines.filter((line, i) => {
    const next = lines[i + 1];
    return next !== undefined && isFull(line, next);
  });
  return full.length < FEWEST_FULL_LINES ? () => false : isFull;
}
