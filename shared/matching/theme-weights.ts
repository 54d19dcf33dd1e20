import type { ThemeWeights } from "./theme-model.ts";

/**
 * What each sign adds to the log-odds that an article is about a theme of which something was learnt. Found by
 * `npm run calibrate` on 18296 labelled texts; run it again after changing a dossier's themes.
 */
export const THEME_WEIGHTS: ThemeWeights = {
  bias: -0.89,
  query: 3,
  beginning: 0.92,
  further: 0.5,
};
