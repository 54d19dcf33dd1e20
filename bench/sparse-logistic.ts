/** What one example has, as ascending numbers of features, each there or not. */
export type Row = readonly number[];

export interface SparseModel {
  readonly bias: number;
  /** By the number of a feature. */
  readonly weights: Float64Array;
}

const STEPS = 100;
const RATE = 0.5;
const TINY = 1e-8;

/**
 * Logistic regression over features that most examples lack, the weights (not the bias) held small by `penalty` (ridge),
 * by steps down the whole slope, each weight's as long as its slopes so far were small (Duchi, Hazan and Singer 2011).
 * Deterministic.
 */
export function fitSparse(
  rows: readonly Row[],
  isSo: readonly boolean[],
  features: number,
  penalty: number,
): SparseModel {
  const weights = new Float64Array(features);
  const slopes = new Float64Array(features);
  const seen = new Float64Array(features).fill(TINY);
  let bias = Math.log((isSo.filter(Boolean).length + 1) / (rows.length + 1));
  let biasSeen = TINY;
  for (let step = 0; step < STEPS; step++) {
    slopes.fill(0);
    let biasSlope = 0;
    for (const [i, row] of rows.entries()) {
      let score = bias;
      for (const feature of row) score += weights[feature] ?? 0;
      const miss = 1 / (1 + Math.exp(-score)) - (isSo[i] === true ? 1 : 0);
      biasSlope += miss;
      for (const feature of row) slopes[feature] = (slopes[feature] ?? 0) + miss;
    }
    for (let feature = 0; feature < features; feature++) {
      const weight = weights[feature] ?? 0;
      const slope = (slopes[feature] ?? 0) + penalty * weight;
      const before = (seen[feature] ?? 0) + slope * slope;
      seen[feature] = before;
      weights[feature] = weight - (RATE * slope) / Math.sqrt(before);
    }
    biasSeen += biasSlope * biasSlope;
    bias -= (RATE * biasSlope) / Math.sqrt(biasSeen);
  }
  return { bias, weights };
}
