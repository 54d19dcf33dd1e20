import type { LearntOdds, TraitOdds } from "./learnt-odds.ts";
import { type Traits, union } from "./traits.ts";

/** Sentences that follow each other, from `from` up to, not including, `to`, and what labelled text tells of them. */
export interface OddsWindow {
  readonly from: number;
  readonly to: number;
  readonly odds: TraitOdds;
}

/** The window that tells most of something, and the log-odds of that. */
export interface TellingWindow extends OddsWindow {
  readonly most: number;
}

/** What labelled text tells of one article: of each of its windows, the first of which is its beginning. */
export interface ArticleOdds {
  readonly learnt: LearntOdds;
  readonly windows: readonly OddsWindow[];
}

/** What labelled text taught was taught by texts so short; a longer one is read in windows, each half in the next. In sentences. */
const LONGEST_WHOLE = 8;
const WINDOW = 6;
const STEP = WINDOW / 2;

/** `sentences` are the traits of each of an article's sentences. */
export function articleOdds(sentences: readonly Traits[], learnt: LearntOdds): ArticleOdds {
  const windows = windowsOf(sentences.length).map(({ from, to }) => ({
    from,
    to,
    odds: learnt.tell(union(sentences.slice(from, to))),
  }));
  return { learnt, windows };
}

/** The part of an article that tells most; undefined where nothing was learnt of what is asked. */
export function tellingWindow(
  { windows }: ArticleOdds,
  oddsOf: (odds: TraitOdds) => number | undefined,
): TellingWindow | undefined {
  let best: TellingWindow | undefined;
  for (const window of windows) {
    const told = oddsOf(window.odds);
    if (told !== undefined && (best === undefined || told > best.most)) best = { ...window, most: told };
  }
  return best;
}

/** Whether a sentence, by its number, is in a window that there is. */
export function isWithin(sentence: number, window: TellingWindow | undefined): boolean {
  return window !== undefined && sentence >= window.from && sentence < window.to;
}

function windowsOf(length: number): { readonly from: number; readonly to: number }[] {
  if (length <= LONGEST_WHOLE) return [{ from: 0, to: length }];
  const count = Math.ceil((length - WINDOW) / STEP) + 1;
  return Array.from({ length: count }, (_, i) => ({ from: i * STEP, to: Math.min(length, i * STEP + WINDOW) }));
}
