import type { WeighedTheme } from "../shared/matching/judge-themes.ts";
import { logOdds } from "../shared/matching/log-odds.ts";
import { THEME_SIGNS, type ThemeWeights } from "../shared/matching/theme-model.ts";
import { fitSigns, toHundredths } from "./fit-signs.ts";
import type { Case } from "./learning-cases.ts";
import { type Score, scoreOf } from "./score.ts";

/** A text before all themes. */
export interface ThemeCase {
  readonly one: Case;
  readonly all: readonly WeighedTheme[];
}

/** Tried for what the log-odds must reach. */
const STEPS = Array.from({ length: 25 }, (_, i) => (i - 16) / 4);

/**
 * The weights that tell best what a text is about, from labelled ones; the bias such that from a confidence of one half on
 * most is right, all sets counting alike (F1).
 */
export function fitThemes(cases: readonly ThemeCase[]): ThemeWeights {
  const examples = cases.flatMap(({ one: { about }, all }) =>
    about === undefined
      ? []
      : all.flatMap(({ id, told }) => (told === undefined ? [] : [{ signs: told.signs, isSo: about.includes(id) }])),
  );
  const found = fitSigns(
    THEME_SIGNS,
    examples,
    ({ signs }) => signs,
    ({ isSo }) => isSo,
  );
  const tried = STEPS.map((step) => ({ ...found, bias: toHundredths(found.bias - step) }));
  const goal = (weights: ThemeWeights) =>
    [...reachedOnThemes(weights, cases).values()].reduce((sum, { f1 }) => sum + f1, 0);
  return tried.reduce((best, one) => (goal(one) > goal(best) ? one : best));
}

/** How well texts are read with these weights, set by set. */
export function reachedOnThemes(weights: ThemeWeights, cases: readonly ThemeCase[]): ReadonlyMap<Case["set"], Score> {
  const counts = new Map<Case["set"], { hits: number; spurious: number; missed: number }>();
  for (const { one, all } of cases) {
    const { about, set } = one;
    if (about === undefined) continue;
    const count = counts.get(set) ?? { hits: 0, spurious: 0, missed: 0 };
    counts.set(set, count);
    for (const { id, told, confidence } of all) {
      const isSaid = told === undefined ? confidence >= 0.5 : logOdds(weights, told.signs) >= 0;
      if (isSaid) count[about.includes(id) ? "hits" : "spurious"]++;
      else if (about.includes(id)) count.missed++;
    }
  }
  return new Map([...counts].map(([set, count]) => [set, scoreOf(count)]));
}
