import { APOSTROPHES, INVISIBLES } from "./fold.ts";

/** Neither part of a word nor of what may stand in one: white space, most punctuation. */
export const BREAK = 0;
/** A letter or digit that is a word's wherever it stands. */
export const PLAIN = 1;
/** What only a closer look tells: marks, invisible characters, halves of pairs, rarer letters. */
export const ODD = 2;
/** What is written for an apostrophe: part of a word between two letters, and behind o and g. */
export const APOSTROPHE = 3;

/** Part of a regular expression: one of the plain letters and digits. */
export const PLAIN_LETTER = "[\\dA-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u017f\\u0400-\\u0481\\u048a-\\u04ff]";
/** Up to the end of General Punctuation, U+206F, which has what any text of ours has; what is beyond is odd. */
const KNOWN = 0x2070;

/** Each kind's signs in place of those before it; every program starts with this, so whole runs are told at once. */
const KINDS = new Uint8Array(KNOWN);
const SIGNS = String.fromCharCode(...KINDS.keys());
for (const [signs, kind] of [
  [`[\\p{L}\\p{M}\\p{N}${INVISIBLES}]`, ODD],
  [`[${APOSTROPHES}]`, APOSTROPHE],
  [PLAIN_LETTER, PLAIN],
] as const)
  for (const { index, 0: run } of SIGNS.matchAll(new RegExp(`${signs}+`, "gu")))
    KINDS.fill(kind, index, index + run.length);

/** The kind of the UTF-16 code unit at `at`, which must be inside of the text: elsewhere V8 gives up its fast reading. */
export function signKind(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? ODD;
}
