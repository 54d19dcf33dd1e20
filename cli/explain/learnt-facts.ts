import type { Locale } from "../../shared/digest/locale.ts";
import type { ToldLearnt } from "../../shared/matching/explanation.ts";
import type { Fact } from "./view.ts";
import type { ExplainWords } from "./wording.ts";

/** Log-odds smaller than this are not worth a word. */
const LEAST_SIGN = 0.15;
const MOST_TRAITS = 8;

/** Says where sentences stand, by their numbers. */
export type Where = (indices: readonly number[]) => string;

/** The words and lists that labelled text taught most of, those that speak for a theme or position and those against it. */
export function learntFact(learnt: ToldLearnt, where: Where, locale: Locale, words: ExplainWords): Fact {
  const told = learnt.traits.filter(({ adds }) => Math.abs(adds) >= LEAST_SIGN).slice(0, MOST_TRAITS);
  if (told.length === 0) return { mark: "no", text: words.nothingLearnt };
  const list = told.map(({ trait, adds }) => `${trait} ${adds > 0 ? "+" : "−"}${locale.number(Math.abs(adds))}`);
  return { mark: "note", text: locale.fill(words.learnt, { where: where(learnt.sentences), list: list.join(", ") }) };
}

/** Which signs spoke for it and which against it, the strongest first. */
export function signFacts(
  signs: Readonly<Record<string, number>>,
  locale: Locale,
  words: ExplainWords,
): readonly Fact[] {
  const all = Object.entries(signs).toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const list = (isTold: (adds: number) => boolean) =>
    all
      .filter(([, adds]) => isTold(adds))
      .map(([sign, adds]) => `${words.signs[sign] ?? sign} ${locale.number(Math.round(Math.abs(adds) * 10) / 10)}`)
      .join(", ");
  const adds = list((one) => one >= LEAST_SIGN);
  const takes = list((one) => one <= -LEAST_SIGN);
  return [
    ...(adds === "" ? [] : [{ mark: "note" as const, text: locale.fill(words.adds, { list: adds }) }]),
    ...(takes === "" ? [] : [{ mark: "note" as const, text: locale.fill(words.takes, { list: takes }) }]),
  ];
}
