import { RELATIONS, type Relation } from "../model.ts";
import type { Traits } from "./traits.ts";

/** An example of a position, as its traits. */
export interface Example {
  readonly position: number;
  readonly relation: Relation;
  readonly traits: Traits;
}

/** How like a text is to a position's examples of each relation, 0 to 1. */
export type Likes = Readonly<Record<Relation, number>>;

export const UNLIKE: Likes = { for: 0, against: 0, mentions: 0 };

/** Says of a text's traits how like they are to the examples of each position, by its number. */
export type Likeness = (traits: Traits) => readonly Likes[];

/** What a trait that no example has weighs against the traits that are shared, squared. */
const STRANGE = 0.3;

/** Cosine over traits that weigh the more, the rarer they are among the examples (Salton and Buckley 1988). */
export function createLikeness(examples: readonly Example[], positions: number): Likeness {
  const holders = new Map<string, number[]>();
  for (const [i, { traits }] of examples.entries())
    for (const trait of traits) holders.set(trait, [...(holders.get(trait) ?? []), i]);
  const rarity = (count: number) => Math.log((examples.length + 1) / (count + 0.5));
  const squares = new Map([...holders].map(([trait, { length }]) => [trait, rarity(length) ** 2]));
  const strange = STRANGE * rarity(0) ** 2;
  const lengthOf = (traits: Traits) => {
    let sum = 0;
    for (const trait of traits) sum += squares.get(trait) ?? strange;
    return Math.sqrt(sum) || 1;
  };
  const lengths = examples.map(({ traits }) => lengthOf(traits));
  const byPosition = Array.from(
    { length: positions },
    (): Record<Relation, number[]> => ({ for: [], against: [], mentions: [] }),
  );
  for (const [i, { position, relation }] of examples.entries()) byPosition[position]?.[relation].push(i);
  const products = new Float64Array(examples.length);
  return (traits) => {
    products.fill(0);
    for (const trait of traits) {
      const square = squares.get(trait);
      if (square !== undefined) for (const i of holders.get(trait) ?? []) products[i] = (products[i] ?? 0) + square;
    }
    const length = lengthOf(traits);
    return byPosition.map((groups) => ({
      for: nearest(groups.for, products, lengths) / length,
      against: nearest(groups.against, products, lengths) / length,
      mentions: nearest(groups.mentions, products, lengths) / length,
    }));
  };
}

/** The mean of the two greatest products by their lengths. */
function nearest(group: readonly number[], products: Float64Array, lengths: readonly number[]): number {
  let first = 0;
  let second = 0;
  for (const i of group) {
    const share = (products[i] ?? 0) / (lengths[i] ?? 1);
    if (share > first) {
      second = first;
      first = share;
    } else if (share > second) second = share;
  }
  return (first + second) / 2;
}

/** The greater of each. */
export function most(a: Likes, b: Likes): Likes {
  return {
    for: Math.max(a.for, b.for),
    against: Math.max(a.against, b.against),
    mentions: Math.max(a.mentions, b.mentions),
  };
}

export function mostOf(likes: Likes): number {
  return Math.max(...RELATIONS.map((relation) => likes[relation]));
}
