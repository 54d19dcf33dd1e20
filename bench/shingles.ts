/**
 * How much of a true text another text has, as scrapinghub's article-extraction-benchmark reckons it (`evaluate.py`):
 * runs of four words, counted; each page weighs the same; F1 of the mean precision and the mean recall.
 */
const WORDS_IN_A_RUN = 4;
/** What `\w+` is in Python: letters, numbers and the underscore. */
const WORD = /[\p{L}\p{N}_]+/gu;

/** What of one text is in the other, too much and missing, as shares of all three; all 0 where both are empty. */
export interface Overlap {
  readonly hits: number;
  readonly spurious: number;
  readonly missed: number;
}

/** 0 to 1. */
export interface TextScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function overlapOf(truth: string, found: string): Overlap {
  const [meant, said] = [runsOf(truth), runsOf(found)];
  let [hits, spurious, missed] = [0, 0, 0];
  for (const run of new Set([...meant.keys(), ...said.keys()])) {
    const [inTruth, inFound] = [meant.get(run) ?? 0, said.get(run) ?? 0];
    hits += Math.min(inTruth, inFound);
    spurious += Math.max(0, inFound - inTruth);
    missed += Math.max(0, inTruth - inFound);
  }
  const all = hits + spurious + missed || 1;
  return { hits: hits / all, spurious: spurious / all, missed: missed / all };
}

/** Pages of which nothing was found say nothing of precision, pages without a text nothing of recall. */
export function textScore(overlaps: readonly Overlap[]): TextScore {
  const precision = mean(overlaps.map(({ hits, spurious }) => hits / (hits + spurious)));
  const recall = mean(overlaps.map(({ hits, missed }) => hits / (hits + missed)));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function mean(values: readonly number[]): number {
  const numbers = values.filter((value) => !Number.isNaN(value));
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

function runsOf(text: string): Map<string, number> {
  const words = text.match(WORD) ?? [];
  const runs = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - WORDS_IN_A_RUN + 1); at++) {
    const run = words.slice(at, at + WORDS_IN_A_RUN).join(" ");
    if (run !== "") runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}
