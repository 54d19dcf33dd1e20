import { type Traits, union } from "./traits.ts";

/** Sentences that follow each other, from `from` up to, not including, `to`, and the log-odds that they speak to a position. */
export interface TellingWindow {
  readonly from: number;
  readonly to: number;
  readonly odds: number;
}

/** What labelled text taught was taught by texts so short; a longer one is read in windows, each half in the next. In sentences. */
const LONGEST_WHOLE = 8;
const WINDOW = 6;
const STEP = WINDOW / 2;

/** Of each position the part of an article that speaks to it most; undefined where nothing was learnt of it. */
export function tellingWindows(
  sentences: readonly Traits[],
  speaks: (traits: Traits) => readonly (number | undefined)[],
): readonly (TellingWindow | undefined)[] {
  let best: (TellingWindow | undefined)[] = [];
  for (const { from, to } of windowsOf(sentences.length)) {
    const found = speaks(union(sentences.slice(from, to)));
    best = found.map((odds, i) => {
      const before = best[i];
      return odds === undefined || (before !== undefined && before.odds >= odds) ? before : { from, to, odds };
    });
  }
  return best;
}

function windowsOf(length: number): { readonly from: number; readonly to: number }[] {
  if (length <= LONGEST_WHOLE) return [{ from: 0, to: length }];
  const count = Math.ceil((length - WINDOW) / STEP) + 1;
  return Array.from({ length: count }, (_, i) => ({ from: i * STEP, to: Math.min(length, i * STEP + WINDOW) }));
}
