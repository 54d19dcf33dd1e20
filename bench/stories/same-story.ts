import { compareInOneLanguage } from "../../shared/stories/compare.ts";
import { createFrequencies } from "../../shared/stories/frequencies.ts";
import { sketchArticle } from "../../shared/stories/sketch.ts";
import type { GoldPair } from "./gold-pairs.ts";
import {
  areaUnderCurve,
  bestThreshold,
  type Counts,
  countAt,
  type Example,
  f1,
  fit as fitModel,
  type Model,
  scoreOf,
} from "./logistic.ts";
import { createRandom, shuffled } from "./random.ts";

/** How well one kind of model tells pairs it was not fitted on. */
export interface CrossValidation {
  /** Mean over all rounds, with the threshold chosen on what was fitted on. */
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly lowest: number;
  readonly highest: number;
  readonly areaUnderCurve: number;
  /** Fitted on all pairs, with the mean of the chosen thresholds: what stands in shared/stories/weights.ts. */
  readonly model: Model;
  readonly threshold: number;
}

const PENALTY = 0.3;
const FOLDS = 10;
const ROUNDS = 20;

/** Weighs words by the frequencies of these very articles, as the program does, and learns from nine tenths what to say of the rest. */
export function crossValidate(pairs: readonly GoldPair[]): CrossValidation {
  const examples = examplesOf(pairs);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => validateOnce(shuffled(examples, createRandom(round))));
  const scores = rounds.map(({ counts }) => f1(counts));
  return {
    f1: mean(scores),
    precision: mean(rounds.map(({ counts: { hits, spurious } }) => hits / (hits + spurious))),
    recall: mean(rounds.map(({ counts: { hits, missed } }) => hits / (hits + missed))),
    lowest: Math.min(...scores),
    highest: Math.max(...scores),
    areaUnderCurve: mean(rounds.map(({ scored }) => areaUnderCurve(scored))),
    model: fitModel(examples, PENALTY),
    threshold: mean(rounds.map(({ threshold }) => threshold)),
  };
}

function examplesOf(pairs: readonly GoldPair[]): Example[] {
  const frequencies = createFrequencies();
  const sketches = pairs.map(({ first, second, isSame }) => ({
    a: sketchArticle(first, () => []),
    b: sketchArticle(second, () => []),
    isSame,
  }));
  for (const { a, b } of sketches) {
    frequencies.add(a);
    frequencies.add(b);
  }
  return sketches.map(({ a, b, isSame }) => {
    const { titles, names, numbers, apart, otherDays } = compareInOneLanguage(a, b, frequencies);
    return { signs: [titles, names, numbers, apart, otherDays], isSo: isSame };
  });
}

function validateOnce(examples: readonly Example[]) {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const isHeldOut = (i: number) => i % FOLDS === fold;
    const known = examples.filter((_, i) => !isHeldOut(i));
    const model = fitModel(known, PENALTY);
    const score = ({ signs, isSo }: Example) => ({ score: scoreOf(model, signs), isSo });
    const threshold = bestThreshold(known.map(score));
    const scored = examples.filter((_, i) => isHeldOut(i)).map(score);
    return { scored, threshold, counts: countAt(threshold, scored) };
  });
  return {
    scored: folds.flatMap(({ scored }) => scored),
    threshold: mean(folds.map(({ threshold }) => threshold)),
    counts: folds.map(({ counts }) => counts).reduce(add),
  };
}

function add(a: Counts, b: Counts): Counts {
  return { hits: a.hits + b.hits, spurious: a.spurious + b.spurious, missed: a.missed + b.missed };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
