import type { Source, Theme, Wording } from "../model.ts";
import { cardOf } from "./article-card.ts";
import { type Find, type QuotedLine, quotedLines } from "./quoted-line.ts";
import type { PlacedMatch } from "./stories.ts";

/** One watched topic and the day's articles about it. */
export interface ThemeSection {
  readonly id: string;
  readonly name: Wording;
  readonly about: Wording;
  readonly articles: number;
  /** Outlets among them whose articles are no reprints. */
  readonly sources: number;
  /** The best sentence of each article, strongest first; a sentence that several carry is one line. */
  readonly lines: readonly QuotedLine[];
}

/** The section of one theme, from all matches of the day. */
export function themeSection(theme: Theme, matches: readonly PlacedMatch[], sources: readonly Source[]): ThemeSection {
  const finds = matches.flatMap(({ article, judgement }): Find[] => {
    const match = judgement.themes.find((candidate) => candidate.theme === theme.id);
    const best = match?.evidence.toSorted((a, b) => b.confidence - a.confidence || a.start - b.start)[0];
    // What counts is how sure the article is of the theme; the sentence is there to show why.
    return match === undefined || best === undefined
      ? []
      : [{ article: cardOf(article, sources), evidence: { ...best, confidence: match.confidence } }];
  });
  const originals = matches.filter(
    ({ judgement, place }) =>
      place.reprintOf === undefined && judgement.themes.some((found) => found.theme === theme.id),
  );
  return {
    id: theme.id,
    name: theme.name,
    about: theme.about,
    articles: finds.length,
    sources: new Set(originals.map(({ article }) => article.source)).size,
    lines: quotedLines(finds),
  };
}
