import type { Position } from "../model.ts";
import { type CompiledQuery, parsed } from "./compile-query.ts";
import type { Read } from "./create-reader.ts";
import { lessonOf, NEAR_SHARE, signsOf } from "./explain-learnt.ts";
import { explainQuery, termsIn, wordingAt } from "./explain-query.ts";
import type { ToldFrame, ToldPosition } from "./explanation.ts";
import type { Judged } from "./judge-article.ts";
import type { WeighedPosition } from "./judge-positions.ts";
import { leanOf, sizeOf } from "./lean.ts";
import type { Occurrences } from "./phrase-trie.ts";
import { fitOf, type SentenceReading } from "./read-positions.ts";
import { scopeOf } from "./reading.ts";
import { chanceOf, sharesOf } from "./stance-model.ts";

/** How an article stands to every position, in the dossiers' order. */
export function explainPositions(
  positions: readonly Position[],
  its: Read,
  { weighedPositions, positions: matches }: Judged,
  threshold: number,
): readonly ToldPosition[] {
  const { article } = its;
  return positions.flatMap((position, i) => {
    const one = weighedPositions[i];
    if (one === undefined) return [];
    const match = matches.find((found) => found.position === position.id);
    const speaks = chanceOf(one);
    const { least } = one.weights;
    const stance = one.stance();
    const lesson = lessonOf(one.window, its, (traits) => its.odds.learnt.parts(traits, i));
    return [
      {
        position: position.id,
        ...(match === undefined ? {} : { relation: match.relation }),
        speaks,
        least,
        shares: sharesOf(stance, one.weights),
        threshold,
        subject: explainQuery(
          parsed(position.subject),
          one.reading.position.subject,
          article.reading,
          scopeOf(article.reading.passages.all, article.reading.places),
        ),
        inPlay: one.reading.inPlay.map((sentence) => one.reading.all.indexOf(sentence)),
        frames: framesOf(position, one, its),
        ...(lesson === undefined ? {} : { learnt: lesson }),
        signs: {
          speaks: signsOf(one.weights.speaks, one.speaks),
          side: signsOf(one.weights.side, stance.side),
          mention: signsOf(one.weights.mention, stance.mention),
        },
        evidence: match?.evidence ?? [],
        isNear: match !== undefined || speaks >= least * NEAR_SHARE,
      },
    ];
  });
}

/** The terms of a frame that a sentence holds. */
function heldBy(
  query: string,
  frame: CompiledQuery,
  found: Occurrences,
  { sentence }: SentenceReading,
): readonly string[] {
  const { from, to } = sentence.passage;
  return termsIn(parsed(query), frame, found)
    .filter(({ hits }) => hits.some((hit) => hit.from >= from && hit.to <= to))
    .map((term) => term.query);
}

function framesOf(position: Position, { reading }: WeighedPosition, { article }: Read): readonly ToldFrame[] {
  const { found, places, passages } = article.reading;
  return reading.all.flatMap((one, sentence) => {
    const scope = scopeOf([one.sentence.passage], places);
    return (["for", "against"] as const).flatMap((side) =>
      position[side].flatMap((query, i): ToldFrame[] => {
        const frame = reading.position.frames[side][i];
        const fit = frame && fitOf(frame, found, scope);
        // Said of no subject of this position, it counts for nothing.
        if (fit === undefined || (!fit.isWhole && !reading.inPlay.includes(one))) return [];
        const lean = leanOf(one.sentence, fit.said, side, article.language);
        const manner = (["title", "asserted", "turned"] as const).find((each) => lean[each] !== 0) ?? "asserted";
        const counts = sizeOf(lean) === 0 ? {} : { counts: lean[manner] > 0 ? ("for" as const) : ("against" as const) };
        const said = [...new Set(fit.said.map((place) => wordingAt(passages, place)))];
        const terms = frame === undefined ? [] : heldBy(query, frame, found, one);
        return [{ side, query, sentence, terms, isWhole: fit.isWhole, said, manner, ...counts }];
      }),
    );
  });
}
