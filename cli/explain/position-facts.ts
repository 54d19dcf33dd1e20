import type { Locale } from "../../shared/digest/locale.ts";
import type { ToldFrame, ToldPosition, ToldSentence } from "../../shared/matching/explanation.ts";
import type { PositionEvidence, Relation } from "../../shared/model.ts";
import { heldFacts } from "./theme-facts.ts";
import type { Card, Fact } from "./view.ts";
import { whereOf } from "./view-sentences.ts";
import type { ExplainWords } from "./wording.ts";

/** Log-odds smaller than this are not worth a word. */
const LEAST_SIGN = 0.15;
const MOST_TRAITS = 8;

/** What came of a position, and by what: subject, frames, hedges, what was learnt, and the odds that they add up to. */
export function positionFacts(
  told: ToldPosition,
  sentences: readonly ToldSentence[],
  locale: Locale,
  words: ExplainWords,
): Omit<Card, "name"> {
  const { position, relation } = told;
  const where = (indices: readonly number[]) => whereOf(indices, sentences, words);
  return {
    id: position,
    outcome: relation ?? "none",
    verdict: relation === undefined ? words.notSpoken : words.relations[relation],
    facts: [
      subjectFact(told, where, locale, words),
      ...frameFacts(told.frames, where, locale, words),
      ...cueFacts(told, sentences, locale, words),
      ...learntFacts(told, where, locale, words),
      ...signFacts(told, locale, words),
      chanceFact(told, locale, words),
      ...(relation === undefined ? [] : [sideFact(told, locale, words)]),
      ...told.evidence.map((piece) => evidenceFact(piece, locale, words)),
    ],
  };
}

type Where = (indices: readonly number[]) => string;

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

/** The words and lists that labelled text taught most of, those that speak for the position and those that speak against it. */
function learntFacts({ learnt }: ToldPosition, where: Where, locale: Locale, words: ExplainWords): readonly Fact[] {
  if (learnt === undefined) return [{ mark: "note", text: words.unlearnt }];
  const told = learnt.traits.filter(({ adds }) => Math.abs(adds) >= LEAST_SIGN).slice(0, MOST_TRAITS);
  if (told.length === 0) return [{ mark: "no", text: words.nothingLearnt }];
  const list = told.map(({ trait, adds }) => `${trait} ${adds > 0 ? "+" : "−"}${locale.number(Math.abs(adds))}`);
  return [{ mark: "note", text: locale.fill(words.learnt, { where: where(learnt.sentences), list: list.join(", ") }) }];
}

/** What spoke for the position and what against it, the strongest first. */
function signFacts({ signs }: ToldPosition, locale: Locale, words: ExplainWords): readonly Fact[] {
  const all = Object.entries(signs.speaks).toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const list = (isTold: (adds: number) => boolean) =>
    all
      .filter(([, adds]) => isTold(adds))
      .map(([sign, adds]) => `${words.signs[sign] ?? sign} ${locale.number(Math.round(Math.abs(adds) * 10) / 10)}`)
      .join(", ");
  const adds = list((one) => one >= LEAST_SIGN);
  const takes = list((one) => one <= -LEAST_SIGN);
  return [
    ...(adds === "" ? [] : [{ mark: "note" as const, text: locale.fill(words.adds, { list: adds }) }]),
    ...(takes === "" ? [] : [{ mark: "note" as const, text: locale.fill(words.takes, { list: takes }) }]),
  ];
}

function chanceFact(told: ToldPosition, locale: Locale, words: ExplainWords): Fact {
  const { gate, speaks, alone, least, rival = "" } = told;
  const values = {
    sure: locale.percent(speaks),
    alone: locale.percent(alone),
    needed: locale.percent(least),
    short: locale.percent(least - speaks),
    rival,
  };
  if (gate === undefined) return { mark: "yes", text: locale.fill(words.chance, values) };
  return { mark: "no", text: locale.fill(gate === "rival" ? words.chanceRival : words.chanceShort, values) };
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
