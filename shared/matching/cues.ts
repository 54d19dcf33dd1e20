import type { Language } from "../model.ts";

/** Words that turn a statement round, or take its certainty away; folded forms, by language. */
interface Cues {
  /** Turn round what follows within a few words. */
  readonly negationBefore: readonly string[];
  /** Turn round what stands within a few words before them. */
  readonly negationAfter: readonly string[];
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
    negationAfter: ["не"],
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
    hedges: ["мүмкін", "егер", "болжам", "күтілуде", "ықтимал"],
  },
  uz: {
    negationBefore: [],
    negationAfter: ["emas", "yoʼq", "boʼlmadi", "boʼlmaydi", "эмас", "йўқ", "бўлмади", "бўлмайди"],
    hedges: ["mumkin", "agar", "ehtimol", "kutilmoqda", "мумкин", "агар", "эҳтимол", "кутилмоқда"],
  },
  ky: {
    negationBefore: [],
    negationAfter: ["эмес", "жок", "болгон жок", "болбойт", "болбоду"],
    hedges: ["мүмкүн", "эгер", "ыктымал", "күтүлүүдө"],
  },
  tg: { negationBefore: ["на", "не"], negationAfter: ["нест", "набуд"], hedges: ["мумкин", "агар", "шояд"] },
  tk: { negationBefore: [], negationAfter: ["däl", "ýok"], hedges: ["mümkin", "eger"] },
};

/** Words between a negation and what it turns round, at the most. */
const NEGATION_REACH = 3;

/** True where a negation stands close enough to the words from `from` to `to` to turn them round. */
export function isNegated(forms: readonly string[], from: number, to: number, language: Language): boolean {
  const { negationBefore, negationAfter } = CUES[language];
  const before = forms.slice(Math.max(0, from - NEGATION_REACH), from);
  const after = forms.slice(to, to + NEGATION_REACH);
  const isDouble = before.filter((form) => negationBefore.includes(form)).length > 1;
  return (
    !isDouble &&
    (before.some((form) => negationBefore.includes(form)) || after.some((form) => negationAfter.includes(form)))
  );
}

/** True where the sentence says what may be, not what is. */
export function isHedged(forms: readonly string[], language: Language): boolean {
  const { hedges } = CUES[language];
  return forms.some((form) => hedges.includes(form));
}
