import type { ThemeWeights } from "./theme-model.ts";

/**
 * What each sign adds to the log-odds that an article is about a theme of which something was learnt. Found by
 * `npm run calibrate` on 42518 labelled texts; run it again after changing a dossier's themes.
 */
export const THEME_WEIGHTS: ThemeWeights = {
  bias: -0.65,
  query: 1.98,
  beginning: 1.03,
  further: 0.51,
};
