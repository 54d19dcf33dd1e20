import { isAbbreviated } from "./abbreviations.ts";
import { firstSign } from "./first-sign.ts";
import { APOSTROPHES } from "./fold.ts";
import { endingLineBreaks } from "./line-ends.ts";

/** A part of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What can end a sentence: stops, with closing quotation marks or brackets behind them, before space. Looking back first
 * keeps a long row of stops from being tried from each of them.
 */
const STOP = /(?<![.!?…])([.!?…]+)["'»”’“›)\]]*(?=\s)/gu;
const BLANK_LINE = /\n\s*\n/gu;
/** How far is looked for the word before a stop, in UTF-16 code units. */
const REACH = 20;
const LAST_WORD = new RegExp(`[\\p{L}\\p{N}.${APOSTROPHES}]+$`, "u");
/** So short a beginning without a letter is the number of what follows: "1. …". In UTF-16 code units. */
const NUMBERING = 4;

/**
 * The sentences of `text`, in order, without the white space around them. A blank line ends one whatever stands there, a
 * single line break where the line was a headline or the like.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const end of partEnds(text)) {
    splitPart(text, start, end, sentences);
    start = end;
  }
  return sentences;
}

/** Where no sentence goes on, in order; the end of the text is the last. */
function partEnds(text: string): number[] {
  const blankLines = Array.from(text.matchAll(BLANK_LINE), ({ index }) => index);
  return [...blankLines, ...endingLineBreaks(text), text.length].sort((a, b) => a - b);
}

function splitPart(text: string, from: number, to: number, sentences: Span[]): void {
  const part = text.slice(from, to);
  let start = part.length - part.trimStart().length;
  const push = (end: number) => {
    const sentence = part.slice(start, end);
    const leading = sentence.length - sentence.trimStart().length;
    const trimmed = sentence.trim();
    if (trimmed !== "") sentences.push({ start: from + start + leading, end: from + start + leading + trimmed.length });
    start = end;
  };
  for (const { index, 0: sign, 1: stops = "" } of part.matchAll(STOP)) {
    const isNumbering = index - start <= NUMBERING && !/\p{L}/u.test(part.slice(start, index));
    if (!isNumbering && endsSentence(part, index, index + sign.length, stops)) push(index + sign.length);
  }
  push(part.length);
}

/** False before a small letter, and after an abbreviation or an initial. */
function endsSentence(part: string, stop: number, end: number, stops: string): boolean {
  const next = firstSign(part, end);
  if (next !== undefined && /\p{Ll}/u.test(next)) return false;
  if (stops !== ".") return true;
  return !isAbbreviated(lastWord(part.slice(Math.max(0, stop - REACH), stop)), next);
}

/** The word, with stops in it, that `text` ends with. */
function lastWord(text: string): string {
  return LAST_WORD.exec(text.slice(text.lastIndexOf(" ") + 1))?.[0] ?? "";
}
