import type { PositionMatch, ThemeMatch, Watchlist } from "../model.ts";
import type { Read } from "./create-reader.ts";
import { matchPositions, type WeighedPosition, weighPositions } from "./judge-positions.ts";
import { matchThemes, type WeighedTheme, weighThemes } from "./judge-themes.ts";
import { readPositions } from "./read-positions.ts";
import { STANCE_MODEL } from "./stance-weights.ts";
import { THEME_WEIGHTS } from "./theme-weights.ts";

/** What an article is about and speaks to, and everything that was weighed for it. */
export interface Judged {
  readonly weighedThemes: readonly WeighedTheme[];
  readonly themes: readonly ThemeMatch[];
  readonly weighedPositions: readonly WeighedPosition[];
  readonly positions: readonly PositionMatch[];
}

export function judgeArticle(
  { article, odds, ...asked }: Read,
  thresholds: Watchlist["monitor"]["thresholds"],
): Judged {
  const weighedThemes = weighThemes(asked.themes, asked.scores, odds, THEME_WEIGHTS);
  const themes = matchThemes(weighedThemes, article, odds, thresholds.theme);
  const readings = readPositions(asked.positions, article);
  const weighedPositions = weighPositions(readings, article, odds, themes, STANCE_MODEL);
  const positions = matchPositions(weighedPositions, article, odds.learnt, thresholds.relation);
  return { weighedThemes, themes, weighedPositions, positions };
}
