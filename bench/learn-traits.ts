import { pairIn, type Traits } from "../shared/matching/traits.ts";
import type { Learnt, Relation } from "../shared/model.ts";
import { learntSums } from "../shared/text/learnt-sums.ts";
import { fitSparse, type Lesson, type SparseModel, sparseRows } from "./sparse-logistic.ts";

/** A labelled text to learn from. */
export interface LabelledTraits {
  readonly traits: Traits;
  /** What it is about; absent where nobody has said. */
  readonly themes?: readonly string[];
  /** What it says of each position that it speaks to. */
  readonly positions: Readonly<Record<string, Relation>>;
}

/** Traits of fewer texts teach nothing that holds of others; of two lists or names together there are many more. */
const FEWEST = 4;
const FEWEST_PAIRS = 8;
const PENALTY = 2;
/** Of what there is much more of, or what says again what is said already: pairs, and classes of senses. */
const DEARER = 4;
/**
 * Smaller weights are left out, in hundredths: of many that say whether a text speaks to something the most tell enough,
 * while how it does is told by many small ones together (without those under 7 that lost 1.7 points of accuracy).
 */
const LEAST_WEIGHT = { theme: 8, position: 8, side: 4, mention: 4 } as const;

/** What the sums are of. */
type Sums = Pick<Learnt, "themes" | "positions">;

/** What was learnt of all sums: by a trait, pairs of the number of a sum and what it adds there, in hundredths. */
export interface LearntTraits extends Omit<Learnt, "weights"> {
  readonly traits: ReadonlyMap<string, readonly (readonly [sum: number, adds: number])[]>;
}

/** Learns from labelled texts what each trait adds to each sum. */
export function learnTraits(texts: readonly LabelledTraits[], { themes, positions }: Sums): LearntTraits {
  const numbers = numbered(texts);
  const names = [...numbers.keys()];
  const features = texts.map(({ traits }) => [...traits].flatMap((trait) => numbers.get(trait) ?? []));
  const rows = sparseRows(features);
  const penalties = Float64Array.from(names, penaltyOf);
  const learn = (lessons: readonly Lesson[]) => fitSparse(rows, lessons, penalties);
  const about = texts.flatMap((text, row) => (text.themes === undefined ? [] : [{ row, themes: text.themes }]));
  const stands = texts.flatMap(({ positions: labels }, row) =>
    Object.entries(labels).map(([id, relation]) => ({ row, position: positions.indexOf(id), relation })),
  );
  const learnRelation = (isSo: (relation: Relation) => boolean, among: readonly Stand[]) =>
    learnTogether(among, features, penalties, positions.length, isSo);
  const models = [
    ...themes.map((id) => learn(about.map((text) => ({ row: text.row, isSo: text.themes.includes(id) })))),
    learn(texts.map((text, row) => ({ row, isSo: Object.keys(text.positions).length > 0 }))),
    ...positions.map((id) => learn(texts.map((text, row) => ({ row, isSo: id in text.positions })))),
    ...learnRelation(
      (relation) => relation === "for",
      stands.filter(({ relation }) => relation !== "mentions"),
    ),
    ...learnRelation((relation) => relation === "mentions", stands),
  ];
  const least = learntSums({ themes, positions }).map(([kind]) => LEAST_WEIGHT[kind]);
  const traits = names.map((name, i) => {
    const adds = models.map(({ weights }, sum) => [sum, Math.round((weights[i] ?? 0) * 100)] as const);
    return [name, adds.filter(([sum, weight]) => Math.abs(weight) >= (least[sum] ?? 0))] as const;
  });
  return {
    themes,
    positions,
    bias: models.map(({ bias }) => Math.round(bias * 100) / 100),
    traits: new Map(traits),
  };
}

/** How one text stands to one position, both by their numbers. */
interface Stand {
  readonly row: number;
  readonly position: number;
  readonly relation: Relation;
}

/**
 * What tells relations in general, and what each position adds to that: learnt together, each trait once for all positions
 * and once for the text's own. A position's own bias is learnt as a trait that all of its texts have.
 */
function learnTogether(
  stands: readonly Stand[],
  features: readonly (readonly number[])[],
  penalties: Float64Array,
  positions: number,
  isSo: (relation: Relation) => boolean,
): SparseModel[] {
  const size = penalties.length;
  const all = [...penalties];
  /** The numbers of each position's own features, given as they are met: most of those that could be never are. */
  const own = Array.from({ length: positions }, () => new Map<number, number>());
  const ownNumber = (position: number, feature: number) => {
    const number = own[position]?.get(feature) ?? all.length;
    own[position]?.set(feature, number);
    if (number === all.length) all.push(penalties[feature] ?? PENALTY);
    return number;
  };
  const rows = sparseRows(
    stands.map(({ row, position }) => {
      const traits = features[row] ?? [];
      return [...traits, ...[...traits, size].map((feature) => ownNumber(position, feature))];
    }),
  );
  const lessons = stands.map(({ relation }, row) => ({ row, isSo: isSo(relation) }));
  const { bias, weights } = fitSparse(rows, lessons, Float64Array.from(all));
  const ownModels = own.map((numbers) => {
    const weightOf = (feature: number) => weights[numbers.get(feature) ?? -1] ?? 0;
    return { bias: weightOf(size), weights: Float64Array.from({ length: size }, (_, feature) => weightOf(feature)) };
  });
  return [{ bias, weights: weights.subarray(0, size) }, ...ownModels];
}

function penaltyOf(trait: string): number {
  const isClass = trait.startsWith("~") && !trait.includes("/");
  return isClass || pairIn(trait) !== undefined ? PENALTY * DEARER : PENALTY;
}

/** What of it is of these themes and positions, as a dossier has it. */
export function learntOf(learnt: LearntTraits, own: Sums): Learnt {
  const all = learntSums(learnt).map((sum) => sum.join(" "));
  const kept = learntSums(own).map((sum) => all.indexOf(sum.join(" ")));
  const lines = [...learnt.traits].flatMap(([trait, adds]) => {
    const bySum = new Map(adds);
    const pairs = kept.flatMap((sum, i) => {
      const weight = bySum.get(sum);
      return weight === undefined ? [] : [`${i} ${weight}`];
    });
    return pairs.length === 0 ? [] : [[trait, ...pairs].join(" ")];
  });
  return { ...own, bias: kept.map((i) => learnt.bias[i] ?? 0), weights: lines.join("\n") };
}

function numbered(texts: readonly LabelledTraits[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { traits } of texts) for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const fewest = (trait: string) => (pairIn(trait) === undefined ? FEWEST : FEWEST_PAIRS);
  const known = [...counts].filter(([trait, count]) => count >= fewest(trait)).map(([trait]) => trait);
  return new Map(known.toSorted().map((trait, i) => [trait, i]));
}
