/** An observation: what came of so much of two causes. */
export interface Observation {
  readonly causes: readonly [number, number];
  readonly amount: number;
}

/**
 * How much one of each cause brings, at least squared error over the observations and never below nothing. Where the
 * causes always came together, so that the two cannot be told apart, all is the first one's.
 */
export function leastSquares(observations: readonly Observation[]): readonly [number, number] {
  const sum = (of: (one: Observation) => number) => observations.reduce((total, one) => total + of(one), 0);
  const aa = sum(({ causes: [a] }) => a * a);
  const bb = sum(({ causes: [, b] }) => b * b);
  const ab = sum(({ causes: [a, b] }) => a * b);
  const ay = sum(({ causes: [a], amount }) => a * amount);
  const by = sum(({ causes: [, b], amount }) => b * amount);
  const alone = (xy: number, xx: number) => (xx === 0 ? 0 : Math.max(0, xy / xx));
  const determinant = aa * bb - ab * ab;
  if (determinant <= 1e-9 * aa * bb) return aa === 0 ? [0, alone(by, bb)] : [alone(ay, aa), 0];
  const first = (ay * bb - by * ab) / determinant;
  const second = (by * aa - ay * ab) / determinant;
  if (first < 0) return [0, alone(by, bb)];
  if (second < 0) return [alone(ay, aa), 0];
  return [first, second];
}
