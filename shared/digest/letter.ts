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
  /** Positions that only the page has. */
  readonly left: number;
  readonly themes: DossierSection["themes"];
}

/** How much of an edition a letter has; the page has all of it. */
export interface LetterSize {
  /** Quotations, at most, on each side of a position. */
  readonly perSide: number;
  /** Positions, at most, that something speaks to. */
  readonly positions: number;
}

/** Outlets, corrections and the like in one list of a letter. */
const IN_LIST = 6;

export interface SidedLine extends EvidenceLine {
  readonly relation: "for" | "against";
  /** Articles that carry the sentence besides those that are named. */
  readonly moreArticles: number;
}

export interface WeighedPosition extends Pick<PositionSection, "id" | "statement" | "articles"> {
  /** For, then against; the strongest of each, with IN_LIST articles at most. */
  readonly lines: readonly SidedLine[];
  /** Quotations that the page has besides. */
  readonly more: number;
}

/** What a letter of this size says of the edition; where it is full, the positions of the last dossiers are left out. */
export function letterDossiers({ dossiers }: Edition, size: LetterSize): readonly LetterDossier[] {
  let room = size.positions;
  return dossiers.map(({ title, interview, positions, themes }) => {
    const groups = Map.groupBy(positions, ({ evidence }) => {
      if (evidence.length === 0) return "silent";
      return evidence.every(({ relation }) => relation === "mentions") ? "mentioned" : "weighed";
    });
    const { weighed: allWeighed = [], mentioned: allMentioned = [] } = Object.fromEntries(groups);
    const weighed = allWeighed.slice(0, room);
    const mentioned = allMentioned.slice(0, room - weighed.length);
    room -= weighed.length + mentioned.length;
    return {
      title,
      interview,
      weighed: weighed.map((position) => weighedPosition(position, size.perSide)),
      mentioned,
      silent: groups.get("silent")?.length ?? 0,
      left: allWeighed.length + allMentioned.length - weighed.length - mentioned.length,
      themes: themes.filter(({ articles }) => articles > 0),
    };
  });
}

function weighedPosition({ id, statement, articles, evidence }: PositionSection, perSide: number): WeighedPosition {
  const lines = (["for", "against"] as const).flatMap((side) =>
    evidence
      .filter(({ relation }) => relation === side)
      .slice(0, perSide)
      .map((line) => ({
        ...line,
        relation: side,
        articles: line.articles.slice(0, IN_LIST),
        moreArticles: Math.max(0, line.articles.length - IN_LIST),
      })),
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

/** Stories in a letter; the page has all of them. */
const STORIES_IN_LETTER = 3;

/** The day's most important stories that several articles tell, a line each: how many by themselves, and who had it first. */
export function storyLines({ stories }: Edition, { words, count }: Locale): string[] {
  return stories
    .filter(({ articles }) => articles.length > 1)
    .slice(0, STORIES_IN_LETTER)
    .map(({ articles, sources, origin }) => {
      const reprints = articles.filter(({ reprintOf }) => reprintOf !== undefined).length;
      const size = [count(sources, words.independent), ...(reprints > 0 ? [count(reprints, words.reprints)] : [])];
      const credit = origin.isAgency ? ` (${words.creditedInText})` : "";
      return `${oneLine(articles[0]?.title || words.untitled)}: ${size.join(", ")}. ${words.origin}: ${oneLine(origin.name)}${credit}`;
    });
}

/** What outlets corrected after the day, a line each. */
export function correctionLines({ corrections, date }: Edition, { words, dayAndMonth, fill }: Locale): string[] {
  const later = corrections.filter(({ after }) => after.day > date);
  const lines = later.slice(0, IN_LIST).map(({ outlet, before, after }) => {
    const [was, is] = [before, after].map(({ title }) => oneLine(title || words.untitled));
    return `${oneLine(outlet.name)}, ${dayAndMonth(after.day)}: ${was} → ${is}`;
  });
  return later.length > lines.length ? [...lines, fill(words.andMore, { count: later.length - lines.length })] : lines;
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
      : `${DELIVERY_WORDS[locale.language].notHeard}: ${unheardOutlets(unheard, locale)}.`;
  const problems = coverage.problems.length === 0 ? "" : ` ${locale.count(coverage.problems.length, words.problems)}.`;
  return [`${words.sum} ${locale.number(coverage.items)}: ${states.join(" · ")}.`, `${outlets}${problems}`];
}

function unheardOutlets(all: readonly SourceCoverage[], locale: Locale): string {
  const named = all.slice(0, IN_LIST).map((source) => unheardOutlet(source, locale));
  const more = all.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` ${locale.fill(locale.words.andMore, { count: more })}` : ""}`;
}

function unheardOutlet({ outlet, state }: SourceCoverage, { words }: Locale): string {
  return `${oneLine(outlet.name)} (${words.sourceStates[state]})`;
}
