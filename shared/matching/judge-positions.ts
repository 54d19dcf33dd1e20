import type { PositionEvidence, PositionMatch, ThemeMatch } from "../model.ts";
import { speakersOf } from "./find-speaker.ts";
import { sizeOf } from "./lean.ts";
import { type Likeness, mostOf } from "./likeness.ts";
import { articleSigns, mentionSigns, type SpeaksSigns, sideSigns, speaksSigns } from "./position-signs.ts";
import { evidenceFrom, type Passage } from "./read-passages.ts";
import {
  type CompiledPosition,
  type PositionReading,
  type ReadArticle,
  readPositions,
  type SentenceReading,
} from "./read-positions.ts";
import { decide, relationOf, type StanceSigns, type Taken } from "./stance-model.ts";
import { STANCE_MODEL } from "./stance-weights.ts";

/** Sentences quoted for one position at the most. */
const MOST_EVIDENCE = 4;
/** Sentences that tell whether a position without a subject in play is only mentioned. */
const HEAD = 6;

/** An article before one position, and what tells how it stands to it. */
export interface WeighedPosition extends StanceSigns {
  readonly reading: PositionReading;
  readonly speaks: SpeaksSigns;
}

/** All positions, weighed. */
export function weighPositions(
  positions: readonly CompiledPosition[],
  article: ReadArticle,
  likeness: Likeness,
  themes: readonly ThemeMatch[],
): WeighedPosition[] {
  const readings = readPositions(positions, article, likeness);
  const greatest = readings.map(({ likes }) => mostOf(likes));
  const shared = articleSigns(article.sentences, themes);
  return readings.map((reading, number) => {
    const others = Math.max(0, ...greatest.filter((_, i) => i !== number));
    const told = toldBy(reading);
    return {
      reading,
      speaks: speaksSigns(reading, others, shared, themes),
      side: sideSigns(told, reading.likes),
      mention: mentionSigns(told, reading.likes),
    };
  });
}

/** The positions an article speaks to, each with the sentences that say so. */
export function judgePositions(
  positions: readonly CompiledPosition[],
  article: ReadArticle,
  likeness: Likeness,
  themes: readonly ThemeMatch[],
  threshold: number,
): PositionMatch[] {
  return matchPositions(weighPositions(positions, article, likeness, themes), article, threshold);
}

/** The same of positions that are weighed already. */
export function matchPositions(
  weighed: readonly WeighedPosition[],
  article: ReadArticle,
  threshold: number,
): PositionMatch[] {
  const decided = decide(weighed, STANCE_MODEL, { least: STANCE_MODEL.least, relation: threshold });
  if (decided.length === 0) return [];
  const speakers = speakersIn(article);
  return decided.flatMap((decision) => {
    const reading = weighed[decision.index]?.reading;
    if (reading === undefined) return [];
    const told = toldBy(reading).map((one) => {
      const signs = { side: sideSigns([one], one.likes), mention: mentionSigns([one], one.likes) };
      return { one, ...relationOf(signs, STANCE_MODEL, threshold) };
    });
    const evidence = bearing(told, decision).map(({ one, relation, share }): PositionEvidence => {
      const speaker = speakers.get(one.sentence.passage);
      const piece = evidenceFrom(article.reading.input, one.sentence.passage, rounded(decision.speaks * share));
      return { ...piece, relation, ...(speaker === undefined ? {} : { speaker }) };
    });
    const confidence = rounded(decision.speaks * decision.share);
    return evidence.length === 0
      ? []
      : [{ position: reading.position.id, relation: decision.relation, confidence, evidence }];
  });
}

/** A sentence, and how it stands to the position by itself. */
interface ToldSentence extends Taken {
  readonly one: SentenceReading;
}

/** The sentences that tell the side: where the subject is in play or a frame fits, or the head where there is neither. */
function toldBy({ inPlay, all }: PositionReading): readonly SentenceReading[] {
  const told = all.filter((one) => inPlay.includes(one) || sizeOf(one.frame) > 0);
  return told.length > 0 ? told : all.slice(0, HEAD);
}

/** The sentences that bear a relation out, in the order of the text: of a mention all, whatever side each takes, else those of its side. */
function bearing(told: readonly ToldSentence[], { relation, share }: Taken): readonly ToldSentence[] {
  const strongest = told.toSorted((a, b) => b.share - a.share);
  const agreeing = strongest.filter((each) => relation === "mentions" || each.relation === relation);
  if (agreeing.length === 0) return strongest.slice(-1).map(({ one }) => ({ one, relation, share }));
  const kept = new Set(agreeing.slice(0, MOST_EVIDENCE));
  return told.filter((each) => kept.has(each));
}

/** Who says what of an article, where the text names one. */
type Speakers = ReadonlyMap<Passage, string | undefined>;

function speakersIn({ reading: { input, passages } }: ReadArticle): Speakers {
  const { joined, all } = passages;
  const textAt = input.title === undefined || input.title === "" ? 0 : input.title.length + 1;
  const spans = all.map(({ field, start, end }) => {
    const shift = field === "title" ? 0 : textAt;
    return { start: start + shift, end: end + shift };
  });
  const speakers = speakersOf(joined, spans);
  return new Map(all.map((passage, i) => [passage, speakers[i]]));
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}
