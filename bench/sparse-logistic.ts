/** Examples that lack most features: those of example `i` are `features[starts[i]]` up to, not including, `features[starts[i + 1]]`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly features: Int32Array;
}

export interface SparseModel {
  readonly bias: number;
  /** By the number of a feature. */
  readonly weights: Float64Array;
}

/** One example that teaches, by its number, whether it is so, and as how many it counts. */
export interface Lesson {
  readonly row: number;
  readonly isSo: boolean;
  readonly counts: number;
}

/** Steps at the most; a few do. */
const STEPS = 30;
/** Steps at the most towards each of them. */
const PARTS = 30;
/** Near enough: what is left of the slope, as a share of what it was at the beginning, and within a step. */
const FLAT = 1e-2;
const NEARLY_SOLVED = 0.1;
const HALVINGS = 20;
/** The bias is held, too, but so little that it goes where it will. */
const BIAS_PENALTY = 1e-6;

/** Each row is the features that one example has. */
export function sparseRows(rows: readonly (readonly number[])[]): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) starts[i + 1] = (starts[i] ?? 0) + row.length;
  return { starts, features: Int32Array.from(rows.flat()) };
}

/** In how many of the lessons each of so many features is. */
export function countsOf({ starts, features }: SparseRows, lessons: readonly Lesson[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const { row } of lessons)
    for (const feature of features.subarray(at(starts, row), at(starts, row + 1)))
      counts[feature] = at(counts, feature) + 1;
  return counts;
}

/** The rows with some of their features only, by new numbers: those of their places in `kept`. */
export function onlyOf({ starts, features }: SparseRows, kept: readonly number[], size: number): SparseRows {
  const numbers = new Int32Array(size).fill(-1);
  for (const [number, feature] of kept.entries()) numbers[feature] = number;
  const left = features.map((feature) => at(numbers, feature));
  const before = new Int32Array(features.length + 1);
  for (let i = 0; i < left.length; i++) before[i + 1] = at(before, i) + (at(left, i) < 0 ? 0 : 1);
  return { starts: starts.map((start) => at(before, start)), features: left.filter((number) => number >= 0) };
}

/**
 * Logistic regression over features that most examples lack, each weight (not the bias) held small by its penalty (ridge):
 * Newton's method, each step found by conjugate gradients and halved until it leads down (Lin, Weng and Keerthi 2008).
 * Deterministic.
 */
export function fitSparse(rows: SparseRows, lessons: readonly Lesson[], penalties: Float64Array): SparseModel {
  const problem = createProblem(rows, lessons, penalties);
  const { size } = problem;
  let weights = new Float64Array(size);
  let scores = problem.scoresOf(weights);
  let loss = problem.lossAt(weights, scores);
  let first: number | undefined;
  for (let step = 0; step < STEPS; step++) {
    const { slope, bends } = problem.slopeAt(weights, scores);
    const steepness = Math.sqrt(dot(slope, slope));
    first ??= steepness;
    if (steepness <= first * FLAT) break;
    const direction = solve(problem, slope, bends, steepness * NEARLY_SOLVED);
    const change = problem.scoresOf(direction);
    let length = 1;
    for (let halving = 0; halving < HALVINGS; halving++) {
      const tried = added(weights, direction, length);
      const triedScores = added(scores, change, length);
      const triedLoss = problem.lossAt(tried, triedScores);
      if (triedLoss < loss) {
        weights = tried;
        scores = triedScores;
        loss = triedLoss;
        break;
      }
      length /= 2;
    }
  }
  return { bias: at(weights, size - 1), weights: weights.subarray(0, size - 1) };
}

/** A regression: its last weight is the bias. */
interface Problem {
  readonly size: number;
  readonly scoresOf: (weights: Float64Array) => Float64Array;
  readonly lossAt: (weights: Float64Array, scores: Float64Array) => number;
  /** The slope down, and how each example bends it. */
  readonly slopeAt: (
    weights: Float64Array,
    scores: Float64Array,
  ) => { readonly slope: Float64Array; readonly bends: Float64Array };
  /** How the slope changes along a direction. */
  readonly bendAlong: (direction: Float64Array, bends: Float64Array) => Float64Array;
}

function createProblem({ starts, features }: SparseRows, lessons: readonly Lesson[], penalties: Float64Array): Problem {
  const size = penalties.length + 1;
  const rows = Int32Array.from(lessons, ({ row }) => row);
  const signs = Float64Array.from(lessons, ({ isSo }) => (isSo ? 1 : -1));
  const times = Float64Array.from(lessons, ({ counts }) => counts);
  const penaltyOf = (feature: number) => (feature < size - 1 ? at(penalties, feature) : BIAS_PENALTY);

  const scoresOf = (weights: Float64Array) => {
    const scores = new Float64Array(rows.length).fill(at(weights, size - 1));
    for (let i = 0; i < rows.length; i++) {
      const row = at(rows, i);
      const to = at(starts, row + 1);
      let score = at(scores, i);
      for (let k = at(starts, row); k < to; k++) score += at(weights, at(features, k));
      scores[i] = score;
    }
    return scores;
  };
  /** What the examples' numbers add up to at each feature. */
  const gathered = (numbers: Float64Array) => {
    const sums = new Float64Array(size);
    for (let i = 0; i < rows.length; i++) {
      const row = at(rows, i);
      const to = at(starts, row + 1);
      const number = at(numbers, i);
      for (let k = at(starts, row); k < to; k++) {
        const feature = at(features, k);
        sums[feature] = at(sums, feature) + number;
      }
      sums[size - 1] = at(sums, size - 1) + number;
    }
    return sums;
  };
  return {
    size,
    scoresOf,
    lossAt: (weights, scores) => {
      let loss = 0;
      for (let i = 0; i < rows.length; i++) loss += at(times, i) * Math.log1p(Math.exp(-at(signs, i) * at(scores, i)));
      for (let feature = 0; feature < size; feature++) loss += (penaltyOf(feature) * at(weights, feature) ** 2) / 2;
      return loss;
    },
    slopeAt: (weights, scores) => {
      const misses = new Float64Array(rows.length);
      const bends = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) {
        const wrong = 1 / (1 + Math.exp(at(signs, i) * at(scores, i)));
        misses[i] = at(times, i) * at(signs, i) * wrong;
        bends[i] = at(times, i) * wrong * (1 - wrong);
      }
      const slope = gathered(misses);
      for (let feature = 0; feature < size; feature++)
        slope[feature] = at(slope, feature) - penaltyOf(feature) * at(weights, feature);
      return { slope, bends };
    },
    bendAlong: (direction, bends) => {
      const along = gathered(scoresOf(direction).map((score, i) => score * at(bends, i)));
      return along.map((sum, feature) => sum + penaltyOf(feature) * at(direction, feature));
    },
  };
}

/** The step that the slope and its bending ask for, by conjugate gradients. */
function solve(problem: Problem, slope: Float64Array, bends: Float64Array, enough: number): Float64Array {
  let step = new Float64Array(slope.length);
  let rest = slope;
  let direction = slope;
  let size = dot(rest, rest);
  for (let part = 0; part < PARTS && Math.sqrt(size) > enough; part++) {
    const bent = problem.bendAlong(direction, bends);
    const length = size / dot(direction, bent);
    step = added(step, direction, length);
    rest = added(rest, bent, -length);
    const next = dot(rest, rest);
    direction = added(rest, direction, next / size);
    size = next;
  }
  return step;
}

function added(a: Float64Array, b: Float64Array, times: number): Float64Array<ArrayBuffer> {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) sum[i] = at(a, i) + times * at(b, i);
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

/** A number that is within the array. */
function at(array: Int32Array | Float64Array, i: number): number {
  return array[i] as number;
}
