import type { ListedCue } from "../../shared/matching/cue-lists.ts";
import type { ThemeGate, ToldPlace } from "../../shared/matching/explanation.ts";
import type { Manner } from "../../shared/matching/lean.ts";
import type { DigestLanguage, Relation } from "../../shared/model.ts";
import { EN } from "./wording/en.ts";
import { RU } from "./wording/ru.ts";

/** What an explanation says. `{name}` is filled in. */
export interface ExplainWords {
  readonly heading: string;
  readonly untitled: string;
  readonly title: string;
  readonly sentence: string;
  readonly sentences: string;
  readonly places: Readonly<Record<ToldPlace, string>>;
  /** The same after "found". */
  readonly inPlaces: Readonly<Record<ToldPlace, string>>;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly skipped: string;
  readonly terms: string;

  readonly language: string;
  readonly sure: string;
  readonly unsure: string;
  readonly byPrior: string;
  readonly readAs: string;

  readonly themes: string;
  readonly positions: string;
  readonly matched: string;
  readonly gates: Readonly<Record<ThemeGate, string>>;
  readonly enough: string;
  readonly short: string;
  readonly together: string;
  readonly togetherShort: string;
  readonly missing: string;
  readonly excluded: string;
  readonly elsewhere: string;
  readonly tooFar: string;
  readonly apart: string;
  readonly hiddenThemes: string;
  readonly hiddenPositions: string;
  readonly noNear: string;

  readonly subjectInPlay: string;
  readonly subjectNowhere: string;
  readonly frame: string;
  readonly frameTurned: string;
  readonly frameBoth: string;
  readonly half: string;
  readonly noFrame: string;
  readonly manners: Readonly<Record<Manner, string>>;
  readonly cues: Readonly<Partial<Record<ListedCue, string>>>;
  readonly cuesIn: string;
  readonly learnt: string;
  readonly nothingLearnt: string;
  readonly unlearnt: string;
  readonly chance: string;
  readonly chanceShort: string;
  readonly side: string;
  readonly sideShort: string;
  readonly adds: string;
  readonly takes: string;
  readonly quote: string;
  readonly says: string;
  readonly notSpoken: string;
  readonly signs: Readonly<Record<string, string>>;
}

/** English where the digest's first language is English, else Russian, which every analyst of the region reads. */
export function explainWords(language: DigestLanguage): ExplainWords {
  return language === "en" ? EN : RU;
}
