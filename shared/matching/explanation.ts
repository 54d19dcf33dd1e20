import type { Evidence, Language, LanguageTag, PositionEvidence, Relation } from "../model.ts";
import type { ListedCue } from "./cue-lists.ts";
import type { Manner, Side } from "./lean.ts";
import type { MentionSigns, SideSigns, SpeaksSigns } from "./position-signs.ts";
import type { ThemeSigns } from "./theme-model.ts";

/** Why an article was matched, or was not: everything the judgement went by. Sentences are named by their index. */
export interface Explanation {
  readonly language: ToldLanguage;
  /** The title, where there is one, and the sentences of the text. */
  readonly sentences: readonly ToldSentence[];
  readonly themes: readonly ToldTheme[];
  readonly positions: readonly ToldPosition[];
}

export interface ToldLanguage {
  readonly language: LanguageTag;
  /** By whose words it was read. */
  readonly readAs: Language;
  /** The next likeliest. */
  readonly next?: LanguageTag;
  /** By how much the text itself prefers it to the next, in nats; negative where the source's usual language decided. */
  readonly ahead?: number;
  /** The source's usual language could have changed nothing. */
  readonly isSure: boolean;
}

export type ToldPlace = "title" | "lead" | "body";

/** `article[field].slice(start, end) === text`, in UTF-16 code units; so with its terms. */
export interface ToldSentence {
  readonly place: ToldPlace;
  readonly field: "title" | "text";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly terms: readonly ToldTerm[];
  /** What in it negates, hedges, or says otherwise how it is meant. */
  readonly cues: readonly ListedCue[];
}

/** Words that some query asks for, with the terms of the queries as they are written there. Terms may lie in each other. */
export interface ToldTerm {
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
}

/** One part of a query, and what there is of it in the article. */
export interface QueryPart {
  readonly kind: "term" | "and" | "or" | "not" | "near" | "field" | "count";
  /** As written. */
  readonly query: string;
  /** It is satisfied by the article as a whole, near or far. */
  readonly holds: boolean;
  /** Of a term: where it was found, and up to five of the wordings. */
  readonly places: readonly ToldPlace[];
  readonly found: readonly string[];
  readonly parts: readonly QueryPart[];
  /** Of all the ways to satisfy it, the nearest: the terms of it that were found, and what would have to be otherwise. */
  readonly held: readonly string[];
  readonly wanting: readonly string[];
}

/**
 * What stopped a theme: something is not there; something excludes it; all is there, but nowhere close together; it is
 * there, but only in passing; the query by itself would do, but labelled text on the theme is unlike the article.
 */
export type ThemeGate = "missing" | "excluded" | "apart" | "threshold" | "outweighed";

export interface ToldTheme {
  readonly theme: string;
  /** 0 to 1, and what it must reach. */
  readonly confidence: number;
  readonly threshold: number;
  /** Absent where the theme is matched. */
  readonly gate?: ThemeGate;
  /** Where the query is satisfied as closely as it must be; absent where it is nowhere. */
  readonly place?: ToldPlace;
  /** Sentences that satisfy it. */
  readonly sentences: readonly number[];
  readonly query: QueryPart;
  /** What labelled text taught of it, as far as this article has it, and what each sign adds to the log-odds; absent where nothing was learnt. */
  readonly learnt?: ToldLearnt;
  readonly signs?: ThemeSigns;
  readonly evidence: readonly Evidence[];
  /** Matched, half way to it, or stopped by one thing while a term that is not in everybody's query was found. */
  readonly isNear: boolean;
}

export interface ToldPosition {
  readonly position: string;
  /** Absent where the article does not speak to it. */
  readonly relation?: Relation;
  /** How probable it is that the article speaks to it, and what that must reach. */
  readonly speaks: number;
  readonly least: number;
  /** How probable each relation is if it does, and what a side must reach to be more than a mention. */
  readonly shares: Readonly<Record<Relation, number>>;
  readonly threshold: number;
  readonly subject: QueryPart;
  /** Sentences in which the subject is in play. */
  readonly inPlay: readonly number[];
  readonly frames: readonly ToldFrame[];
  /** What labelled text taught of it, as far as this article has it; absent where nothing was learnt. */
  readonly learnt?: ToldLearnt;
  readonly signs: ToldSigns;
  readonly evidence: readonly PositionEvidence[];
  /** Matched, or half way to it. */
  readonly isNear: boolean;
}

/** A frame that fits a sentence. */
export interface ToldFrame {
  readonly side: Side;
  readonly query: string;
  readonly sentence: number;
  /** False where it says what the frame says, but not of the frame's own subject. */
  readonly isWhole: boolean;
  readonly said: readonly string[];
  /** The terms of it that the sentence holds. */
  readonly terms: readonly string[];
  readonly manner: Manner;
  /** For what it counts, turned round where it is negated; absent where it says both. */
  readonly counts?: Side;
}

export interface ToldLearnt {
  /** The sentences that speak to it most. */
  readonly sentences: readonly number[];
  /** What each of their traits adds to the log-odds, the greatest first. */
  readonly traits: readonly { readonly trait: string; readonly adds: number }[];
}

/** What each sign adds to the log-odds: of speaking to it, of `for` over `against`, of a mere mention. */
export interface ToldSigns {
  readonly speaks: SpeaksSigns;
  readonly side: SideSigns;
  readonly mention: MentionSigns;
}
