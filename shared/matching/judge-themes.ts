import type { Evidence, ThemeMatch } from "../model.ts";
import type { CompiledQuery } from "./compile-query.ts";
import { evaluate } from "./evaluate-query.ts";
import type { Occurrence } from "./phrase-trie.ts";
import { evidenceFrom } from "./read-passages.ts";
import type { ReadArticle } from "./read-positions.ts";
import { type Reading, rangeOf, scopeOf } from "./reading.ts";
import { type ArticleOdds, isWithin, type TellingWindow, tellingWindow } from "./telling-window.ts";
import { type ThemeSigns, type ThemeWeights, themeConfidence, themeSigns } from "./theme-model.ts";
import { NO_TRAITS } from "./traits.ts";

export interface CompiledTheme {
  readonly id: string;
  readonly query: CompiledQuery;
}

/**
 * How sure one may be that an article is about a theme, by where its query is satisfied: a headline says what an
 * article is about, its lead nearly so, a body must come back to it. Set on the development labels.
 */
const CONFIDENCE = { title: 0.95, head: 0.85, bodyOnce: 0.35, bodyEachMore: 0.15, bodyMost: 0.8 } as const;
/** Sentences of the body that are read together. */
const WINDOW = 2;
/** Sentences quoted for one theme at the most. */
const MOST_EVIDENCE = 3;
/** A sentence that tells less than this share of what the best one does is not quoted beside it. */
const LEAST_SHARE = 0.5;

/** A theme before an article: how its query stands to it, and what labelled text tells. */
export interface WeighedTheme {
  readonly id: string;
  readonly score: ThemeScore;
  /** What labelled text tells; absent where nothing was learnt of it, so that its query alone decides. */
  readonly told?: { readonly window: TellingWindow; readonly signs: ThemeSigns };
  /** 0 to 1. */
  readonly confidence: number;
}

/** Every theme, weighed. `scores` are those of their queries, in the same order. */
export function weighThemes(
  themes: readonly CompiledTheme[],
  scores: readonly ThemeScore[],
  odds: ArticleOdds,
  weights: ThemeWeights,
): WeighedTheme[] {
  return themes.flatMap(({ id }, number) => {
    const score = scores[number];
    if (score === undefined) return [];
    const window = tellingWindow(odds, ({ themes: told }) => told[number]);
    if (window === undefined) return [{ id, score, confidence: score.confidence }];
    const signs = themeSigns(score.confidence, odds, number, window);
    return [{ id, score, told: { window, signs }, confidence: themeConfidence(signs, weights) }];
  });
}

/** The themes an article is about, with the sentences that say so: by what the query asks for, else by labelled text. */
export function matchThemes(
  weighed: readonly WeighedTheme[],
  { reading, traits }: Pick<ReadArticle, "reading" | "traits">,
  { learnt }: ArticleOdds,
  threshold: number,
): ThemeMatch[] {
  return weighed.flatMap(({ id, score, told, confidence }, number) => {
    if (confidence < threshold) return [];
    const byQuery = evidenceOf(reading, (passage) => countIn(reading, passage, score.hits), confidence);
    const byText = (passage: number) =>
      isWithin(passage, told?.window) ? learnt.tell(traits[passage] ?? NO_TRAITS).themeAdds(number) : 0;
    const evidence = byQuery.length > 0 ? byQuery : evidenceOf(reading, byText, confidence);
    return evidence.length === 0 ? [] : [{ theme: id, confidence, evidence }];
  });
}

/** Where a theme's query is satisfied, and how sure that by itself makes one that the article is about it. */
export interface ThemeScore {
  /** Where the query is satisfied; `apart` where all it asks for is in the article, but nowhere close together. */
  readonly place: "title" | "head" | "body" | "apart" | "nowhere";
  /** 0 to 1. */
  readonly confidence: number;
  readonly hits: readonly Occurrence[];
}

export function scoreTheme(query: CompiledQuery, { passages: { all }, found, places }: Reading): ThemeScore {
  const inTitle = evaluate(query, found, scopeOf(places.title, places));
  if (places.title.length > 0 && inTitle !== undefined)
    return { place: "title", confidence: CONFIDENCE.title, hits: inTitle };
  const inHead = evaluate(query, found, { ...scopeOf(places.head, places), ranges: [rangeOf(places.head)] });
  if (inHead !== undefined) return { place: "head", confidence: CONFIDENCE.head, hits: inHead };
  if (evaluate(query, found, scopeOf(all, places)) === undefined) return { place: "nowhere", confidence: 0, hits: [] };
  const windows = places.body.flatMap(
    (_, i) => evaluate(query, found, scopeOf(places.body.slice(i, i + WINDOW), places)) ?? [],
  );
  const sentences = new Set(
    windows.map((hit) => places.body.findIndex(({ from, to }) => hit.from >= from && hit.to <= to)),
  );
  if (sentences.size === 0) return { place: "apart", confidence: 0, hits: windows };
  const confidence = Math.min(
    CONFIDENCE.bodyMost,
    CONFIDENCE.bodyOnce + CONFIDENCE.bodyEachMore * (sentences.size - 1),
  );
  return { place: "body", confidence, hits: windows };
}

/** How many different things of a query a passage holds. */
function countIn({ passages: { all } }: Reading, passage: number, hits: readonly Occurrence[]): number {
  const one = all[passage];
  if (one === undefined) return 0;
  return new Set(hits.filter(({ from, to }) => from >= one.from && to <= one.to)).size;
}

/** The passages that tell the most, in the order of the text. */
function evidenceOf(
  { input, passages: { all } }: Reading,
  tells: (passage: number) => number,
  confidence: number,
): Evidence[] {
  const told = all.map((passage, i) => ({ passage, much: tells(i) })).filter(({ much }) => much > 0);
  const most = Math.max(0, ...told.map(({ much }) => much));
  return told
    .filter(({ much }) => much >= most * LEAST_SHARE)
    .slice(0, MOST_EVIDENCE)
    .map(({ passage }) => evidenceFrom(input, passage, confidence));
}
