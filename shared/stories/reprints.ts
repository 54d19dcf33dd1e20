import { bandKeys, containment, resemblance, type Signature } from "./min-hash.ts";

/** So much of the shorter text must be in the other one: either may have been cut and added to. */
const CONTAINED = 0.5;
/** Shared shingles over all shingles below which the longer text is a round-up of many. */
const ROUND_UP = 0.15;

/** Whether two texts are near-identical, by their signatures. */
export function isReprint(a: Signature, b: Signature): boolean {
  return resemblance(a, b) >= ROUND_UP && containment(a, b) >= CONTAINED;
}

/** Whether one would be found under the other's band keys. */
export function sharesBand(a: Signature, b: Signature): boolean {
  const keys = new Set(bandKeys(a));
  return bandKeys(b).some((key) => keys.has(key));
}
