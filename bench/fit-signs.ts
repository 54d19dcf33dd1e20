import type { Signs, Weights } from "../shared/matching/log-odds.ts";
import { type Example, fit as fitRows } from "./stories/logistic.ts";

const PENALTY = 2;

/** The weights by which these signs tell best what is so, in hundredths. `counts` says as how many each one counts. */
export function fitSigns<T, Name extends string>(
  names: readonly Name[],
  all: readonly T[],
  signsOf: (one: T) => Signs<Name>,
  isSo: (one: T) => boolean,
  counts: (one: T) => number = () => 1,
): Weights<Name> {
  const rows = all.map((one): Example => {
    const signs = signsOf(one);
    return { signs: names.map((name) => signs[name]), isSo: isSo(one), counts: counts(one) };
  });
  const [bias = 0, ...rest] = fitRows(rows, PENALTY);
  const named = names.map((name, i) => [name, toHundredths(rest[i] ?? 0)]);
  return Object.fromEntries([["bias", toHundredths(bias)], ...named]) as Weights<Name>;
}

export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
