import type { Language, MatchInput, PositionEvidence, PositionMatch, Relation } from "../model.ts";
import type { CompiledQuery } from "./compile-query.ts";
import { isHedged, isNegated } from "./cues.ts";
import { evaluate } from "./evaluate-query.ts";
import { findSpeaker } from "./find-speaker.ts";
import { type Places, placesOf, scopeOf } from "./judge-themes.ts";
import type { Occurrences } from "./phrase-trie.ts";
import { evidenceFrom, type Passage, type Passages } from "./read-passages.ts";

export interface CompiledPosition {
  readonly id: string;
  readonly subject: CompiledQuery;
  readonly for: readonly CompiledQuery[];
  readonly against: readonly CompiledQuery[];
}

/** How sure a sentence makes us of a relation: by where it stands, less what weakens it. */
const CONFIDENCE = { title: 0.85, head: 0.8, body: 0.65 } as const;
const HEDGED = 0.25;
const NEGATED = 0.1;
/** Sentences quoted for one position at the most. */
const MOST_EVIDENCE = 4;

const OPPOSITE: Readonly<Record<"for" | "against", Relation>> = { for: "against", against: "for" };

/** The positions an article speaks to, sentence by sentence; the article's relation is that of its best evidence. */
export function judgePositions(
  positions: readonly CompiledPosition[],
  input: MatchInput,
  passages: Passages,
  found: Occurrences,
  language: Language,
  threshold: number,
): PositionMatch[] {
  const places = placesOf(passages);
  return positions.flatMap((position) => {
    const evidence = passages.all.flatMap((passage, i) =>
      evidenceIn(position, input, passages, i, passage, places, found, language, threshold),
    );
    const [best] = evidence.toSorted((a, b) => b.confidence - a.confidence);
    if (best === undefined) return [];
    const relation = isMixed(evidence, best) ? "mentions" : best.relation;
    return [{ position: position.id, relation, confidence: best.confidence, evidence: strongest(evidence) }];
  });
}

function evidenceIn(
  position: CompiledPosition,
  input: MatchInput,
  passages: Passages,
  index: number,
  passage: Passage,
  places: Places,
  found: Occurrences,
  language: Language,
  threshold: number,
): PositionEvidence[] {
  const context = [...places.title, ...passages.all.slice(Math.max(0, index - 1), index), passage];
  if (evaluate(position.subject, found, scopeOf(context, places)) === undefined) return [];
  const forms = passages.tokens.slice(passage.from, passage.to).map(({ form }) => form);
  const where = passage.field === "title" ? "title" : places.head.includes(passage) ? "head" : "body";
  return (["for", "against"] as const).flatMap((side) => {
    const hits = position[side]
      .map((frame) => evaluate(frame, found, scopeOf([passage], places)))
      .find((result) => result !== undefined);
    if (hits === undefined) return [];
    const isTurned = hits.some(({ from, to }) => isNegated(forms, from - passage.from, to - passage.from, language));
    const confidence = CONFIDENCE[where] - (isTurned ? NEGATED : 0) - (isHedged(forms, language) ? HEDGED : 0);
    const relation = confidence < threshold ? "mentions" : isTurned ? OPPOSITE[side] : side;
    const evidence = evidenceFrom(input, passage, Math.round(confidence * 100) / 100);
    const speaker = findSpeaker(evidence.quote);
    return [{ ...evidence, relation, ...(speaker === undefined ? {} : { speaker }) }];
  });
}

/** True where the other side is as well supported as the best evidence. */
function isMixed(evidence: readonly PositionEvidence[], best: PositionEvidence): boolean {
  return (
    best.relation !== "mentions" &&
    evidence.some(
      ({ relation, confidence }) =>
        relation === OPPOSITE[best.relation === "for" ? "for" : "against"] && confidence >= best.confidence,
    )
  );
}

/** The best few, in the order of the text, each sentence once for each relation. */
function strongest(evidence: readonly PositionEvidence[]): PositionEvidence[] {
  const kept = new Set(evidence.toSorted((a, b) => b.confidence - a.confidence).slice(0, MOST_EVIDENCE));
  return evidence.filter((piece) => kept.has(piece));
}
