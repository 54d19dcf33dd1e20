import { compareText } from "../shared/digest/compare-text.ts";
import { pairIn, type Traits } from "../shared/matching/traits.ts";
import type { Learnt, Relation } from "../shared/model.ts";
import { learntSums } from "../shared/text/learnt-sums.ts";
import {
  countsOf,
  fitSparse,
  type Lesson,
  onlyOf,
  type SparseModel,
  type SparseRows,
  sparseRows,
} from "./sparse-logistic.ts";

/** A labelled text to learn from. */
export interface LabelledTraits {
  /** As how many texts it counts. */
  readonly counts: number;
  readonly traits: Traits;
  /** What it is about; absent where nobody has said. */
  readonly themes?: readonly string[];
  /** What it says of each position that it speaks to. */
  readonly positions: Readonly<Record<string, Relation>>;
}

/** Traits of fewer texts teach nothing that holds of others; of two lists or names together there are many more. */
const FEWEST = 4;
const FEWEST_PAIRS = 8;

/** What it costs to give a trait a weight, for one kind of question: the more, the smaller weights are. */
interface Costs {
  /** Of the usual trait. */
  readonly penalty: number;
  /**
   * A trait that many texts have says little by itself and costs more, a rare one less: by this power of how rare it is, in
   * the logarithm of how many texts there are to one that has it, beside the usual trait.
   */
  readonly steepness: number;
  /** Weights that tell less are left out: in log-odds, times the root of how many texts have the trait. */
  readonly least: number;
}

/** A position's own weights, of those that are learnt for all together, cost so many times as much. */
interface SharedCosts extends Costs {
  readonly own: number;
}

/** What a text is about is told by rare words, a mere mention by common ones; sides are another matter for each position. */
const MATTER: Costs = { penalty: 3, steepness: 2.5, least: 0.5 };
const SIDE: SharedCosts = { penalty: 1, steepness: 1.5, own: 0.4, least: 0.2 };
const MENTION: SharedCosts = { penalty: 2, steepness: 0, own: 1, least: 0.2 };

/** By how much those cost more that say again what is said already: pairs, and classes of senses. */
const DEARER = { pair: 2, class: 4 } as const;

/** What the sums are of. */
type Sums = Pick<Learnt, "themes" | "positions">;

/** What was learnt of all sums: by a trait, pairs of the number of a sum and what it adds there, in hundredths. */
export interface LearntTraits extends Omit<Learnt, "weights"> {
  readonly traits: ReadonlyMap<string, readonly (readonly [sum: number, adds: number])[]>;
}

/** Learns from labelled texts what each trait adds to each sum. */
export function learnTraits(texts: readonly LabelledTraits[], { themes, positions }: Sums): LearntTraits {
  const known = knownTraits(texts);
  const names = [...known.keys()];
  const numbers = new Map(names.map((trait, i) => [trait, i]));
  const features = texts.map(({ traits }) => [...traits].flatMap((trait) => numbers.get(trait) ?? []));
  const rows = sparseRows(features);
  const costsOf = costsOfTraits(known, texts.length);
  const ofMatter = costsOf(MATTER);
  /** Texts of which nobody has said whether it is so teach nothing of it. */
  const learn = (isSo: (text: LabelledTraits) => boolean | undefined) => {
    const lessons = texts.flatMap((text, row) => {
      const said = isSo(text);
      return said === undefined ? [] : [{ row, counts: text.counts, isSo: said }];
    });
    return fitLean(rows, lessons, ofMatter, MATTER.least);
  };
  const stands = texts.flatMap(({ counts, positions: labels }, row) =>
    Object.entries(labels).map(([id, relation]) => ({ row, counts, position: positions.indexOf(id), relation })),
  );
  const learnRelation = (isSo: (relation: Relation) => boolean, among: readonly Stand[], costs: SharedCosts) =>
    learnTogether(among, features, costsOf(costs), costs, positions.length, isSo);
  const models = [
    ...themes.map((id) => learn((text) => text.themes?.includes(id))),
    learn((text) => Object.keys(text.positions).length > 0),
    ...positions.map((id) => learn((text) => id in text.positions)),
    ...learnRelation(
      (relation) => relation === "for",
      stands.filter(({ relation }) => relation !== "mentions"),
      SIDE,
    ),
    ...learnRelation((relation) => relation === "mentions", stands, MENTION),
  ];
  const traits = names.map((name, i) => {
    const adds = models.map(({ weights }, sum) => [sum, Math.round((weights[i] ?? 0) * 100)] as const);
    return [name, adds.filter(([, weight]) => weight !== 0)] as const;
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
  readonly counts: number;
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
  { penalty, own: times, least }: SharedCosts,
  positions: number,
  isSo: (relation: Relation) => boolean,
): SparseModel[] {
  const size = penalties.length;
  const all = [...penalties];
  /** The numbers of each position's own features, given as they are met: most of those that could be never are. */
  const own = Array.from({ length: positions }, () => new Map<number, number>());
  const ownNumber = (position: number, feature: number) => {
    const known = own[position]?.get(feature);
    if (known !== undefined) return known;
    own[position]?.set(feature, all.length);
    return all.push((penalties[feature] ?? penalty) * times) - 1;
  };
  const rows = sparseRows(
    stands.map(({ row, position }) => {
      const traits = features[row] ?? [];
      return [...traits, ...[...traits, size].map((feature) => ownNumber(position, feature))];
    }),
  );
  const lessons = stands.map(({ counts, relation }, row) => ({ row, counts, isSo: isSo(relation) }));
  const { bias, weights } = fitLean(rows, lessons, Float64Array.from(all), least);
  const ownModels = own.map((numbers) => {
    const weightOf = (feature: number) => weights[numbers.get(feature) ?? -1] ?? 0;
    return { bias: weightOf(size), weights: Float64Array.from({ length: size }, (_, feature) => weightOf(feature)) };
  });
  return [{ bias, weights: weights.subarray(0, size) }, ...ownModels];
}

/** Learns, leaves out what tells little, and learns again from what is left, which takes over what that told. */
function fitLean(rows: SparseRows, lessons: readonly Lesson[], penalties: Float64Array, least: number): SparseModel {
  const whole = fitSparse(rows, lessons, penalties);
  const counts = countsOf(rows, lessons, penalties.length);
  const tells = (weight: number, feature: number) => Math.abs(weight) * Math.sqrt(counts[feature] ?? 0) >= least;
  const kept = [...whole.weights.keys()].filter((feature) => tells(whole.weights[feature] ?? 0, feature));
  const { bias, weights } = fitSparse(
    onlyOf(rows, kept, penalties.length),
    lessons,
    Float64Array.from(kept, (feature) => penalties[feature] ?? 0),
  );
  const all = new Float64Array(penalties.length);
  for (const [i, feature] of kept.entries()) all[feature] = weights[i] ?? 0;
  return { bias, weights: all };
}

/** What the weight of each trait costs. */
function costsOfTraits(counts: ReadonlyMap<string, number>, texts: number): (costs: Costs) => Float64Array {
  const rarities = Float64Array.from(counts.values(), (count) => Math.log1p(texts / count));
  const usual = rarities.toSorted()[Math.floor(rarities.length / 2)] ?? 1;
  const dearer = Float64Array.from(counts.keys(), (trait) => {
    const isClass = trait.startsWith("~") && !trait.includes("/");
    return isClass ? DEARER.class : pairIn(trait) === undefined ? 1 : DEARER.pair;
  });
  return ({ penalty, steepness }) =>
    dearer.map((times, i) => penalty * times * (usual / (rarities[i] ?? usual)) ** steepness);
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

/** The traits that teach, in order, and how many texts have each. */
function knownTraits(texts: readonly LabelledTraits[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { traits } of texts) for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const fewest = (trait: string) => (pairIn(trait) === undefined ? FEWEST : FEWEST_PAIRS);
  return new Map(
    [...counts].filter(([trait, count]) => count >= fewest(trait)).toSorted(([a], [b]) => compareText(a, b)),
  );
}
