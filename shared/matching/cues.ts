import type { Language } from "../model.ts";

/** Words that turn a statement round, or take its certainty away; folded forms, by language. */
interface Cues {
  /** Turn round what follows within a few words. */
  readonly negationBefore: readonly string[];
  /** Turn round what stands within a few words before them. */
  readonly negationAfter: readonly string[];
  /** What a verb's own form ends in when it says that something was not done, for languages that negate inside the word. */
  readonly negatedForm?: RegExp;
  /** The thing is possible, planned, asked for or feared, not said to be so. */
  readonly hedges: readonly string[];
}

const CUES: Readonly<Record<Language, Cues>> = {
  ru: {
    negationBefore: [
      "не",
      "нет",
      "ни",
      "без",
      "вопреки",
      "опроверг",
      "опровергла",
      "опровергли",
      "отрицает",
      "отрицают",
      "неправда",
      "вряд",
      "едва",
    ],
    negationAfter: [],
    hedges: [
      "может",
      "могут",
      "мог",
      "могла",
      "могли",
      "возможно",
      "вероятно",
      "якобы",
      "если",
      "бы",
      "ли",
      "предлагает",
      "предложил",
      "предложила",
      "призвал",
      "призвала",
      "прогнозируют",
      "прогнозирует",
      "ожидается",
      "ожидают",
    ],
  },
  en: {
    negationBefore: [
      "not",
      "no",
      "never",
      "without",
      "nor",
      "neither",
      "denied",
      "denies",
      "deny",
      "hardly",
      "cannot",
      "didnʼt",
      "wonʼt",
      "isnʼt",
      "arenʼt",
      "doesnʼt",
      "failed",
      "fails",
      "fail",
    ],
    negationAfter: [],
    hedges: [
      "may",
      "might",
      "could",
      "if",
      "whether",
      "would",
      "allegedly",
      "reportedly",
      "possibly",
      "expected",
      "forecast",
      "proposes",
      "proposed",
    ],
  },
  kk: {
    negationBefore: [],
    negationAfter: ["емес", "жоқ", "болмады", "болмайды", "алмады", "алмайды"],
    negatedForm: /\p{L}{2}(?:ма|ме|ба|бе|па|пе)(?:ды|ді|ған|ген|й|с|са|се)\p{L}*$/u,
    hedges: ["мүмкін", "егер", "болжам", "күтілуде", "ықтимал"],
  },
  uz: {
    negationBefore: [],
    negationAfter: ["emas", "yoʼq", "boʼlmadi", "boʼlmaydi", "эмас", "йўқ", "бўлмади", "бўлмайди"],
    negatedForm: /\p{L}{2}(?:ma(?:di|gan|y|s|sa)|ма(?:ди|ган|й|с|са|япти))\p{L}*$/u,
    hedges: ["mumkin", "agar", "ehtimol", "kutilmoqda", "мумкин", "агар", "эҳтимол", "кутилмоқда"],
  },
  ky: {
    negationBefore: [],
    negationAfter: ["эмес", "жок", "болгон жок", "болбойт", "болбоду"],
    negatedForm: /\p{L}{2}[бп][аеоө](?:ды|ди|ду|дү|ган|ген|гон|гөн|й|с)\p{L}*$/u,
    hedges: ["мүмкүн", "эгер", "ыктымал", "күтүлүүдө"],
  },
  tg: { negationBefore: ["на", "не"], negationAfter: ["нест", "набуд"], hedges: ["мумкин", "агар", "шояд"] },
  tk: { negationBefore: [], negationAfter: ["däl", "ýok"], hedges: ["mümkin", "eger"] },
};

/** Words between a negation and what it turns round, at the most. */
const NEGATION_REACH = 3;

/** True where the words from `from` to `to` are negated: by a word close before or after them, or in their own form. */
export function isNegated(forms: readonly string[], from: number, to: number, language: Language): boolean {
  const { negationBefore, negationAfter, negatedForm } = CUES[language];
  const before = forms.slice(Math.max(0, from - NEGATION_REACH), from).filter((form) => negationBefore.includes(form));
  const after = forms.slice(to, to + NEGATION_REACH).filter((form) => negationAfter.includes(form));
  const within = negatedForm === undefined ? [] : forms.slice(from, to).filter((form) => negatedForm.test(form));
  return (before.length + after.length + within.length) % 2 === 1;
}

/** True where the sentence says what may be, not what is. */
export function isHedged(forms: readonly string[], language: Language): boolean {
  const { hedges } = CUES[language];
  return forms.some((form) => hedges.includes(form));
}
