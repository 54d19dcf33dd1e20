import type { Dossier } from "../model.ts";
import type { Traits } from "./traits.ts";

/** What labelled text taught (`npm run calibrate`), made ready. Positions are named by their number in the dossiers' order. */
export interface LearntOdds {
  readonly tell: (traits: Traits) => TraitOdds;
  /** What each trait that tells anything of a position adds to its log-odds. */
  readonly parts: (traits: Traits, position: number) => readonly (readonly [trait: string, adds: number])[];
}

/** Log-odds that a text's traits add up to. */
export interface TraitOdds {
  /** Of speaking to each position; undefined where nothing was learnt of it. */
  readonly speaks: readonly (number | undefined)[];
  /** The part of those that the traits add: 0 where nothing was learnt. */
  readonly adds: (position: number) => number;
  /** Of `for` over `against`, and of a mere mention, as a position's dossier has learnt them. */
  readonly side: (position: number) => number;
  readonly mention: (position: number) => number;
}

/** What a trait adds to one sum: those of the positions come first, then for each dossier its side and its mention. */
interface Part {
  readonly sum: number;
  readonly adds: number;
}

export function createLearntOdds(dossiers: readonly Pick<Dossier, "positions" | "learnt">[]): LearntOdds {
  const asked = dossiers.flatMap(({ positions, learnt }, dossier) =>
    positions.map(({ id }) => ({ id, dossier, bias: learnt?.bias[learnt.of.indexOf(id)] })),
  );
  const sideOf = (dossier: number) => asked.length + 2 * dossier;
  const byTrait = new Map<string, Part[]>();
  for (const [dossier, { learnt }] of dossiers.entries()) {
    if (learnt === undefined) continue;
    const relations: Readonly<Record<string, number>> = { side: sideOf(dossier), mention: sideOf(dossier) + 1 };
    const sums = learnt.of.map(
      (name) => relations[name] ?? asked.findIndex((one) => one.dossier === dossier && one.id === name),
    );
    for (const [trait, pairs] of Object.entries(learnt.traits)) {
      const parts = byTrait.get(trait) ?? [];
      for (let i = 0; i < pairs.length; i += 2) {
        const sum = sums[pairs[i] ?? -1] ?? -1;
        if (sum >= 0) parts.push({ sum, adds: pairs[i + 1] ?? 0 });
      }
      byTrait.set(trait, parts);
    }
  }
  return {
    tell: (traits) => {
      const sums = new Float64Array(asked.length + 2 * dossiers.length);
      for (const trait of traits)
        for (const { sum, adds } of byTrait.get(trait) ?? []) sums[sum] = (sums[sum] ?? 0) + adds;
      const side = (position: number) => sideOf(asked[position]?.dossier ?? 0);
      return {
        speaks: asked.map(({ bias }, position) => (bias === undefined ? undefined : bias + (sums[position] ?? 0))),
        adds: (position) => sums[position] ?? 0,
        side: (position) => sums[side(position)] ?? 0,
        mention: (position) => sums[side(position) + 1] ?? 0,
      };
    },
    parts: (traits, position) =>
      [...traits].flatMap((trait) =>
        (byTrait.get(trait) ?? []).flatMap(({ sum, adds }) => (sum === position ? [[trait, adds] as const] : [])),
      ),
  };
}
