import type { ArticleHead, DateProblem, Instant, LanguageTag, LocalDate, Ownership, Source } from "../model.ts";

/** An outlet as a reader is told of it; one that is no longer watched has but its id for a name. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly country?: string;
  readonly ownership?: Ownership;
}

/** What an edition says of one article, beside the sentences it quotes. */
export interface ArticleCard {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly outlet: Outlet;
  readonly language: LanguageTag;
  readonly published?: Instant;
  /** Why there is no date. */
  readonly dateProblem?: DateProblem;
  /** `feed` where the page could not be had; `pageProblem` says why. */
  readonly textFrom: ArticleHead["textFrom"];
  readonly pageProblem?: string;
  /** More than 1 for what the outlet changed after it was first seen. */
  readonly revision: number;
  /** The day, later than the edition's, on which the outlet corrected it. */
  readonly correctedOn?: LocalDate;
}

/** An article, and what became of it. */
export interface ToldArticle extends ArticleHead, Pick<ArticleCard, "correctedOn"> {}

export function outletOf(id: string, sources: readonly Source[]): Outlet {
  const source = sources.find((candidate) => candidate.id === id);
  return source === undefined
    ? { id, name: id }
    : { id, name: source.name, country: source.country, ownership: source.ownership };
}

export function cardOf(article: ToldArticle, sources: readonly Source[]): ArticleCard {
  const { id, title, url, language, published, dateProblem, textFrom, pageProblem, revision, correctedOn } = article;
  return {
    id,
    title,
    url,
    outlet: outletOf(article.source, sources),
    language,
    ...(published === undefined ? {} : { published }),
    ...(published === undefined ? { dateProblem: dateProblem ?? "missing" } : {}),
    textFrom,
    ...(pageProblem === undefined ? {} : { pageProblem }),
    revision,
    ...(correctedOn === undefined ? {} : { correctedOn }),
  };
}
