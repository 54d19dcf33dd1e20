import type { Instant, LanguageTag, LocalDate, Position, Relation, Theme } from "../model.ts";
import type { SourceState } from "./coverage.ts";
import type { Edition } from "./edition.ts";
import type { History } from "./history.ts";

/** A month of finished days as the site keeps it, oldest first: what every page but the day's own is made from. */
export interface LedgerMonth {
  /** `2026-02`. */
  readonly month: string;
  readonly days: readonly LedgerDay[];
  /** What the days after them need of the same days; absent where the month was kept before this was. */
  readonly history?: History;
}

export interface LedgerDay {
  readonly date: LocalDate;
  readonly revision: number;
  /** The most important story's first. */
  readonly articles: readonly LedgerArticle[];
  readonly sources: readonly LedgerSource[];
}

export interface LedgerArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly source: string;
  readonly language: LanguageTag;
  readonly published?: Instant;
  readonly story: string;
  readonly reprintOf?: string;
  /** Whom its text names as where the news is from. */
  readonly credited?: string;
  /** The later day on which the outlet corrected it. */
  readonly correctedOn?: LocalDate;
  readonly themes: readonly Theme["id"][];
  readonly quotes: readonly LedgerQuote[];
}

/** A sentence that speaks for, against or of a claim. */
export interface LedgerQuote {
  readonly position: Position["id"];
  readonly relation: Relation;
  readonly quote: string;
  readonly speaker?: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface LedgerSource {
  readonly id: string;
  readonly state: SourceState;
  readonly items: number;
  readonly matched: number;
}

export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

export function ledgerDay({ date, revision, dossiers, stories, coverage }: Edition): LedgerDay {
  const quotes = quotesByArticle(dossiers.flatMap(({ positions }) => positions));
  const themes = themesByArticle(dossiers.flatMap((dossier) => dossier.themes));
  return {
    date,
    revision,
    articles: stories.flatMap((story) =>
      story.articles.map(({ id, title, url, outlet, language, published, reprintOf, credited, correctedOn }) => ({
        id,
        title,
        url,
        source: outlet.id,
        language,
        ...(published === undefined ? {} : { published }),
        story: story.id,
        ...(reprintOf === undefined ? {} : { reprintOf }),
        ...(credited === undefined ? {} : { credited }),
        ...(correctedOn === undefined ? {} : { correctedOn }),
        themes: themes.get(id) ?? [],
        quotes: quotes.get(id) ?? [],
      })),
    ),
    sources: coverage.sources.map(({ outlet, state, items, matched }) => ({ id: outlet.id, state, items, matched })),
  };
}

function quotesByArticle(positions: Edition["dossiers"][number]["positions"]): Map<string, LedgerQuote[]> {
  const byArticle = new Map<string, LedgerQuote[]>();
  for (const { id: position, evidence } of positions)
    for (const { articles, relation, quote, speaker, confidence } of evidence)
      for (const { id } of articles)
        append(byArticle, id, {
          position,
          relation,
          quote,
          ...(speaker === undefined ? {} : { speaker }),
          confidence,
        });
  return byArticle;
}

function themesByArticle(themes: Edition["dossiers"][number]["themes"]): Map<string, string[]> {
  const byArticle = new Map<string, string[]>();
  for (const { id: theme, lines } of themes)
    for (const { articles } of lines) for (const { id } of articles) append(byArticle, id, theme);
  return byArticle;
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
