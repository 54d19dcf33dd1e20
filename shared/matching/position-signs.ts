import type { ThemeMatch } from "../model.ts";
import type { ListedCue } from "./cue-lists.ts";
import { addLeans, type Lean, NO_LEAN, sizeOf } from "./lean.ts";
import type { Signs } from "./log-odds.ts";
import type { PositionReading, SentenceReading } from "./read-positions.ts";
import type { TonedSentence } from "./read-sentences.ts";

/** What tells whether an article speaks to a position at all. Each sign is of the order of 1. */
export const SPEAKS_SIGNS = [
  "theme", // its theme's confidence
  "subject", // its subject is spoken of
  "frames", // how many of its frames fit
  "anyFrame",
  "halves", // how many of its frames fit without their subject
  "learnt", // what labelled text taught, in log-odds
  "atAll", // what it taught of speaking to any position, in log-odds
  "share", // how likely this one is among them: the logarithm of its share
  "length",
  "elsewhere", // words of sport, shows, shops …
  "anyTheme",
  "tone", // words of success and failure
  "undecided",
] as const;
/** What tells for from against: positive speaks for. */
export const SIDE_SIGNS = [
  "frameTitle",
  "frameAsserted",
  "frameTurned",
  "halfTitle",
  "halfAsserted",
  "halfTurned",
  "toneTitle",
  "toneAsserted",
  "toneTurned",
  "learnt",
] as const;
/** What tells a mere mention from taking a side. */
export const MENTION_SIGNS = [
  "anyFrame",
  "frames", // of the sentence with the most
  "undecided",
  "possibility",
  "condition",
  "now",
  "contrast",
  "learnt",
] as const;

export type SpeaksSigns = Signs<(typeof SPEAKS_SIGNS)[number]>;
export type SideSigns = Signs<(typeof SIDE_SIGNS)[number]>;
export type MentionSigns = Signs<(typeof MENTION_SIGNS)[number]>;

/** What is the same for all positions of an article. */
export interface ArticleSigns {
  readonly length: number;
  readonly elsewhere: number;
  readonly anyTheme: number;
  readonly tone: number;
  readonly undecided: number;
}

export function articleSigns(sentences: readonly TonedSentence[], themes: readonly ThemeMatch[]): ArticleSigns {
  const count = (cue: ListedCue) => sentences.filter(({ cues }) => cues.has(cue)).length;
  const tone = sentences.reduce((sum, sentence) => sum + sizeOf(sentence.tone), 0);
  return {
    length: Math.log(sentences.length + 1),
    elsewhere: Math.min(1, count("elsewhere")),
    anyTheme: Math.min(1, themes.length),
    tone: Math.min(6, tone) / 3,
    undecided: Math.min(2, count("undecided")),
  };
}

/** What labelled text taught of a position, as the part of an article that speaks to it most has it. */
export type LearntSigns = Pick<SpeaksSigns, "learnt" | "atAll" | "share">;

export function speaksSigns(
  { position, all, inPlay }: PositionReading,
  learnt: LearntSigns,
  article: ArticleSigns,
  themes: readonly ThemeMatch[],
): SpeaksSigns {
  const own = themes.filter(({ theme }) => position.themes.includes(theme));
  const frames = all.reduce((sum, { frame }) => sum + sizeOf(frame), 0);
  const halves = inPlay.reduce((sum, { half }) => sum + sizeOf(half), 0);
  return {
    ...article,
    theme: Math.max(0, ...own.map(({ confidence }) => confidence)),
    subject: Math.min(1, inPlay.length),
    frames: Math.min(4, frames) / 2,
    anyFrame: Math.min(1, frames),
    halves: Math.min(3, halves) / 2,
    ...learnt,
  };
}

/** Of one sentence, or of several together. `learnt` is in log-odds; so of a mention. */
export function sideSigns(sentences: readonly SentenceReading[], learnt: number): SideSigns {
  const sum = (leanOf: (sentence: SentenceReading) => Lean) => sentences.map(leanOf).reduce(addLeans, NO_LEAN);
  const frame = sum((one) => one.frame);
  const half = sum((one) => one.half);
  const tone = sum((one) => one.sentence.tone);
  return {
    frameTitle: frame.title,
    frameAsserted: frame.asserted,
    frameTurned: frame.turned,
    halfTitle: half.title,
    halfAsserted: half.asserted,
    halfTurned: half.turned,
    toneTitle: tone.title,
    toneAsserted: tone.asserted,
    toneTurned: tone.turned,
    learnt,
  };
}

export function mentionSigns(sentences: readonly SentenceReading[], learnt: number): MentionSigns {
  const share = (cue: ListedCue) =>
    sentences.filter(({ sentence }) => sentence.cues.has(cue)).length / Math.max(1, sentences.length);
  const frames = Math.max(0, ...sentences.map(({ frame }) => sizeOf(frame)));
  return {
    anyFrame: Math.min(1, frames),
    frames: Math.min(3, frames),
    undecided: share("undecided"),
    possibility: share("possibility"),
    condition: share("condition"),
    now: share("now"),
    contrast: share("contrast"),
    learnt,
  };
}
