import type {
  CountedItem,
  Dossier,
  Interview,
  LocalDate,
  Match,
  PollTally,
  Problem,
  Relation,
  Watchlist,
  Wording,
} from "../model.ts";
import { compareText } from "./compare-text.ts";
import { type Correction, correctionsOf, nameOfArticle } from "./corrections.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { before, type History, type HistoryDay } from "./history.ts";
import type { LedgerDay } from "./ledger.ts";
import { type PositionInput, type PositionSection, positionSection } from "./position-section.ts";
import { type Silence, silences } from "./silence.ts";
import {
  EACH_BY_ITSELF,
  type PlaceArticles,
  type PlacedMatch,
  placeMatches,
  type Story,
  storiesOf,
  type ToldMatch,
} from "./stories.ts";
import { type Surge, surgesOf } from "./surges.ts";
import { type ThemeSection, themeSection } from "./theme-section.ts";
import { type Voice, voicesOf } from "./voices.ts";

/** One day's digest as plain JSON: everything any of its formats is rendered from. */
export interface Edition {
  readonly date: LocalDate;
  readonly timeZone: string;
  /** 0 while the day lasts, 1 when first published after it, then 2, 3 … as corrections. */
  readonly revision: number;
  /** Version of the watchlist it was made with. */
  readonly watchlist: string;
  /** Domain name of whoever publishes it, from the monitor's contact: names the feed's entries (RFC 4151). */
  readonly publisher: string;
  readonly counts: EditionCounts;
  /** The finished day before this one, for comparison; absent where there is none. */
  readonly dayBefore?: Pick<HistoryDay, "date" | "items" | "matched" | "for" | "against">;
  readonly dossiers: readonly DossierSection[];
  /** Most important first. */
  readonly stories: readonly Story[];
  readonly silences: readonly Silence[];
  readonly surges: readonly Surge[];
  /** What outlets corrected on the day, and what they corrected of its articles on later ones. */
  readonly corrections: readonly Correction[];
  readonly coverage: Coverage;
}

export interface EditionCounts {
  /** Items seen, and those among them in which something was found. */
  readonly items: number;
  readonly matched: number;
  /** Articles shown: of an article and its corrections on one day only the latest speaks. */
  readonly articles: number;
  readonly outlets: number;
  /** Added up over the positions: an article that speaks to two positions counts for each. */
  readonly for: number;
  readonly against: number;
  readonly mentions: number;
  /** Articles judged by another version of the watchlist, earlier in the day. */
  readonly judgedByOther: number;
}

export interface DossierSection {
  readonly id: string;
  readonly title: Wording;
  readonly interview: Omit<Interview, "questions">;
  /** In the dossier's order, those without news included. */
  readonly positions: readonly PositionSection[];
  readonly themes: readonly ThemeSection[];
  readonly voices: readonly Voice[];
}

export interface EditionInput {
  readonly date: LocalDate;
  readonly revision: number;
  readonly watchlist: Watchlist;
  readonly matches: readonly Match[];
  readonly items: readonly CountedItem[];
  readonly polls: readonly PollTally[];
  readonly problems: readonly Problem[];
  /** Finished days; only those before `date` count. */
  readonly history?: History;
  /** The same days' articles, as far back as stories and corrections are followed. */
  readonly ledger?: readonly LedgerDay[];
  /** What finished days after it have of corrections. */
  readonly later?: readonly Match[];
  readonly placeArticles?: PlaceArticles;
}

/**
 * The edition of one day. The order of the inputs does not matter, nor when or how often anything was polled: of a
 * tally only its end counts (news, none, failed at last and why).
 */
export function buildEdition(input: EditionInput): Edition {
  const { date, revision, watchlist, items, polls, problems } = input;
  const { monitor, sources } = watchlist;
  const ledger = (input.ledger ?? []).filter((day) => day.date < date);
  const corrections = correctionsOf({
    date,
    matches: input.matches,
    later: input.later ?? [],
    before: ledger,
    sources,
  });
  const shown = marked(latestOnly(input.matches).filter(speaks), corrections, date);
  const matches = placeMatches(shown, input.placeArticles ?? EACH_BY_ITSELF, ledger);
  const earlier = before(input.history ?? [], date);
  const day = { date, matches, sources, earlier };
  const dossiers = watchlist.dossiers.map((dossier) => dossierSection(dossier, day));
  const coverage = coverageOf(sources, items, polls, problems);
  const stories = storiesOf(matches, sources, ledger);
  const yesterday = earlier.at(-1);
  return {
    date,
    timeZone: monitor.timeZone,
    revision,
    watchlist: watchlist.version,
    publisher: domainOf(monitor.polling.contact),
    counts: countsOf(input, matches, dossiers),
    ...(yesterday === undefined ? {} : { dayBefore: comparable(yesterday) }),
    dossiers,
    stories,
    silences: silences(stories, coverage.sources),
    surges: surgesOf(
      date,
      dossiers.flatMap(({ themes }) => themes),
      earlier,
    ),
    corrections,
    coverage,
  };
}

function countsOf(
  { items, watchlist }: EditionInput,
  matches: readonly PlacedMatch[],
  dossiers: readonly DossierSection[],
): EditionCounts {
  const positions = dossiers.flatMap((dossier) => dossier.positions);
  const sum = (relation: Relation) => positions.reduce((total, { articles }) => total + articles[relation], 0);
  return {
    items: items.length,
    matched: items.filter(({ state }) => state === "matched").length,
    articles: matches.length,
    outlets: new Set(matches.map(({ article }) => article.source)).size,
    for: sum("for"),
    against: sum("against"),
    mentions: sum("mentions"),
    judgedByOther: matches.filter((match) => match.watchlist !== watchlist.version).length,
  };
}

function comparable({ date, items, matched, for: pro, against }: HistoryDay): Required<Edition>["dayBefore"] {
  return { date, items, matched, for: pro, against };
}

/** The latest revision of each article, ordered by id. */
function latestOnly(matches: readonly Match[]): Match[] {
  const latest = new Map<string, Match>();
  for (const match of matches.toSorted((a, b) => a.article.revision - b.article.revision))
    latest.set(nameOfArticle(match.article.id), match);
  return [...latest.values()].toSorted((a, b) => compareText(a.article.id, b.article.id));
}

/** False for a correction that took out whatever was found before. */
function speaks({ judgement, corrects }: Match): boolean {
  return corrects === undefined || judgement.themes.length + judgement.positions.length > 0;
}

/** Each article that was corrected on a later day is marked with that day. */
function marked(matches: readonly Match[], corrections: readonly Correction[], date: LocalDate): ToldMatch[] {
  const days = new Map(corrections.flatMap(({ before, after }) => (after.day > date ? [[before.id, after.day]] : [])));
  return matches.map((match) => {
    const correctedOn = days.get(match.article.id);
    return correctedOn === undefined ? match : { ...match, article: { ...match.article, correctedOn } };
  });
}

function dossierSection(dossier: Dossier, day: Omit<PositionInput, "questions">): DossierSection {
  const { questions, ...interview } = dossier.interview;
  const positions = dossier.positions.map((position) => positionSection(position, { ...day, questions }));
  return {
    id: dossier.id,
    title: dossier.title,
    interview,
    positions,
    themes: dossier.themes.map((theme) => themeSection(theme, day.matches, day.sources)),
    voices: voicesOf(positions),
  };
}

/** Of an address its host, of a mail address its domain; a reserved name (RFC 2606) where there is neither. */
function domainOf(contact: string): string {
  const name = contact.includes("@") ? contact.split("@").at(-1) : URL.parse(contact)?.hostname;
  return name !== undefined && /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/u.test(name) ? name : "mizan.invalid";
}
