import type { PositionEvidence, PositionMatch, ThemeMatch } from "../model.ts";
import { speakersOf } from "./find-speaker.ts";
import { sizeOf } from "./lean.ts";
import type { LearntOdds } from "./learnt-odds.ts";
import { once } from "./once.ts";
import { articleSigns, type LearntSigns, mentionSigns, sideSigns, speaksSigns } from "./position-signs.ts";
import { evidenceFrom, type Passage } from "./read-passages.ts";
import type { PositionReading, ReadArticle, SentenceReading } from "./read-positions.ts";
import { decide, relationOf, type StanceModel, type Taken, type Weighed } from "./stance-model.ts";
import { type ArticleOdds, isWithin, type TellingWindow, tellingWindow } from "./telling-window.ts";
import { union } from "./traits.ts";

/** Sentences quoted for one position at the most. */
const MOST_EVIDENCE = 4;
/** Sentences that tell whether a position of which nothing is in play is only mentioned. */
const HEAD = 6;
/** A sentence that bears a relation out less than this share of the best one is not quoted beside it. */
const LEAST_SHARE = 0.5;

/** What all sentences together say as probably as this is no mixture. */
const CLEAR = 0.65;
/** From this share of the stronger side's best sentence on, the other side's makes the two a mention. */
const MIXED_SHARE = 0.9;

/** An article before one position, and what tells how it stands to it. */
export interface WeighedPosition extends Weighed {
  readonly reading: PositionReading;
  /** What speaks to it most; undefined where nothing was learnt of it. */
  readonly window: TellingWindow | undefined;
  /** The sentences that tell the side. */
  readonly told: readonly SentenceReading[];
}

/** All positions, weighed. */
export function weighPositions(
  readings: readonly PositionReading[],
  article: ReadArticle,
  odds: ArticleOdds,
  themes: readonly ThemeMatch[],
  model: StanceModel,
): WeighedPosition[] {
  const { learnt } = odds;
  const shared = articleSigns(article.sentences, themes);
  return readings.map((reading, number) => {
    const window = tellingWindow(odds, ({ speaks }) => speaks[number]);
    const told = toldBy(reading, window);
    return {
      reading,
      window,
      told,
      weights: window === undefined ? model.unlearnt : model.learnt,
      speaks: speaksSigns(reading, learntSigns(window, number), shared, themes),
      stance: once(() => {
        const ofTold = learnt.tell(union(told.map((one) => one.traits)));
        return { side: sideSigns(told, ofTold.side(number)), mention: mentionSigns(told, ofTold.mention(number)) };
      }),
    };
  });
}

function learntSigns(window: TellingWindow | undefined, position: number): LearntSigns {
  if (window === undefined) return { learnt: 0, atAll: 0, share: 0 };
  const { most, odds } = window;
  return { learnt: most, atAll: odds.speaksAtAll(position), share: odds.share(position) };
}

/** The sentences that tell the side: what speaks to it most, where its subject is in play, or a frame fits; else the head. */
function toldBy({ inPlay, all }: PositionReading, window: TellingWindow | undefined): readonly SentenceReading[] {
  const told = all.filter((one, i) => isWithin(i, window) || inPlay.includes(one) || sizeOf(one.frame) > 0);
  return told.length > 0 ? told : all.slice(0, HEAD);
}

/** The positions an article speaks to, each with the sentences that say so. */
export function matchPositions(
  weighed: readonly WeighedPosition[],
  article: ReadArticle,
  learnt: LearntOdds,
  threshold: number,
): PositionMatch[] {
  const decided = decide(weighed, threshold);
  if (decided.length === 0) return [];
  const speakers = speakersIn(article);
  return decided.flatMap((decision) => {
    const one = weighed[decision.index];
    if (one === undefined) return [];
    const told = tellingSentences(one, decision.index, learnt, threshold);
    const taken = mixed(decision, told);
    const evidence = bearing(told, taken).map((each): PositionEvidence => {
      const { passage } = each.one.sentence;
      const speaker = speakers.get(passage);
      const piece = evidenceFrom(article.reading.input, passage, rounded(decision.speaks * each.strength));
      return { ...piece, relation: each.relation, ...(speaker === undefined ? {} : { speaker }) };
    });
    if (evidence.length === 0) return [];
    const confidence = rounded(decision.speaks * taken.share);
    return [{ position: one.reading.position.id, relation: taken.relation, confidence, evidence }];
  });
}

/** A sentence, how it stands to the position by itself, and how well it shows that, 0 to 1. */
interface TellingSentence extends Taken {
  readonly one: SentenceReading;
  readonly strength: number;
}

function tellingSentences(
  { told, weights }: WeighedPosition,
  number: number,
  learnt: LearntOdds,
  threshold: number,
): readonly TellingSentence[] {
  const odds = told.map(({ traits }) => learnt.tell(traits));
  const adds = odds.map((one) => Math.max(0, one.adds(number)));
  const most = Math.max(...adds);
  return told.map((one, i) => {
    const signs = {
      side: sideSigns([one], odds[i]?.side(number) ?? 0),
      mention: mentionSigns([one], odds[i]?.mention(number) ?? 0),
    };
    const taken = relationOf(signs, weights, threshold);
    const bearsOn = most === 0 ? 1 : (adds[i] ?? 0) / most;
    return { one, ...taken, strength: taken.share * bearsOn };
  });
}

/** A side that is not clear becomes a mention where the other side's best sentence is about as strong as its own. */
function mixed({ relation, share }: Taken, told: readonly TellingSentence[]): Taken {
  const isOpen = relation !== "mentions" && share < CLEAR;
  return isOpen && areAlike(told) ? { relation: "mentions", share: 1 - share } : { relation, share };
}

function areAlike(told: readonly TellingSentence[]): boolean {
  const [forIt, against] = (["for", "against"] as const).map((side) =>
    Math.max(0, ...told.filter(({ relation }) => relation === side).map(({ strength }) => strength)),
  );
  const [least = 0, most = 0] = [forIt ?? 0, against ?? 0].toSorted((a, b) => a - b);
  return least > 0 && least >= most * MIXED_SHARE;
}

/** The sentences that bear a relation out, in the order of the text: of a mention all, whatever side each takes, else those of its side. */
function bearing(told: readonly TellingSentence[], { relation }: Taken): readonly TellingSentence[] {
  const strongest = told.toSorted((a, b) => b.strength - a.strength);
  const agreeing = strongest.filter((each) => relation === "mentions" || each.relation === relation);
  const [best] = agreeing;
  // A side that no sentence takes by itself is taken by all of them together: the one most to the point shows it.
  if (best === undefined) return strongest.slice(0, 1).map((each) => ({ ...each, relation }));
  const kept = new Set(
    agreeing.filter(({ strength }) => strength >= best.strength * LEAST_SHARE).slice(0, MOST_EVIDENCE),
  );
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
