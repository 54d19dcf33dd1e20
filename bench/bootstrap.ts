import { createRandom } from "./stories/random.ts";

const RESAMPLES = 1_000;
const SEED = 20_251_115;

/** A figure of a sample with the interval that holds it in 95 of 100 resamples. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Percentile bootstrap over 1,000 resamples of the items; the same items give the same interval. */
export function bootstrap<T>(items: readonly T[], figure: (sample: readonly T[]) => number): Interval {
  const random = createRandom(SEED);
  const figures = Array.from({ length: RESAMPLES }, () =>
    figure(items.map(() => items[Math.floor(random() * items.length)] as T)),
  ).toSorted((a, b) => a - b);
  const at = (share: number) => figures[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { value: figure(items), low: at(0.025), high: at(0.975) };
}
