import { logOdds, type Signs, shareOf, type Weights } from "./log-odds.ts";
import type { ArticleOdds, TellingWindow } from "./telling-window.ts";

/** What tells whether an article is about a theme of which something was learnt. */
export const THEME_SIGNS = [
  "query", // how sure the query by itself makes one, 0 to 1
  "beginning", // what labelled text tells of the beginning, in log-odds
  "further", // by how much another part tells more, in log-odds
] as const;

export type ThemeSigns = Signs<(typeof THEME_SIGNS)[number]>;
export type ThemeWeights = Weights<keyof ThemeSigns>;

export function themeSigns(query: number, { windows }: ArticleOdds, theme: number, telling: TellingWindow): ThemeSigns {
  const beginning = windows[0]?.odds.themes[theme] ?? telling.most;
  return { query, beginning, further: telling.most - beginning };
}

/** How sure one may be, 0 to 1, to hundredths: from one half on the labelled texts are read best. */
export function themeConfidence(signs: ThemeSigns, weights: ThemeWeights): number {
  return Math.round(shareOf(logOdds(weights, signs)) * 100) / 100;
}
