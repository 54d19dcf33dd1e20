import { type LocalDate, type Position, RELATIONS, type Relation, type Source, type Theme } from "../model.ts";
import { addDays } from "../time.ts";
import { compareText } from "./compare-text.ts";
import type { Edition } from "./edition.ts";

/** How many independent sources spoke for, against and of a claim on one day. */
export type Balance = Readonly<Record<Relation, number>>;

/** What later editions and every chart need of one finished day: a few hundred bytes. */
export interface HistoryDay {
  readonly date: LocalDate;
  readonly items: number;
  readonly matched: number;
  readonly for: number;
  readonly against: number;
  /** By position, in the order of RELATIONS; absent where nobody spoke of it. */
  readonly positions: Readonly<Record<Position["id"], readonly [pro: number, against: number, mentions: number]>>;
  /** By theme; absent where nobody wrote on it. */
  readonly themes: Readonly<Record<Theme["id"], readonly [articles: number, sources: number]>>;
  /** By outlet, matched items; absent where there were none. */
  readonly sources: Readonly<Record<Source["id"], number>>;
  /** Themes that surged: for a few days afterwards they do not surge again. */
  readonly surges: readonly Theme["id"][];
}

/** Finished days, oldest first. */
export type History = readonly HistoryDay[];

/** Days of a chart, the last one included. */
export const CHART_DAYS = 30;

export function historyDay({ date, counts, dossiers, surges, coverage }: Edition): HistoryDay {
  const positions = dossiers.flatMap((dossier) => dossier.positions);
  const themes = dossiers.flatMap((dossier) => dossier.themes);
  return {
    date,
    items: counts.items,
    matched: counts.matched,
    for: counts.for,
    against: counts.against,
    positions: Object.fromEntries(
      positions
        .filter(({ sources }) => RELATIONS.some((relation) => sources[relation] > 0))
        .map(({ id, sources }) => [id, [sources.for, sources.against, sources.mentions]]),
    ),
    themes: Object.fromEntries(
      themes.filter(({ articles }) => articles > 0).map(({ id, articles, sources }) => [id, [articles, sources]]),
    ),
    sources: Object.fromEntries(
      coverage.sources.filter(({ matched }) => matched > 0).map(({ outlet, matched }) => [outlet.id, matched]),
    ),
    surges: surges.map(({ theme }) => theme),
  };
}

/** With a day added, or put in place of what was said of it before. */
export function withDay<Day extends { readonly date: LocalDate }>(days: readonly Day[], day: Day): Day[] {
  return [...days.filter(({ date }) => date !== day.date), day].toSorted((a, b) => compareText(a.date, b.date));
}

/** The days before `date`. */
export function before(history: History, date: LocalDate): History {
  return history.filter((day) => day.date < date);
}

/** The days of a chart that ends with `date`. */
export function chartDays(history: History, date: LocalDate): History {
  const first = addDays(date, 1 - CHART_DAYS);
  return history.filter((day) => day.date >= first && day.date <= date);
}

export function balanceOn({ positions }: HistoryDay, id: Position["id"]): Balance {
  const [pro = 0, against = 0, mentions = 0] = positions[id] ?? [];
  return { for: pro, against, mentions };
}
