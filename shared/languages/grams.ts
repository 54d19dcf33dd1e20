import { fold } from "../text/fold.ts";

/** The longest run of letters that is weighed. */
const LONGEST = 4;
/** A row of letters longer than this is no word; it is read in parts. */
const WORD = /[\p{L}\p{M}'\u02bb\u02bc\u2018\u2019`\u00b4]{1,60}/gu;

/** The words of a text, folded; runs of letters do not reach over their ends. */
export function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => fold(word));
}

/** The runs of one to four characters of a folded word, a blank standing for each of its ends. */
export function gramsOf(word: string): string[] {
  const grams: string[] = [];
  const padded = ` ${word} `;
  for (let length = 1; length <= LONGEST; length++) {
    for (let at = 0; at + length <= padded.length; at++) {
      const gram = padded.slice(at, at + length);
      if (gram !== " ") grams.push(gram);
    }
  }
  return grams;
}
