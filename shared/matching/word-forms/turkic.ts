import { createSuffixChains } from "./suffix-chain.ts";
import { KAZAKH, KYRGYZ, type Suffixes, TURKMEN, UZBEK } from "./turkic-suffixes.ts";
import { toCyrillic } from "./uzbek-scripts.ts";
import type { Stem, WordForms } from "./word-form.ts";

export const kazakh = formsOf(KAZAKH);
export const kyrgyz = formsOf(KYRGYZ);
export const uzbek = formsOf(UZBEK);
export const turkmen = formsOf(TURKMEN);
export const uzbekCyrillic = formsOf({
  ...written(UZBEK, toCyrillic),
  vowels: "аеиоуўэюя",
  voicing: { after: "кқ", notThen: "", notElse: "кқ" },
});

/** Kazakh suffixes in Latin, by the alphabet of 2021 and, where it differs, that of 2018. */
const KAZAKH_LATIN: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  г: "g",
  ғ: "[ğǵ]",
  д: "d",
  е: "e",
  з: "z",
  й: "[ıiy]",
  к: "k",
  қ: "q",
  л: "l",
  м: "m",
  н: "n",
  ң: "[ñń]",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  ы: "[yı]",
  і: "[ıi]",
};
export const kazakhLatin = formsOf({
  ...written(KAZAKH, (suffix) => Array.from(suffix, (letter) => KAZAKH_LATIN[letter] ?? letter).join("")),
  vowels: "aäeioöuūüyı",
  softened: { q: ["ğ", "ǵ"], k: ["g"], p: ["b"] },
  vanishing: "yıi",
});

/** A language's suffixes in another script, without the laws of sound, which the writing blurs. */
function written(suffixes: Suffixes, inScript: (suffix: string) => string): Suffixes {
  const each = (list: string) => list.split("|").map(inScript).join("|");
  const { plural, third, other, cases, casesAfterThird, casesAfterOther, last, softened, vanishing } = suffixes;
  return {
    vowels: suffixes.vowels,
    plural: each(plural),
    third: each(third),
    other: each(other),
    cases: each(cases),
    casesAfterThird: each(casesAfterThird),
    casesAfterOther: each(casesAfterOther),
    last: each(last),
    softened: Object.fromEntries(Object.entries(softened).map(([hard, soft]) => [inScript(hard), soft.map(inScript)])),
    vanishing: Array.from(vanishing, inScript).join(""),
  };
}

function formsOf(suffixes: Suffixes): WordForms {
  const { vowels, softened, vanishing, glides = "" } = suffixes;
  const endingsAfter = createSuffixChains(suffixes);
  const lastSyllable = new RegExp(`(?<=[^${vowels}])[${vanishing}](?=[^${vowels}ʼ]$)`, "u");
  const stems = (word: string): Stem[] => {
    const last = word.slice(-1);
    const end = glides.includes(last) ? "glide" : vowels.includes(last) ? "vowel" : "consonant";
    const soft = (softened[last] ?? []).map((consonant) => word.slice(0, -1) + consonant);
    const short = lastSyllable.test(word) ? [word.replace(lastSyllable, "")] : [];
    return [
      { stem: word, endings: endingsAfter(word, end) },
      ...[...soft, ...short].map((stem) => ({ stem, endings: endingsAfter(word, "soft") })),
    ];
  };
  return { stems, acronym: (word) => [{ stem: word, endings: endingsAfter("", "glide") }] };
}
