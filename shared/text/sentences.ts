import { isAbbreviated } from "./abbreviations.ts";
import { APOSTROPHES } from "./fold.ts";

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
/** The first sign of what follows, behind opening quotation marks, brackets and dashes. */
const NEXT = /^\s+["'«“„‘‹([—–-]*\s*(\S)/u;
/** How far is looked for it, and for the word before a stop, in UTF-16 code units. */
const REACH = 20;
const LAST_WORD = new RegExp(`[\\p{L}\\p{N}.${APOSTROPHES}]+$`, "u");
/** So short a beginning without a letter is the number of what follows: "1. …". In UTF-16 code units. */
const NUMBERING = 4;

/** The sentences of `text`, in order, without the white space around them. A blank line ends one whatever stands there. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const { index, 0: gap } of [...text.matchAll(BLANK_LINE), { index: text.length, 0: "" }]) {
    splitParagraph(text, start, index, sentences);
    start = index + gap.length;
  }
  return sentences;
}

function splitParagraph(text: string, from: number, to: number, sentences: Span[]): void {
  const paragraph = text.slice(from, to);
  let start = 0;
  const push = (end: number) => {
    const sentence = paragraph.slice(start, end);
    const leading = sentence.length - sentence.trimStart().length;
    const trimmed = sentence.trim();
    if (trimmed !== "") sentences.push({ start: from + start + leading, end: from + start + leading + trimmed.length });
    start = end;
  };
  for (const { index, 0: sign, 1: stops = "" } of paragraph.matchAll(STOP)) {
    const isNumbering = index - start <= NUMBERING && !/\p{L}/u.test(paragraph.slice(start, index));
    if (!isNumbering && endsSentence(paragraph, index, index + sign.length, stops)) push(index + sign.length);
  }
  push(paragraph.length);
}

/** False before a small letter, and after an abbreviation or an initial. */
function endsSentence(paragraph: string, stop: number, end: number, stops: string): boolean {
  const next = NEXT.exec(paragraph.slice(end, end + REACH))?.[1];
  if (next !== undefined && /\p{Ll}/u.test(next)) return false;
  if (stops !== ".") return true;
  return !isAbbreviated(LAST_WORD.exec(paragraph.slice(Math.max(0, stop - REACH), stop))?.[0] ?? "", next);
}
