import type { Evidence, LanguageTag, Relation } from "../model.ts";
import type { ArticleCard } from "./article-card.ts";
import { compareText } from "./compare-text.ts";

/** One sentence, verbatim, and every article that carries it, strongest first. */
export interface QuotedLine {
  readonly quote: string;
  readonly field: Evidence["field"];
  /** The highest among the articles, 0 to 1. */
  readonly confidence: number;
  readonly language: LanguageTag;
  /** Who says it, where a text names one. */
  readonly speaker?: string;
  readonly articles: readonly ArticleCard[];
}

/** A sentence in its article. */
export interface Find {
  readonly article: ArticleCard;
  readonly evidence: Evidence & { readonly speaker?: string; readonly relation?: Relation };
}

/**
 * The finds as lines, strongest first: by confidence, then the latest published (undated last), then outlet, article
 * and place in the text. Sentences that are the same but for spaces become one line that names all their articles.
 */
export function quotedLines(finds: readonly Find[]): QuotedLine[] {
  const groups = Map.groupBy(finds.toSorted(strongestFirst), ({ evidence }) =>
    evidence.quote.trim().replace(/\s+/gu, " "),
  );
  return [...groups.values()].flatMap((group) => {
    const [best] = group;
    if (best === undefined) return [];
    const { quote, field, confidence } = best.evidence;
    const speaker = group.map(({ evidence }) => evidence.speaker).find((name) => name !== undefined);
    const articles = new Map(group.map(({ article }) => [article.id, article]));
    return [
      {
        quote,
        field,
        confidence,
        language: best.article.language,
        ...(speaker === undefined ? {} : { speaker }),
        articles: [...articles.values()],
      },
    ];
  });
}

function strongestFirst(a: Find, b: Find): number {
  return (
    b.evidence.confidence - a.evidence.confidence ||
    compareText(b.article.published ?? "", a.article.published ?? "") ||
    compareText(a.article.outlet.id, b.article.outlet.id) ||
    compareText(a.article.id, b.article.id) ||
    compareText(a.evidence.field, b.evidence.field) ||
    a.evidence.start - b.evidence.start ||
    a.evidence.end - b.evidence.end
  );
}
