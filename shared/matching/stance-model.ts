import type { Relation } from "../model.ts";
import type { Side } from "./lean.ts";
import { logOdds, shareOf, type Weights } from "./log-odds.ts";
import type { MentionSigns, SideSigns, SpeaksSigns } from "./position-signs.ts";

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

export interface Weighed {
  readonly speaks: SpeaksSigns;
  readonly weights: StanceWeights;
  /** How the article stands to it, if it speaks to it: asked only then. */
  readonly stance: () => StanceSigns;
}

/** A relation, and how probable it is. */
export interface Taken {
  readonly relation: Relation;
  readonly share: number;
}

/** How probable each relation is of a text that speaks to a position. */
export function sharesOf({ side, mention }: StanceSigns, weights: StanceWeights): Readonly<Record<Relation, number>> {
  const forShare = shareOf(logOdds(weights.side, side));
  const mentions = shareOf(logOdds(weights.mention, mention));
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

/** How probable it is, 0 to 1, that an article speaks to a position. */
export function chanceOf({ speaks, weights }: Pick<Weighed, "speaks" | "weights">): number {
  return shareOf(logOdds(weights.speaks, speaks));
}

/** The positions that an article speaks to. `threshold` is the least probability of a side. */
export function decide(positions: readonly Weighed[], threshold: number): Decision[] {
  return positions.flatMap((position, index) => {
    const { weights } = position;
    const speaks = chanceOf(position);
    return speaks < weights.least ? [] : [{ index, speaks, ...relationOf(position.stance(), weights, threshold) }];
  });
}
