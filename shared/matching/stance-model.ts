import type { Relation } from "../model.ts";
import type { Side } from "./lean.ts";
import type { MentionSigns, SideSigns, Signs, SpeaksSigns } from "./position-signs.ts";

/** What each sign adds to the log-odds. */
export type Weights<Name extends string> = Signs<Name | "bias">;

export interface StanceWeights {
  /** Least probability with which an article is said to speak to a position. */
  readonly least: number;
  readonly speaks: Weights<keyof SpeaksSigns>;
  readonly side: Weights<keyof SideSigns>;
  readonly mention: Weights<keyof MentionSigns>;
}

export interface StanceModel {
  /** Weights for positions of which labelled text has taught something, and for the others. */
  readonly learnt: StanceWeights;
  readonly unlearnt: StanceWeights;
}

/** What tells how a text stands to one position. */
export interface StanceSigns {
  readonly side: SideSigns;
  readonly mention: MentionSigns;
}

/** A position that competes with others for an article. */
export interface Weighed extends StanceSigns {
  readonly speaks: SpeaksSigns;
  readonly weights: StanceWeights;
}

/** A relation, and how probable it is. */
export interface Taken {
  readonly relation: Relation;
  readonly share: number;
}

/** How probable each relation is of a text that speaks to a position. */
export function sharesOf({ side, mention }: StanceSigns, weights: StanceWeights): Readonly<Record<Relation, number>> {
  const forShare = shareOf(scoreOf(weights.side, side));
  const mentions = shareOf(scoreOf(weights.mention, mention));
  return { for: (1 - mentions) * forShare, against: (1 - mentions) * (1 - forShare), mentions };
}

/** The relation of a text that speaks to a position: a side where it is probable enough, else no more than a mention. */
export function relationOf(signs: StanceSigns, weights: StanceWeights, threshold: number): Taken {
  const shares = sharesOf(signs, weights);
  const likelier: Side = shares.for >= shares.against ? "for" : "against";
  const share = shares[likelier];
  return share < threshold ? { relation: "mentions", share: 1 - share } : { relation: likelier, share };
}

/** A position that an article speaks to. */
export interface Decision extends Taken {
  /** Which of the positions asked. */
  readonly index: number;
  /** How probable it is that the article speaks to it. */
  readonly speaks: number;
}

/** How probable it is that an article speaks to a position: in the end, and if no other were asked. */
export interface Chance {
  readonly speaks: number;
  readonly alone: number;
}

/**
 * Positions compete, since an article seldom speaks to more than one: the share of each is its odds by the sum of all
 * odds and those of none.
 */
export function chancesOf(positions: readonly Pick<Weighed, "speaks" | "weights">[]): readonly Chance[] {
  const odds = positions.map(({ speaks, weights }) => Math.exp(scoreOf(weights.speaks, speaks)));
  const sum = odds.reduce((total, one) => total + one, 1);
  return odds.map((one) => ({ speaks: one / sum, alone: one / (1 + one) }));
}

/** The positions that an article speaks to. `threshold` is the least probability of a side. */
export function decide(positions: readonly Weighed[], threshold: number): Decision[] {
  const chances = chancesOf(positions);
  return positions.flatMap((position, index) => {
    const speaks = chances[index]?.speaks ?? 0;
    const { weights } = position;
    return speaks < weights.least ? [] : [{ index, speaks, ...relationOf(position, weights, threshold) }];
  });
}

/** What each sign adds to the log-odds. */
export function partsOf<Name extends string>(weights: Weights<Name>, signs: Signs<Name>): [Name, number][] {
  return (Object.keys(signs) as Name[]).map((name) => [name, weights[name] * signs[name]]);
}

/** Log-odds. */
function scoreOf<Name extends string>(weights: Weights<Name>, signs: Signs<Name>): number {
  let sum: number = weights.bias;
  for (const name of Object.keys(signs) as Name[]) sum += weights[name] * signs[name];
  return sum;
}

function shareOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
