import { END_STATES, type ItemState, type LocalDate, RELATIONS } from "../model.ts";
import type { ArticleCard } from "./article-card.ts";
import { type SourceCoverage, UNHEARD } from "./coverage.ts";
import { DELIVERY_WORDS } from "./delivery-wording.ts";
import type { DossierSection, Edition } from "./edition.ts";
import type { Locale } from "./locale.ts";
import { oneLine } from "./one-line.ts";
import type { EvidenceLine, PositionSection } from "./position-section.ts";
import type { PublishedAt } from "./published-at.ts";

const NO_BREAK_SPACE = "\u00a0";
const STATES: readonly ItemState[] = [...END_STATES, "waiting"];

/** What a letter says of one interview, before it is written out as text or HTML. */
export interface LetterDossier extends Pick<DossierSection, "title" | "interview"> {
  /** Positions that something speaks for or against. */
  readonly weighed: readonly WeighedPosition[];
  /** Positions that are mentioned, and no more. */
  readonly mentioned: readonly PositionSection[];
  readonly silent: number;
  readonly themes: DossierSection["themes"];
}

export interface SidedLine extends EvidenceLine {
  readonly relation: "for" | "against";
}

export interface WeighedPosition extends Pick<PositionSection, "id" | "statement" | "articles"> {
  /** For, then against; the strongest of each. */
  readonly lines: readonly SidedLine[];
  /** Quotations that the page has besides. */
  readonly more: number;
}

/** The edition with `perSide` quotations, at most, on each side of a position. */
export function letterDossiers({ dossiers }: Edition, perSide: number): readonly LetterDossier[] {
  return dossiers.map(({ title, interview, positions, themes }) => {
    const groups = Map.groupBy(positions, ({ evidence }) => {
      if (evidence.length === 0) return "silent";
      return evidence.every(({ relation }) => relation === "mentions") ? "mentioned" : "weighed";
    });
    return {
      title,
      interview,
      weighed: (groups.get("weighed") ?? []).map((position) => weighedPosition(position, perSide)),
      mentioned: groups.get("mentioned") ?? [],
      silent: groups.get("silent")?.length ?? 0,
      themes: themes.filter(({ articles }) => articles > 0),
    };
  });
}

function weighedPosition({ id, statement, articles, evidence }: PositionSection, perSide: number): WeighedPosition {
  const lines = (["for", "against"] as const).flatMap((side) =>
    evidence
      .filter(({ relation }) => relation === side)
      .slice(0, perSide)
      .map((line) => ({ ...line, relation: side })),
  );
  return { id, statement, articles, lines, more: evidence.length - lines.length };
}

/** `Мизан, 10 февраля 2026 (исправлен): 12 за, 5 против`, on one line. */
export function letterSubject({ date, revision, counts }: Edition, { title }: PublishedAt, locale: Locale): string {
  const { correctedShort, relationCounts } = locale.words;
  const corrected = revision > 1 ? ` (${correctedShort})` : "";
  const weights = (["for", "against"] as const).map((side) => locale.count(counts[side], relationCounts[side]));
  return oneLine(`${oneLine(locale.pick(title))}, ${locale.date(date)}${corrected}: ${weights.join(", ")}`);
}

/** `75 материалов просмотрено · 15 по нашим темам · 12 за тезисы · 5 против`. */
export function figuresLine({ counts }: Edition, locale: Locale): string {
  return (["items", "matched", "for", "against"] as const)
    .map((figure) => `${locale.number(counts[figure])} ${locale.count(counts[figure], locale.words.figures[figure])}`)
    .join(" · ");
}

/** `2 за · 1 против · 1 упоминает`. */
export function tallyLine({ articles }: Pick<PositionSection, "articles">, locale: Locale): string {
  return RELATIONS.filter((relation) => articles[relation] > 0)
    .map((relation) => locale.count(articles[relation], locale.words.relationCounts[relation]))
    .join(" · ");
}

/** `Общая вода 4 · Безопасность региона 1`. */
export function themesLine({ themes }: Pick<LetterDossier, "themes">, locale: Locale): string {
  return themes
    .map(({ name, articles }) => `${oneLine(locale.pick(name))}${NO_BREAK_SPACE}${locale.number(articles)}`)
    .join(" · ");
}

/** When an article appeared, or why nobody knows. */
export function whenOf({ published, dateProblem }: ArticleCard, day: LocalDate, locale: Locale): string {
  return published === undefined ? locale.words.noDate[dateProblem ?? "missing"] : locale.time(published, day);
}

/** What was seen, in two lines: how the items ended; which outlets were not heard from, and how much went wrong. */
export function coverageLines({ coverage }: Edition, locale: Locale): readonly [states: string, outlets: string] {
  const { words } = locale;
  const states = STATES.filter((state) => coverage.states[state] > 0).map(
    (state) => `${words.states[state][0]}${NO_BREAK_SPACE}${locale.number(coverage.states[state])}`,
  );
  const unheard = coverage.sources.filter(({ state }) => UNHEARD.has(state));
  const outlets =
    unheard.length === 0
      ? locale.count(coverage.sources.length, DELIVERY_WORDS[locale.language].allHeard)
      : `${DELIVERY_WORDS[locale.language].notHeard}: ${unheard.map((source) => unheardOutlet(source, locale)).join(", ")}.`;
  const problems = coverage.problems.length === 0 ? "" : ` ${locale.count(coverage.problems.length, words.problems)}.`;
  return [`${words.sum} ${locale.number(coverage.items)}: ${states.join(" · ")}.`, `${outlets}${problems}`];
}

function unheardOutlet({ outlet, state }: SourceCoverage, { words }: Locale): string {
  return `${oneLine(outlet.name)} (${words.sourceStates[state]})`;
}
