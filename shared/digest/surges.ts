import type { LocalDate, Theme } from "../model.ts";
import { addDays } from "../time.ts";
import type { History } from "./history.ts";
import type { ThemeSection } from "./theme-section.ts";

/** A theme on which far more is written than usual. */
export interface Surge {
  readonly theme: Theme["id"];
  readonly articles: number;
  readonly sources: number;
  /** Articles a day over the published days of the baseline. */
  readonly usual: number;
}

/** Days before this one that say what is usual; with fewer published days among them than LEAST_DAYS nothing does. */
const BASELINE_DAYS = 28;
const LEAST_DAYS = 7;
/** Fewer articles, or articles of fewer outlets, are no surge however quiet it was before. */
const LEAST_ARTICLES = 5;
const LEAST_SOURCES = 3;
/** How far above the usual, in its standard deviations as a Poisson process (its square root, at least 1). */
const LEAST_DEVIATIONS = 3;
/** A theme that surged is no news again on the days after, while what it left behind is still being written up. */
const COOL_DOWN_DAYS = 3;

/** Themes whose articles are a surge by all of the tests above; sources count without reprints. `earlier` holds days before `date`. */
export function surgesOf(date: LocalDate, themes: readonly ThemeSection[], earlier: History): Surge[] {
  const baseline = earlier.filter((day) => day.date >= addDays(date, -BASELINE_DAYS));
  if (baseline.length < LEAST_DAYS) return [];
  const cooling = new Set(
    earlier.filter((day) => day.date >= addDays(date, -COOL_DOWN_DAYS)).flatMap(({ surges }) => surges),
  );
  return themes.flatMap(({ id, articles, sources }) => {
    const usual = baseline.reduce((sum, { themes: counts }) => sum + (counts[id]?.[0] ?? 0), 0) / baseline.length;
    const isSurge =
      articles >= LEAST_ARTICLES &&
      sources >= LEAST_SOURCES &&
      articles - usual >= LEAST_DEVIATIONS * Math.sqrt(Math.max(1, usual)) &&
      !cooling.has(id);
    return isSurge ? [{ theme: id, articles, sources, usual: Math.round(usual * 10) / 10 }] : [];
  });
}
