import type { Traits } from "../shared/matching/traits.ts";
import type { Learnt, Relation } from "../shared/model.ts";
import { fitSparse, type Row } from "./sparse-logistic.ts";

/** A labelled text to learn from. */
export interface Lesson {
  readonly traits: Traits;
  /** What it says of each position that it speaks to. */
  readonly positions: Readonly<Record<string, Relation>>;
}

/** Traits of fewer texts teach nothing that holds of others. */
const FEWEST = 3;
const RELATIONS_LEARNT: readonly string[] = ["side", "mention"];
const PENALTY = 1;
/** A smaller weight changes nothing, and is left out. */
const LEAST_WEIGHT = 0.07;

/** Learns from labelled texts what each trait adds to the log-odds of each position, of either side, and of a mention. */
export function learnTraits(lessons: readonly Lesson[], positions: readonly string[]): Learnt {
  const numbers = numbered(lessons);
  const rows = lessons.map(({ traits }) => rowOf(traits, numbers));
  const names = [...numbers.keys()];
  const learn = (chosen: readonly { readonly row: Row; readonly isSo: boolean }[]) =>
    fitSparse(
      chosen.map(({ row }) => row),
      chosen.map(({ isSo }) => isSo),
      names.length,
      PENALTY,
    );
  const stands = lessons.flatMap(({ positions: labels }, i) =>
    Object.values(labels).map((relation) => ({ row: rows[i] ?? [], relation })),
  );
  const models = [
    ...positions.map((id) => learn(lessons.map((one, i) => ({ row: rows[i] ?? [], isSo: id in one.positions })))),
    learn(
      stands
        .filter(({ relation }) => relation !== "mentions")
        .map(({ row, relation }) => ({ row, isSo: relation === "for" })),
    ),
    learn(stands.map(({ row, relation }) => ({ row, isSo: relation === "mentions" }))),
  ];
  const traits = names.map((name, i): [string, number[]] => [
    name,
    models.flatMap(({ weights }, column) => {
      const weight = rounded(weights[i] ?? 0);
      return Math.abs(weight) >= LEAST_WEIGHT ? [column, weight] : [];
    }),
  ]);
  return {
    of: [...positions, ...RELATIONS_LEARNT],
    bias: models.map(({ bias }) => rounded(bias)),
    traits: Object.fromEntries(traits.filter(([, pairs]) => pairs.length > 0)),
  };
}

/** What of it is of some of its positions. */
export function learntOf({ of, bias, traits }: Learnt, positions: readonly string[]): Learnt {
  const kept = of.flatMap((name, i) => (positions.includes(name) || RELATIONS_LEARNT.includes(name) ? [i] : []));
  const entries = Object.entries(traits).map(([trait, pairs]): [string, number[]] => [
    trait,
    kept.flatMap((column, i) => {
      const at = pairs.findIndex((value, k) => k % 2 === 0 && value === column);
      return at < 0 ? [] : [i, pairs[at + 1] ?? 0];
    }),
  ]);
  return {
    of: kept.map((i) => of[i] ?? ""),
    bias: kept.map((i) => bias[i] ?? 0),
    traits: Object.fromEntries(entries.filter(([, pairs]) => pairs.length > 0)),
  };
}

function numbered(lessons: readonly Lesson[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { traits } of lessons) for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= FEWEST).map(([trait]) => trait);
  return new Map(known.toSorted().map((trait, i) => [trait, i]));
}

function rowOf(traits: Traits, numbers: ReadonlyMap<string, number>): Row {
  return [...traits].flatMap((trait) => numbers.get(trait) ?? []).toSorted((a, b) => a - b);
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}
