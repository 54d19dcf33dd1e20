import type { Language, PositionEvidence, PositionMatch, Relation } from "../model.ts";
import type { CompiledQuery } from "./compile-query.ts";
import { isHedged, isNegated } from "./cues.ts";
import { evaluate } from "./evaluate-query.ts";
import { findSpeaker } from "./find-speaker.ts";
import type { Occurrence } from "./phrase-trie.ts";
import { evidenceFrom, type Passage } from "./read-passages.ts";
import { type Places, type Reading, scopeOf } from "./reading.ts";

export type Side = "for" | "against";

export interface CompiledPosition {
  readonly id: string;
  readonly subject: CompiledQuery;
  /** In the order in which they are tried; the first that fits a sentence speaks for it. */
  readonly frames: readonly { readonly side: Side; readonly query: CompiledQuery }[];
}

/** How sure a sentence makes us of a relation: by where it stands, less what weakens it. */
const CONFIDENCE = { title: 0.85, head: 0.8, body: 0.65 } as const;
const HEDGED = 0.25;
const NEGATED = 0.1;
/** Sentences quoted for one position at the most. */
const MOST_EVIDENCE = 4;

const OPPOSITE: Readonly<Record<Side, Side>> = { for: "against", against: "for" };

/** The positions an article speaks to, sentence by sentence; the article's relation is that of its best evidence. */
export function judgePositions(
  positions: readonly CompiledPosition[],
  reading: Reading,
  language: Language,
  threshold: number,
): PositionMatch[] {
  return positions.flatMap((position) => {
    const evidence = reading.passages.all.flatMap((passage, i) => {
      const before = reading.passages.all.slice(Math.max(0, i - 1), i);
      if (!isInPlay(position, reading, [...before, passage])) return [];
      const stance = stanceOf(position, reading, passage, language);
      return stance === undefined ? [] : [evidenceOf(reading, passage, stance, threshold)];
    });
    const [best] = evidence.toSorted((a, b) => b.confidence - a.confidence);
    if (best === undefined) return [];
    const relation = isMixed(evidence, best) ? "mentions" : best.relation;
    return [{ position: position.id, relation, confidence: best.confidence, evidence: strongest(evidence) }];
  });
}

/** True where the title and these sentences speak of the position's subject. */
function isInPlay({ subject }: CompiledPosition, { found, places }: Reading, near: readonly Passage[]): boolean {
  return evaluate(subject, found, scopeOf([...places.title, ...near], places)) !== undefined;
}

interface Stance {
  readonly side: Side;
  readonly confidence: number;
}

/** The side a sentence takes. */
function stanceOf(
  position: CompiledPosition,
  { passages, found, places }: Reading,
  passage: Passage,
  language: Language,
): Stance | undefined {
  const scope = scopeOf([passage], places);
  const first = position.frames.find(({ query }) => evaluate(query, found, scope) !== undefined);
  if (first === undefined) return undefined;
  const forms = passages.tokens.slice(passage.from, passage.to).map(({ form }) => form);
  const isTurned = isDenied(evaluate(statementOf(first.query), found, scope) ?? [], forms, passage.from, language);
  const weakened = (isTurned ? NEGATED : 0) + (isHedged(forms, language) ? HEDGED : 0);
  return {
    side: isTurned ? OPPOSITE[first.side] : first.side,
    confidence: Math.round((weightOf(passage, places) - weakened) * 100) / 100,
  };
}

/** True where each place that says it is negated. */
function isDenied(said: readonly Occurrence[], forms: readonly string[], shift: number, language: Language): boolean {
  return said.length > 0 && said.every(({ from, to }) => isNegated(forms, from - shift, to - shift, language));
}

function weightOf(passage: Passage, { head }: Places): number {
  if (passage.field === "title") return CONFIDENCE.title;
  return head.includes(passage) ? CONFIDENCE.head : CONFIDENCE.body;
}

function evidenceOf({ input }: Reading, passage: Passage, stance: Stance, threshold: number): PositionEvidence {
  const evidence = evidenceFrom(input, passage, stance.confidence);
  const speaker = findSpeaker(evidence.quote);
  const relation: Relation = stance.confidence < threshold ? "mentions" : stance.side;
  return { ...evidence, relation, ...(speaker === undefined ? {} : { speaker }) };
}

/** What a frame says of its subject: the last part of an AND. The others say of whom, and a "not" beside them turns nothing. */
function statementOf(frame: CompiledQuery): CompiledQuery {
  return frame.kind === "and" ? (frame.parts.findLast(({ kind }) => kind !== "not") ?? frame) : frame;
}

/** True where the other side is as well supported as the best evidence. */
function isMixed(evidence: readonly PositionEvidence[], { relation, confidence }: PositionEvidence): boolean {
  if (relation === "mentions") return false;
  return evidence.some((other) => other.relation === OPPOSITE[relation] && other.confidence >= confidence);
}

/** The best few, in the order of the text, each sentence once for each relation. */
function strongest(evidence: readonly PositionEvidence[]): PositionEvidence[] {
  const kept = new Set(evidence.toSorted((a, b) => b.confidence - a.confidence).slice(0, MOST_EVIDENCE));
  return evidence.filter((piece) => kept.has(piece));
}
