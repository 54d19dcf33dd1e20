import type { Judgement, LanguageTag, Relation } from "../model.ts";
import type { Matcher } from "./compile-matcher.ts";

/** One article to be judged, as a line of JSON gives it. */
export interface MatchRecord {
  readonly id: string | number;
  readonly title?: string;
  readonly text: string;
  readonly language?: LanguageTag;
}

/** What was found in it. `record[field].slice(start, end) === quote` for the record as given. */
export interface MatchLine {
  readonly id: string | number;
  readonly language: LanguageTag;
  readonly themes: readonly string[];
  readonly positions: Readonly<Record<string, Relation>>;
  readonly evidence: readonly EvidenceLine[];
}

export interface EvidenceLine {
  readonly theme?: string;
  readonly position?: string;
  readonly relation?: Relation;
  readonly field: "title" | "text";
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly confidence: number;
}

/** Judges one record. Every theme and position named has evidence; themes come first, each kind in the dossier's order. */
export function matchRecord(matcher: Matcher, record: MatchRecord): MatchLine {
  const { language, themes, positions }: Judgement = matcher(record);
  return {
    id: record.id,
    language,
    themes: themes.map(({ theme }) => theme),
    positions: Object.fromEntries(positions.map(({ position, relation }) => [position, relation])),
    evidence: [
      ...themes.flatMap(({ theme, evidence }) => evidence.map((piece) => ({ theme, ...piece }))),
      ...positions.flatMap(({ position, evidence }) =>
        evidence.map(({ speaker: _, ...piece }) => ({ position, ...piece })),
      ),
    ],
  };
}
