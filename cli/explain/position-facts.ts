import type { Locale } from "../../shared/digest/locale.ts";
import type { ToldFrame, ToldPosition, ToldSentence } from "../../shared/matching/explanation.ts";
import type { PositionEvidence, Relation } from "../../shared/model.ts";
import { learntFact, signFacts, type Where } from "./learnt-facts.ts";
import { heldFacts } from "./theme-facts.ts";
import type { Card, Fact } from "./view.ts";
import { whereOf } from "./view-sentences.ts";
import type { ExplainWords } from "./wording.ts";

/** What came of a position, and by what: subject, frames, hedges, what was learnt, and the odds that they add up to. */
export function positionFacts(
  told: ToldPosition,
  sentences: readonly ToldSentence[],
  locale: Locale,
  words: ExplainWords,
): Omit<Card, "name"> {
  const { position, relation, learnt, signs } = told;
  const where = (indices: readonly number[]) => whereOf(indices, sentences, words);
  return {
    id: position,
    outcome: relation ?? "none",
    verdict: relation === undefined ? words.notSpoken : words.relations[relation],
    facts: [
      subjectFact(told, where, locale, words),
      ...frameFacts(told.frames, where, locale, words),
      ...cueFacts(told, sentences, locale, words),
      learnt === undefined ? { mark: "note", text: words.unlearnt } : learntFact(learnt, where, locale, words),
      ...signFacts(signs.speaks, locale, words),
      chanceFact(told, locale, words),
      ...(relation === undefined ? [] : [sideFact(told, locale, words)]),
      ...told.evidence.map((piece) => evidenceFact(piece, locale, words)),
    ],
  };
}

function subjectFact({ subject, inPlay }: ToldPosition, where: Where, locale: Locale, words: ExplainWords): Fact {
  if (inPlay.length === 0)
    return { mark: "no", query: subject.wanting.join(", ") || subject.query, text: words.subjectNowhere };
  const found = heldFacts(subject, words).map(({ query }) => query);
  return { mark: "yes", text: locale.fill(words.subjectInPlay, { where: where(inPlay), found: found.join(", ") }) };
}

/** A line for each frame, way in which it fits, and manner; not one for each sentence. */
function frameFacts(frames: readonly ToldFrame[], where: Where, locale: Locale, words: ExplainWords): readonly Fact[] {
  const alike = Map.groupBy(frames, ({ side, query, isWhole, manner, counts }) =>
    JSON.stringify([side, query, isWhole, manner, counts]),
  );
  const facts = [...alike.values()].flatMap((group): Fact[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { side, query, isWhole, manner, counts } = first;
    const values = {
      side: words.relations[side],
      where: where(group.map(({ sentence }) => sentence)),
      manner: words.manners[manner],
      said: [...new Set(group.flatMap(({ said }) => said))].map((wording) => `«${wording}»`).join(", "),
      counts: counts === undefined ? "" : words.relations[counts],
    };
    if (!isWhole) return [{ mark: "note", query, text: locale.fill(words.half, values) }];
    if (counts === undefined) return [{ mark: "note", query, text: locale.fill(words.frameBoth, values) }];
    const text = counts === side ? words.frame : words.frameTurned;
    return [{ mark: "yes", query, text: locale.fill(text, values) }];
  });
  return frames.some(({ isWhole }) => isWhole) ? facts : [...facts, { mark: "no", text: words.noFrame }];
}

function cueFacts(
  { inPlay }: ToldPosition,
  sentences: readonly ToldSentence[],
  locale: Locale,
  words: ExplainWords,
): readonly Fact[] {
  const told = inPlay.flatMap((index) => {
    const cues = (sentences[index]?.cues ?? []).flatMap((cue) => words.cues[cue] ?? []);
    return cues.length === 0 ? [] : [`${whereOf([index], sentences, words)} — ${cues.join(", ")}`];
  });
  return told.length === 0 ? [] : [{ mark: "note", text: locale.fill(words.cuesIn, { list: told.join("; ") }) }];
}

function chanceFact(told: ToldPosition, locale: Locale, words: ExplainWords): Fact {
  const { relation, speaks, least } = told;
  const values = { sure: locale.percent(speaks), needed: locale.percent(least), short: locale.percent(least - speaks) };
  return relation === undefined
    ? { mark: "no", text: locale.fill(words.chanceShort, values) }
    : { mark: "yes", text: locale.fill(words.chance, values) };
}

function sideFact({ relation, shares, threshold }: ToldPosition, locale: Locale, words: ExplainWords): Fact {
  const values = {
    ...percents(shares, locale),
    needed: locale.percent(threshold),
    short: locale.percent(threshold - Math.max(shares.for, shares.against)),
  };
  return relation === "mentions"
    ? { mark: "no", text: locale.fill(words.sideShort, values) }
    : { mark: "yes", text: locale.fill(words.side, values) };
}

function percents(shares: Readonly<Record<Relation, number>>, locale: Locale) {
  return {
    for: locale.percent(shares.for),
    against: locale.percent(shares.against),
    mentions: locale.percent(shares.mentions),
  };
}

function evidenceFact({ quote, relation, speaker }: PositionEvidence, locale: Locale, words: ExplainWords): Fact {
  const by = speaker === undefined ? "" : ` (${locale.fill(words.says, { speaker })})`;
  return { mark: "note", text: `${locale.fill(words.quote, { side: words.relations[relation], quote })}${by}` };
}
