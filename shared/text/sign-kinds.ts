import { APOSTROPHES, INVISIBLES } from "./fold.ts";

/** Neither part of a word nor of what may stand in one: white space, most punctuation. */
export const BREAK = 0;
/** A letter or digit that is a word's wherever it stands. */
export const PLAIN = 1;
/** What only a closer look tells: marks, apostrophes, invisible characters, halves of pairs, rarer letters. */
export const ODD = 2;

/** Up to the end of General Punctuation, U+206F, which has what any text of ours has; what is beyond is odd. */
const KNOWN = 0x2070;
const LETTERS = /[\dA-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0400-\u0481\u048a-\u04ff]/u;
const IN_WORDS = new RegExp(`[\\p{L}\\p{M}\\p{N}${APOSTROPHES}${INVISIBLES}]`, "u");

const KINDS = Uint8Array.from({ length: KNOWN }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (LETTERS.test(sign)) return PLAIN;
  return IN_WORDS.test(sign) ? ODD : BREAK;
});

/** The kind of the UTF-16 code unit at `at`. */
export function signKind(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? ODD;
}
