/** What tells of something, each sign of the order of 1. */
export type Signs<Name extends string> = Readonly<Record<Name, number>>;
/** What each sign adds to the log-odds. */
export type Weights<Name extends string> = Signs<Name | "bias">;

/** Log-odds, in nats. */
export function logOdds<Name extends string>(weights: Weights<Name>, signs: Signs<Name>): number {
  let sum: number = weights.bias;
  for (const name of Object.keys(signs) as Name[]) sum += weights[name] * signs[name];
  return sum;
}

/** What each sign adds to the log-odds. */
export function partsOf<Name extends string>(weights: Weights<Name>, signs: Signs<Name>): [Name, number][] {
  return (Object.keys(signs) as Name[]).map((name) => [name, weights[name] * signs[name]]);
}

/** The probability, 0 to 1, that log-odds stand for. */
export function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
