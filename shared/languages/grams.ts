import { fold } from "../text/fold.ts";

/** The longest run of letters that is weighed. */
const LONGEST = 4;

/** The runs of one to four characters of a text, word by word, a blank standing for each word's ends. */
export function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{M}'\u02bb\u02bc\u2018\u2019`\u00b4]+/gu)) {
    const padded = ` ${fold(word)} `;
    for (let length = 1; length <= LONGEST; length++) {
      for (let at = 0; at + length <= padded.length; at++) {
        const gram = padded.slice(at, at + length);
        if (gram !== " ") grams.push(gram);
      }
    }
  }
  return grams;
}
