import type {
  CountedItem,
  Dossier,
  Interview,
  LocalDate,
  Match,
  PollTally,
  Problem,
  Watchlist,
  Wording,
} from "../model.ts";
import { compareText } from "./compare-text.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { type PositionSection, positionSection } from "./position-section.ts";
import { type ThemeSection, themeSection } from "./theme-section.ts";

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
  readonly dossiers: readonly DossierSection[];
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
}

export interface EditionInput {
  readonly date: LocalDate;
  readonly revision: number;
  readonly watchlist: Watchlist;
  readonly matches: readonly Match[];
  readonly items: readonly CountedItem[];
  readonly polls: readonly PollTally[];
  readonly problems: readonly Problem[];
}

/**
 * The edition of one day. The order of the inputs does not matter, nor when or how often anything was polled: of a
 * tally only its end counts (news, none, failed at last and why).
 */
export function buildEdition(input: EditionInput): Edition {
  const { date, revision, watchlist, items, polls, problems } = input;
  const { monitor, sources } = watchlist;
  const matches = latestOnly(input.matches);
  const dossiers = watchlist.dossiers.map((dossier) => dossierSection(dossier, matches, watchlist));
  const positions = dossiers.flatMap((dossier) => dossier.positions);
  const sum = (relation: "for" | "against" | "mentions") =>
    positions.reduce((total, { articles }) => total + articles[relation], 0);
  return {
    date,
    timeZone: monitor.timeZone,
    revision,
    watchlist: watchlist.version,
    publisher: domainOf(monitor.polling.contact),
    counts: {
      items: items.length,
      matched: items.filter(({ state }) => state === "matched").length,
      articles: matches.length,
      outlets: new Set(matches.map(({ article }) => article.source)).size,
      for: sum("for"),
      against: sum("against"),
      mentions: sum("mentions"),
      judgedByOther: matches.filter((match) => match.watchlist !== watchlist.version).length,
    },
    dossiers,
    coverage: coverageOf(sources, items, polls, problems),
  };
}

/** The latest revision of each article, ordered by id. */
function latestOnly(matches: readonly Match[]): Match[] {
  const latest = new Map<string, Match>();
  for (const match of matches.toSorted((a, b) => a.article.revision - b.article.revision)) {
    const [original = match.article.id] = match.article.id.split("~");
    latest.set(original, match);
  }
  return [...latest.values()].toSorted((a, b) => compareText(a.article.id, b.article.id));
}

function dossierSection(dossier: Dossier, matches: readonly Match[], { sources }: Watchlist): DossierSection {
  const { questions, ...interview } = dossier.interview;
  return {
    id: dossier.id,
    title: dossier.title,
    interview,
    positions: dossier.positions.map((position) => positionSection(position, questions, matches, sources)),
    themes: dossier.themes.map((theme) => themeSection(theme, matches, sources)),
  };
}

/** Of an address its host, of a mail address its domain; a reserved name (RFC 2606) where there is neither. */
function domainOf(contact: string): string {
  const name = contact.includes("@") ? contact.split("@").at(-1) : URL.parse(contact)?.hostname;
  return name !== undefined && /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/u.test(name) ? name : "mizan.invalid";
}
