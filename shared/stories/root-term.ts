import { hash } from "./hash.ts";

/** So many letters of a root are hashed; each of the two behind them has bits of its own. */
const HASHED = 4;
const LETTER_BITS = 6;
const LETTERS = 2 ** LETTER_BITS - 1;
const FIFTH = LETTERS << LETTER_BITS;
const BEHIND_FIFTH = LETTERS;
const BEHIND_FOURTH = FIFTH | LETTERS;

/**
 * A root of six letters at most as a number of 32 bits that keeps how it begins: 20 bits of its first four letters, then
 * six of the fifth and six of the sixth, 0 where there is none. So roots that begin alike stand together in order.
 */
export function rootTerm(root: string): number {
  const begins = hash(root.slice(0, HASHED)) & ~BEHIND_FOURTH;
  return (begins | (bitsOf(root, HASHED) << LETTER_BITS) | bitsOf(root, HASHED + 1)) >>> 0;
}

/** Never 0 for a letter. */
function bitsOf(root: string, at: number): number {
  return at < root.length ? (root.charCodeAt(at) % LETTERS) + 1 : 0;
}

/**
 * The first and the last of all terms that begin like this one: with the same five letters or, where it has no more than
 * four, the same four. Endings that `rootOf` leaves behind differ later: Тверь, тверские.
 */
export function firstAlike(term: number): number {
  return (term & ~openBits(term)) >>> 0;
}

export function lastAlike(term: number): number {
  return (term | openBits(term)) >>> 0;
}

function openBits(term: number): number {
  return (term & FIFTH) === 0 ? BEHIND_FOURTH : BEHIND_FIFTH;
}
