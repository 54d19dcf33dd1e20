import type { Token } from "../text/tokens.ts";
import { hash, mix } from "./hash.ts";

/** Numbers in a signature. */
const BINS = 128;
const BITS = 7;
/** Words in a shingle. */
const SHINGLE = 3;
/** Numbers of the signature that make one band key. */
const ROWS = 2;
/** Band keys of a signature. */
const BANDS = 32;
/** An empty bin: no shingle fell into it. */
const EMPTY = 0xffffffff;

/** One-permutation MinHash of a text's word 3-shingles: 128 numbers of 32 bits (Li, Owen, Zhang, NIPS 2012). */
export interface Signature {
  readonly bins: Uint32Array;
  /** Distinct shingles of the text. */
  readonly shingles: number;
}

/**
 * A text of fewer words has no signature: too little to be called a copy of anything. Copies with a quarter cut are found
 * in 98 cases of 100 and more where the text had 40 words and four sentences; shorter ones less often.
 */
export const FEWEST_WORDS = 12;

/** Undefined for a text too short to be recognised again. */
export function signatureOf(tokens: readonly Token[]): Signature | undefined {
  if (tokens.length < FEWEST_WORDS) return undefined;
  const words = tokens.map(({ form }) => hash(form));
  const bins = new Uint32Array(BINS).fill(EMPTY);
  const distinct = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    let value = 0;
    for (let i = 0; i < SHINGLE; i++) value = mix(Math.imul(value, 31) + (words[at + i] ?? 0));
    distinct.add(value);
    const bin = value >>> (32 - BITS);
    const rest = (value << BITS) >>> 0;
    if (rest < (bins[bin] ?? EMPTY)) bins[bin] = rest;
  }
  return { bins, shingles: distinct.size };
}

/** An estimate of how much two texts have in common: shared shingles over all shingles of both, 0 to 1. */
export function resemblance({ bins: a }: Signature, { bins: b }: Signature): number {
  let same = 0;
  let filled = 0;
  for (let bin = 0; bin < BINS; bin++) {
    if (a[bin] === EMPTY && b[bin] === EMPTY) continue;
    filled++;
    if (a[bin] === b[bin]) same++;
  }
  return filled === 0 ? 0 : same / filled;
}

/** An estimate of how much of the shorter text is in the longer one, 0 to 1. */
export function containment(a: Signature, b: Signature): number {
  const alike = resemblance(a, b);
  const shared = (alike * (a.shingles + b.shingles)) / (1 + alike);
  return Math.min(1, shared / Math.max(1, Math.min(a.shingles, b.shingles)));
}

/**
 * The 32 keys under which a signature is stored and looked up: near-identical texts share at least one with near
 * certainty, unrelated ones with hardly any.
 */
export function bandKeys({ bins }: Signature): number[] {
  const filled = withoutGaps(bins);
  return Array.from({ length: BANDS }, (_, band) => {
    let key = mix(band + 1);
    for (let row = 0; row < ROWS; row++) key = mix(Math.imul(key, 31) + (filled[band * ROWS + row] ?? 0));
    return key;
  });
}

/** Each empty bin takes the next filled one's number and its distance (Shrivastava, Li, ICML 2014). */
function withoutGaps(bins: Uint32Array): Uint32Array {
  const filled = bins.slice();
  for (let bin = 0; bin < BINS; bin++) {
    let distance = 0;
    while (bins[(bin + distance) % BINS] === EMPTY && distance < BINS) distance++;
    if (distance > 0) filled[bin] = mix((bins[(bin + distance) % BINS] ?? 0) + distance);
  }
  return filled;
}
