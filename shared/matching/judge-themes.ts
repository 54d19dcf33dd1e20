import type { Evidence, ThemeMatch } from "../model.ts";
import type { CompiledQuery } from "./compile-query.ts";
import { evaluate } from "./evaluate-query.ts";
import type { Occurrence } from "./phrase-trie.ts";
import { evidenceFrom } from "./read-passages.ts";
import { type Reading, rangeOf, scopeOf } from "./reading.ts";

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

/** The themes an article is about, with the sentences that say so. */
export function judgeThemes(themes: readonly CompiledTheme[], reading: Reading, threshold: number): ThemeMatch[] {
  return themes.flatMap(({ id, query }) => {
    const { confidence, hits } = scoreTheme(query, reading);
    if (confidence < threshold) return [];
    const evidence = evidenceOf(reading, hits, confidence);
    return evidence.length === 0 ? [] : [{ theme: id, confidence, evidence }];
  });
}

/** How sure an article is about a theme, and by what. */
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

/** The passages that hold the most of what was found, as they stand in the article. */
function evidenceOf(
  { input, passages: { all } }: Reading,
  hits: readonly Occurrence[],
  confidence: number,
): Evidence[] {
  const counted = all
    .map((passage) => ({
      passage,
      count: new Set(hits.filter(({ from, to }) => from >= passage.from && to <= passage.to)).size,
    }))
    .filter(({ count }) => count > 0);
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return counted
    .filter(({ count }) => count * 2 >= most)
    .slice(0, MOST_EVIDENCE)
    .map(({ passage }) => evidenceFrom(input, passage, confidence));
}
