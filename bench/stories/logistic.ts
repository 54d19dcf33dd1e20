/** One example: its signs, and whether it is so. */
export interface Example {
  readonly signs: readonly number[];
  readonly isSo: boolean;
  /** As how many it counts; as one if not given. */
  readonly counts?: number;
}

/** Bias first, then a weight for each sign. */
export type Model = readonly number[];

const STEPS = 30;

/** Logistic regression by Newton's method, the weights (not the bias) held small by `penalty` (ridge). */
export function fit(examples: readonly Example[], penalty: number): Model {
  const size = (examples[0]?.signs.length ?? 0) + 1;
  let model: number[] = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = model.map((weight, i) => (i === 0 ? 0 : -penalty * weight));
    const bend = model.map((_, i) => model.map((_, j) => (i === j && i > 0 ? penalty : 0)));
    for (const { signs, isSo, counts = 1 } of examples) {
      const row = [1, ...signs];
      const odds = 1 / (1 + Math.exp(-scoreOf(model, signs)));
      for (const [i, x] of row.entries()) {
        slope[i] = (slope[i] ?? 0) + counts * ((isSo ? 1 : 0) - odds) * x;
        for (const [j, y] of row.entries()) {
          const line = bend[i];
          if (line !== undefined) line[j] = (line[j] ?? 0) + counts * odds * (1 - odds) * x * y;
        }
      }
    }
    const change = solve(bend, slope);
    model = model.map((weight, i) => weight + (change[i] ?? 0));
  }
  return model;
}

/** In nats. */
export function scoreOf([bias = 0, ...weights]: Model, signs: readonly number[]): number {
  return signs.reduce((sum, sign, i) => sum + sign * (weights[i] ?? 0), bias);
}

/** Gauss and Jordan, without pivoting: the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (const [i, row] of rows.entries()) {
    const pivot = row[i] ?? 1;
    for (const [j, other] of rows.entries()) {
      if (i === j) continue;
      const factor = (other[i] ?? 0) / pivot;
      for (const [k, value] of row.entries()) other[k] = (other[k] ?? 0) - factor * value;
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}

export interface Counts {
  readonly hits: number;
  readonly spurious: number;
  readonly missed: number;
}

export function f1({ hits, spurious, missed }: Counts): number {
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + spurious + missed);
}

/** What is said and what is so, at one threshold. */
export function countAt(
  threshold: number,
  scored: readonly { readonly score: number; readonly isSo: boolean }[],
): Counts {
  const said = scored.filter(({ score }) => score >= threshold);
  const hits = said.filter(({ isSo }) => isSo).length;
  return { hits, spurious: said.length - hits, missed: scored.filter(({ isSo }) => isSo).length - hits };
}

/** The threshold with the best F1, from −1 to 1 nats in tenths; the one in the middle where several are best. */
export function bestThreshold(scored: readonly { readonly score: number; readonly isSo: boolean }[]): number {
  const steps = Array.from({ length: 21 }, (_, i) => (i - 10) / 10);
  const scores = steps.map((step) => f1(countAt(step, scored)));
  const highest = Math.max(...scores);
  const equal = steps.filter((_, i) => scores[i] === highest);
  return equal[Math.floor(equal.length / 2)] ?? 0;
}

/** 0 to 1: how often what is so scores higher than what is not. */
export function areaUnderCurve(scored: readonly { readonly score: number; readonly isSo: boolean }[]): number {
  const so = scored.filter(({ isSo }) => isSo);
  const not = scored.filter(({ isSo }) => !isSo);
  const wins = so.flatMap((a) => not.map((b) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}
