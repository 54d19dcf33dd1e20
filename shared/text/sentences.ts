/** A part of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations after which a full stop ends no sentence, in small letters, without their last stop. Sorted. */
const ABBREVIATIONS: ReadonlySet<string> = new Set([
  // English
  "co",
  "corp",
  "dr",
  "e.g",
  "gen",
  "i.e",
  "inc",
  "ltd",
  "mr",
  "mrs",
  "ms",
  "no",
  "p.m",
  "a.m",
  "prof",
  "st",
  "u.s",
  "u.k",
  "vs",
  // Russian and Kyrgyz
  "акад",
  "в т.ч",
  "вв",
  "гг",
  "г",
  "га",
  "д",
  "долл",
  "др",
  "ед",
  "им",
  "кв",
  "кг",
  "км",
  "куб",
  "м",
  "млн",
  "млрд",
  "мин",
  "напр",
  "обл",
  "п",
  "пр",
  "проф",
  "р",
  "руб",
  "рис",
  "с",
  "см",
  "сом",
  "ст",
  "стр",
  "т",
  "т.д",
  "т.е",
  "т.к",
  "т.н",
  "т.п",
  "тг",
  "трлн",
  "тыс",
  "ул",
  "чел",
  "экз",
  // Kazakh
  "ж",
  "жж",
  "т.б",
  "т.с.с",
  "ғ",
  "мың",
  // Uzbek
  "h.k",
  "k",
  "mlrd",
  "mln",
  "sh.k",
  "trln",
  "va h.k",
  "й",
  "ҳ.к",
]);

/** What can end a sentence: stops, with closing quotation marks or brackets behind them, before space. */
const STOP = /[.!?…]+["'»”’)\]]*(?=\s)/gu;
const BLANK_LINE = /\n\s*\n/gu;

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
  for (const match of paragraph.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (endsSentence(paragraph, match.index, end)) push(end);
  }
  push(paragraph.length);
}

/** False after an abbreviation or an initial, and before a small letter. */
function endsSentence(paragraph: string, stop: number, end: number): boolean {
  const next = /^\s+["'«“„([—–-]*\s*(\S)/u.exec(paragraph.slice(end, end + 20))?.[1];
  if (next !== undefined && /\p{Ll}/u.test(next)) return false;
  if (paragraph.charAt(stop) !== "." || end - stop > 1) return true;
  const before = /[\p{L}\p{N}.]+$/u.exec(paragraph.slice(Math.max(0, stop - 20), stop))?.[0] ?? "";
  const isInitial =
    /^(?:\p{Lu}\.)*\p{Lu}(?:\p{Ll})?$/u.test(before) &&
    before.length <= 4 &&
    next !== undefined &&
    /\p{Lu}/u.test(next) &&
    !/^\p{Lu}{2,}$/u.test(before);
  return !isInitial && !ABBREVIATIONS.has(before.toLowerCase());
}
