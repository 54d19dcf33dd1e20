import {
  type ArticleHead,
  type Match,
  type Ownership,
  type Position,
  RELATIONS,
  type Relation,
  type Source,
  type Theme,
} from "../model.ts";
import { type ArticleCard, cardOf } from "./article-card.ts";
import { compareText } from "./compare-text.ts";

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
  /** Originals first, each in order of publication: the first is the one to read. */
  readonly articles: readonly StoryArticle[];
  /** Outlets whose texts are no reprints. */
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
}

/** Without anybody who groups them, every article is a story of its own. */
export const EACH_BY_ITSELF: PlaceArticles = () => new Map();

/** Each article with its place; a reprint counts as one only where its original is among them. */
export interface PlacedMatch extends Match {
  readonly place: StoryPlace;
}

export function placeMatches(matches: readonly Match[], place: PlaceArticles): PlacedMatch[] {
  const places = place(matches.map(({ article }) => article));
  const ids = new Set(matches.map(({ article }) => article.id));
  return matches.map((match) => {
    const { story = match.article.id, reprintOf } = places.get(match.article.id) ?? {};
    const isReprint = reprintOf !== undefined && reprintOf !== match.article.id && ids.has(reprintOf);
    return { ...match, place: isReprint ? { story, reprintOf } : { story } };
  });
}

/** The day's stories, most important first. */
export function storiesOf(matches: readonly PlacedMatch[], sources: readonly Source[]): Story[] {
  const groups = Map.groupBy(matches, ({ place }) => place.story);
  return [...groups]
    .map(([id, members]) => storyOf(id, members, sources))
    .toSorted((a, b) => b.importance - a.importance || compareText(a.id, b.id));
}

function storyOf(id: string, members: readonly PlacedMatch[], sources: readonly Source[]): Story {
  const sorted = members.toSorted(originalsFirst);
  const originals = sorted.filter(({ place }) => place.reprintOf === undefined);
  const articles = sorted.map(({ article, place }) => ({
    ...cardOf(article, sources),
    ...(place.reprintOf === undefined ? {} : { reprintOf: place.reprintOf }),
  }));
  const facts = {
    id,
    articles,
    sources: new Set(originals.map(({ article }) => article.source)).size,
    themes: themesOf(originals),
    positions: positionsOf(originals),
    ownership: [...new Set(articles.flatMap(({ outlet }) => outlet.ownership ?? []))].toSorted(compareText),
  };
  return { ...facts, importance: importanceOf(facts) };
}

/** Points a story has for what it is. They order a day; they say nothing of whether a story is true. */
const POINTS = {
  /** For each outlet after the first that wrote of it by itself. */
  furtherSource: 3,
  /** For each claim on which it takes a side, and for each that it only mentions. */
  side: 2,
  mention: 1,
  /** For each country and language after the first: what crosses a border is more than local. */
  furtherCountry: 1,
  furtherLanguage: 1,
  /** For each reprint: somebody found it worth printing, and had nothing to add. */
  reprint: 0.25,
} as const;

/** How important a story is, in points, counted from what is printed beside it. */
export function importanceOf({ articles, sources, positions }: Omit<Story, "importance">): number {
  const sides = positions.filter(({ relations }) => relations.some((relation) => relation !== "mentions")).length;
  const countries = new Set(articles.flatMap(({ outlet }) => outlet.country ?? [])).size;
  const languages = new Set(articles.map(({ language }) => language)).size;
  const reprints = articles.filter(({ reprintOf }) => reprintOf !== undefined).length;
  return (
    POINTS.furtherSource * (sources - 1) +
    POINTS.side * sides +
    POINTS.mention * (positions.length - sides) +
    POINTS.furtherCountry * Math.max(0, countries - 1) +
    POINTS.furtherLanguage * (languages - 1) +
    POINTS.reprint * reprints
  );
}

function originalsFirst(a: PlacedMatch, b: PlacedMatch): number {
  return (
    Number(a.place.reprintOf !== undefined) - Number(b.place.reprintOf !== undefined) ||
    compareText(a.article.published ?? "~", b.article.published ?? "~") ||
    compareText(a.article.id, b.article.id)
  );
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
