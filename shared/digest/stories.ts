import {
  type ArticleHead,
  type LocalDate,
  type Match,
  type Ownership,
  type Position,
  RELATIONS,
  type Relation,
  type Source,
  type Theme,
} from "../model.ts";
import { accountForStory, type Origin, type StoryMember } from "../stories/story-account.ts";
import { type ArticleCard, cardOf, outletOf, type ToldArticle } from "./article-card.ts";
import { compareText } from "./compare-text.ts";
import type { LedgerArticle, LedgerDay } from "./ledger.ts";
import { importanceOf } from "./story-importance.ts";

/** Where an article belongs: its story, and the earliest article with the same text where it is a reprint. */
export interface StoryPlace {
  readonly story: string;
  readonly reprintOf?: string;
}

/** Says of each article of a day, by its id, where it belongs; one that is left out is a story of its own. */
export type PlaceArticles = (articles: readonly ArticleHead[]) => ReadonlyMap<string, StoryPlace>;

export interface Story {
  readonly id: string;
  /** See `importanceOf`. */
  readonly importance: number;
  /** Who had it first, of all days. */
  readonly origin: Origin;
  /** The day on which it began, where that was before the edition's. */
  readonly since?: LocalDate;
  /** Of days before: the origin's article, and those that the day's articles print again. */
  readonly earlier: readonly EarlierArticle[];
  /** Originals first, each in order of publication: the first is the one to read. Reprints follow, by their originals. */
  readonly articles: readonly StoryArticle[];
  /** Outlets whose texts are no reprints, of this day's articles or of earlier ones. */
  readonly sources: number;
  /** The theme it is surest of, and after it the others. */
  readonly themes: readonly Theme["id"][];
  /** Claims it speaks to, by the relations of its articles, reprints aside. */
  readonly positions: readonly { readonly id: Position["id"]; readonly relations: readonly Relation[] }[];
  /** Whose outlets wrote of it. */
  readonly ownership: readonly Ownership[];
}

export interface StoryArticle extends ArticleCard {
  readonly reprintOf?: string;
  /** Whom its text names as where the news is from. */
  readonly credited?: string;
}

/** What an edition says of an article that an earlier one had. */
export interface EarlierArticle
  extends Pick<ArticleCard, "id" | "title" | "url" | "outlet" | "language" | "published"> {
  readonly day: LocalDate;
}

/** Without anybody who groups them, every article is a story of its own. */
export const EACH_BY_ITSELF: PlaceArticles = () => new Map();

/** A match as an edition tells it. */
export interface ToldMatch extends Match {
  readonly article: ToldArticle;
}

/** Each article with its place; a reprint counts as one only where its original is among them, or in an earlier edition. */
export interface PlacedMatch extends ToldMatch {
  readonly place: StoryPlace;
}

export function placeMatches(
  matches: readonly ToldMatch[],
  place: PlaceArticles,
  before: readonly LedgerDay[] = [],
): PlacedMatch[] {
  const places = place(matches.map(({ article }) => article));
  const ids = new Set([
    ...matches.map(({ article }) => article.id),
    ...before.flatMap(({ articles }) => articles.map(({ id }) => id)),
  ]);
  return matches.map((match) => {
    const { story = match.article.id, reprintOf } = places.get(match.article.id) ?? {};
    const isReprint = reprintOf !== undefined && reprintOf !== match.article.id && ids.has(reprintOf);
    return { ...match, place: isReprint ? { story, reprintOf } : { story } };
  });
}

/** The day's stories, most important first, with what the days before had on them. */
export function storiesOf(
  matches: readonly PlacedMatch[],
  sources: readonly Source[],
  before: readonly LedgerDay[] = [],
): Story[] {
  const groups = Map.groupBy(matches, ({ place }) => place.story);
  const told = Map.groupBy(
    before.flatMap(({ date, articles }) => articles.map((article) => ({ ...article, day: date }))),
    ({ story }) => story,
  );
  return [...groups]
    .map(([id, members]) => storyOf(id, members, told.get(id) ?? [], sources))
    .toSorted((a, b) => b.importance - a.importance || compareText(a.id, b.id));
}

type EarlierEntry = LedgerArticle & Pick<EarlierArticle, "day">;

function storyOf(
  id: string,
  members: readonly PlacedMatch[],
  told: readonly EarlierEntry[],
  sources: readonly Source[],
): Story {
  const today = new Map(members.map((member) => [member.article.id, member]));
  const { origin, chains } = accountForStory(
    [...told, ...members.map(memberOf)],
    (source) => outletOf(source, sources).name,
  );
  const ofToday = (all: readonly StoryMember[]) => all.flatMap((member) => today.get(member.id) ?? []);
  const originals = ofToday(chains.map(({ original }) => original));
  const all = [...originals, ...ofToday(chains.flatMap(({ reprints }) => reprints))];
  const articles = all.map(({ article, place, credited }) => ({
    ...cardOf(article, sources),
    ...(place.reprintOf === undefined ? {} : { reprintOf: place.reprintOf }),
    ...(credited === undefined ? {} : { credited }),
  }));
  const named = new Set([origin.article, ...articles.flatMap(({ reprintOf }) => reprintOf ?? [])]);
  const since = told.map(({ day }) => day).toSorted(compareText)[0];
  // Where the day only prints again what was there before, the reprints say what it is about.
  const telling = originals.length > 0 ? originals : all;
  const facts = {
    id,
    origin,
    ...(since === undefined ? {} : { since }),
    earlier: told.filter((article) => named.has(article.id)).map((article) => earlierArticle(article, sources)),
    articles,
    sources: new Set(originals.map(({ article }) => article.source)).size,
    themes: themesOf(telling),
    positions: positionsOf(telling),
    ownership: [...new Set(articles.flatMap(({ outlet }) => outlet.ownership ?? []))].toSorted(compareText),
  };
  return { ...facts, importance: importanceOf(facts) };
}

function memberOf({ article: { id, source, published }, place, credited }: PlacedMatch): StoryMember {
  return {
    id,
    source,
    ...place,
    ...(published === undefined ? {} : { published }),
    ...(credited === undefined ? {} : { credited }),
  };
}

function earlierArticle(
  { id, title, url, source, language, published, day }: EarlierEntry,
  sources: readonly Source[],
): EarlierArticle {
  return {
    id,
    title,
    url,
    outlet: outletOf(source, sources),
    language,
    ...(published === undefined ? {} : { published }),
    day,
  };
}

function themesOf(members: readonly PlacedMatch[]): string[] {
  const sure = new Map<string, number>();
  for (const { judgement } of members)
    for (const { theme, confidence } of judgement.themes) sure.set(theme, Math.max(sure.get(theme) ?? 0, confidence));
  return [...sure].toSorted(([a, left], [b, right]) => right - left || compareText(a, b)).map(([theme]) => theme);
}

function positionsOf(members: readonly PlacedMatch[]): Story["positions"] {
  const found = members.flatMap(({ judgement }) => judgement.positions);
  return [...Map.groupBy(found, ({ position }) => position)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([id, matches]) => ({
      id,
      relations: RELATIONS.filter((relation) => matches.some((match) => match.relation === relation)),
    }));
}
