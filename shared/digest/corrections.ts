import type { ArticleHead, Instant, LanguageTag, LocalDate, Match, Source } from "../model.ts";
import { type Outlet, outletOf } from "./article-card.ts";
import { compareText } from "./compare-text.ts";
import type { LedgerArticle, LedgerDay, LedgerQuote } from "./ledger.ts";

/** For so many days after an edition's own, what outlets correct of its articles is noted in it. */
export const CORRECTED_WITHIN_DAYS = 7;

/** An article that its outlet changed: its headline, or what it says to the claims. */
export interface Correction {
  readonly outlet: Outlet;
  readonly language: LanguageTag;
  readonly before: CorrectedText;
  readonly after: CorrectedText;
}

export interface CorrectedText {
  readonly id: ArticleHead["id"];
  /** Whose edition has it. */
  readonly day: LocalDate;
  readonly title: string;
  readonly url: string;
  readonly published?: Instant;
  /** What this text says to the claims, and the other does not: the surest sentence of each relation. */
  readonly says: readonly Pick<LedgerQuote, "position" | "relation" | "quote">[];
}

/** An article and its corrections have one name. */
export function nameOfArticle(id: ArticleHead["id"]): string {
  return id.split("~")[0] ?? id;
}

export interface CorrectionsInput {
  readonly date: LocalDate;
  /** Of the day, all revisions of each article. */
  readonly matches: readonly Match[];
  /** Corrections that finished days after it had. */
  readonly later: readonly Match[];
  /** The days before it. */
  readonly before: readonly LedgerDay[];
  readonly sources: readonly Source[];
}

/**
 * What outlets corrected: on the day, of its articles and of those of days before; then, on the first later day on which
 * they did, of the day's own. Each in the order of their ids.
 */
export function correctionsOf({ date, matches, later, before, sources }: CorrectionsInput): Correction[] {
  const revisions = Map.groupBy(matches.toSorted(byRevision), ({ article }) => nameOfArticle(article.id));
  const told = new Map(
    before.flatMap(({ date: day, articles }) =>
      articles.map((article) => [nameOfArticle(article.id), { article, day }] as const),
    ),
  );
  const afterwards = Map.groupBy(later, ({ article }) => nameOfArticle(article.id));
  const found = [...revisions]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([name, all]) => {
      const [first, latest] = [all[0], all.at(-1)];
      if (first === undefined || latest === undefined) return [];
      const earlier = first.corrects !== undefined && first.corrects.day < date ? told.get(name) : undefined;
      const next = firstDayOf(afterwards.get(name) ?? []);
      return [
        changed(earlier === undefined ? ofMatch(first) : ofLedger(earlier), latest, sources),
        ...(next === undefined ? [] : [changed(ofMatch(latest), next, sources)]),
      ];
    });
  return found
    .filter((correction) => correction !== undefined)
    .toSorted((a, b) => compareText(a.after.day, b.after.day));
}

/** The latest revision of the first day. */
function firstDayOf(matches: readonly Match[]): Match | undefined {
  const [first] = matches.toSorted((a, b) => compareText(a.article.day, b.article.day));
  return matches
    .filter(({ article }) => article.day === first?.article.day)
    .toSorted(byRevision)
    .at(-1);
}

function byRevision(a: Match, b: Match): number {
  return a.article.revision - b.article.revision;
}

/** Undefined where nothing changed that a reader of the edition would see. */
function changed(before: CorrectedText, match: Match, sources: readonly Source[]): Correction | undefined {
  const after = ofMatch(match);
  const only = (one: CorrectedText, other: CorrectedText) => ({
    ...one,
    says: one.says.filter(
      ({ position, relation }) => !other.says.some((said) => said.position === position && said.relation === relation),
    ),
  });
  const [was, is] = [only(before, after), only(after, before)];
  if (was.says.length + is.says.length === 0 && before.title.trim() === after.title.trim()) return undefined;
  const { source, language } = match.article;
  return { outlet: outletOf(source, sources), language, before: was, after: is };
}

function ofMatch({ article, judgement }: Match): CorrectedText {
  const { id, day, title, url, published } = article;
  const says = judgement.positions.flatMap(({ position, evidence }) =>
    evidence.map(({ relation, quote, confidence }) => ({ position, relation, quote, confidence })),
  );
  return { id, day, title, url, ...(published === undefined ? {} : { published }), says: surest(says) };
}

function ofLedger({ article, day }: { readonly article: LedgerArticle; readonly day: LocalDate }): CorrectedText {
  const { id, title, url, published, quotes } = article;
  return { id, day, title, url, ...(published === undefined ? {} : { published }), says: surest(quotes) };
}

/** For each claim and relation one sentence, in a fixed order. */
function surest(quotes: readonly Omit<LedgerQuote, "speaker">[]): CorrectedText["says"] {
  const groups = Map.groupBy(
    quotes.toSorted((a, b) => b.confidence - a.confidence || compareText(a.quote, b.quote)),
    ({ position, relation }) => `${position} ${relation}`,
  );
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, [best]]) =>
      best === undefined ? [] : [{ position: best.position, relation: best.relation, quote: best.quote }],
    );
}
