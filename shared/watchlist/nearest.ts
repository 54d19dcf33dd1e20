import { distance } from "fastest-levenshtein";

/** The candidate that `word` is most likely a slip of, if any is near: at most a third of its letters differ. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** What to do about a name that nothing has, among those that something has. */
export function advice(name: string, known: readonly string[], where: string): string {
  const slip = nearest(name, known);
  return slip === undefined
    ? `define it in ${where}, or remove it here`
    : `did you mean "${slip}"? Otherwise define it in ${where}`;
}
