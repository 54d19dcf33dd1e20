import type { Language } from "../model.ts";
import type { CompiledQuery } from "./compile-query.ts";
import { evaluate, type Scope } from "./evaluate-query.ts";
import { addLeans, type Lean, leanOf, NO_LEAN, type Side } from "./lean.ts";
import type { Occurrence, Occurrences } from "./phrase-trie.ts";
import type { TonedSentence } from "./read-sentences.ts";
import { type Reading, scopeOf } from "./reading.ts";
import { NO_TRAITS, type Traits } from "./traits.ts";

export interface CompiledPosition {
  readonly id: string;
  readonly themes: readonly string[];
  readonly subject: CompiledQuery;
  readonly frames: Readonly<Record<Side, readonly CompiledQuery[]>>;
}

/** A sentence as one position reads it. */
export interface SentenceReading {
  readonly sentence: TonedSentence;
  /** What its frames say where they fit whole, and where only what they say of their subject fits. */
  readonly frame: Lean;
  readonly half: Lean;
  readonly traits: Traits;
}

/** An article as one position reads it. */
export interface PositionReading {
  readonly position: CompiledPosition;
  /** Every sentence, and whether the position's subject is in play there. */
  readonly all: readonly SentenceReading[];
  readonly inPlay: readonly SentenceReading[];
}

/** What is known of an article before any position is asked. */
export interface ReadArticle {
  readonly reading: Reading;
  readonly sentences: readonly TonedSentence[];
  /** Of each passage. */
  readonly traits: readonly Traits[];
  readonly language: Language;
}

/** Sentences of an article so short that a subject named anywhere in it is in play in all of it. */
const BRIEF = 6;

export function readPositions(positions: readonly CompiledPosition[], article: ReadArticle): PositionReading[] {
  return positions.map((position) => {
    const frames = framesAnywhere(position, article);
    const all = article.sentences.map((sentence, i) => ({
      sentence,
      ...framesIn(frames, sentence, article),
      traits: article.traits[i] ?? NO_TRAITS,
    }));
    const inPlay = isAnywhere(position.subject, article) ? all.filter((_, i) => isInPlay(position, article, i)) : [];
    return { position, all, inPlay };
  });
}

/** True where the title, this sentence and the one before, or all of a brief article, speak of the position's subject. */
function isInPlay({ subject }: CompiledPosition, { reading }: ReadArticle, i: number): boolean {
  const { passages, found, places } = reading;
  const near =
    passages.all.length <= BRIEF ? passages.all : [...places.title, ...passages.all.slice(Math.max(0, i - 1), i + 1)];
  return evaluate(subject, found, scopeOf(near, places)) !== undefined;
}

type Frames = CompiledPosition["frames"];

/** What is to be looked for sentence by sentence: the frames whose statement is made somewhere. */
function framesAnywhere({ frames }: CompiledPosition, article: ReadArticle): Frames {
  const isMade = (frame: CompiledQuery) => isAnywhere(statementOf(frame), article);
  return { for: frames.for.filter(isMade), against: frames.against.filter(isMade) };
}

function isAnywhere(query: CompiledQuery, { reading: { passages, found, places } }: ReadArticle): boolean {
  return evaluate(query, found, scopeOf(passages.all, places)) !== undefined;
}

function framesIn(
  frames: Frames,
  sentence: TonedSentence,
  { reading: { found, places }, language }: ReadArticle,
): { readonly frame: Lean; readonly half: Lean } {
  const scope = scopeOf([sentence.passage], places);
  let frame = NO_LEAN;
  let half = NO_LEAN;
  for (const side of ["for", "against"] as const) {
    const whole: Occurrence[] = [];
    const parts: Occurrence[] = [];
    for (const query of frames[side]) {
      const fit = fitOf(query, found, scope);
      if (fit !== undefined) (fit.isWhole ? whole : parts).push(...fit.said);
    }
    const others = parts.filter(({ from, to }) => !whole.some((place) => place.from <= from && place.to >= to));
    frame = addLeans(frame, leanOf(sentence, whole, side, language));
    half = addLeans(half, leanOf(sentence, others, side, language));
  }
  return { frame, half };
}

/** Where a frame's statement is made, and whether of the frame's own subject. */
export interface FrameFit {
  readonly said: readonly Occurrence[];
  readonly isWhole: boolean;
}

export function fitOf(frame: CompiledQuery, found: Occurrences, scope: Scope): FrameFit | undefined {
  const said = evaluate(statementOf(frame), found, scope);
  return said === undefined ? undefined : { said, isWhole: evaluate(frame, found, scope) !== undefined };
}

/** What a frame says of its subject: the last part of an AND. The others say of whom. */
function statementOf(frame: CompiledQuery): CompiledQuery {
  return frame.kind === "and" ? (frame.parts.findLast(({ kind }) => kind !== "not") ?? frame) : frame;
}
