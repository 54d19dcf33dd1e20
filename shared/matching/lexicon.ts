import type { Language, NameTag } from "../model.ts";
import type { WordPattern } from "../query/query.ts";
import type { Token } from "../text/tokens.ts";
import { kazakh, kyrgyz, tajik, turkmen, uzbek, uzbekCyrillic } from "./word-forms/agglutinative.ts";
import { english } from "./word-forms/english.ts";
import { russian } from "./word-forms/russian.ts";
import { toCyrillic } from "./word-forms/uzbek-scripts.ts";
import type { WordForms } from "./word-forms/word-form.ts";

const FORMS: Readonly<Record<Language, WordForms>> = {
  ru: russian,
  en: english,
  kk: kazakh,
  uz: uzbek,
  ky: kyrgyz,
  tg: tajik,
  tk: turkmen,
};
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Words this short match as they stand: their forms are too many other words. Written in capitals, only in capitals. */
const SHORT = 3;
/** Distinct words of running text remembered at a time. */
const REMEMBERED = 100_000;

/** The words of all queries for one language: says of any token which of them it is a form of. */
export interface Lexicon {
  /** Adds a word; the same word has the same number. `tag` says whose rules inflect it. */
  add(pattern: WordPattern, tag: NameTag | "any"): number;
  /** Numbers of the words that this token is a form of. */
  lookUp(token: Token, text: string): readonly number[];
}

interface Entry {
  readonly word: number;
  readonly endings: RegExp | undefined;
  /** Matches only where the text has capitals too. */
  readonly capitals: boolean;
}

const NONE: readonly number[] = [];

export function createLexicon(): Lexicon {
  const numbers = new Map<string, number>();
  const entries = new Map<string, Entry[]>();
  const remembered = new Map<string, readonly number[]>();
  let longest = 0;

  const put = (stem: string, entry: Entry) => {
    entries.set(stem, [...(entries.get(stem) ?? []), entry]);
    longest = Math.max(longest, stem.length);
  };

  return {
    add: ({ text, mode, written }, tag) => {
      const capitals = isAcronym(written);
      const key = `${tag} ${mode} ${text} ${capitals}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const word = numbers.size;
      numbers.set(key, word);
      if (mode === "prefix") for (const stem of inScripts(text, tag)) put(stem, { word, endings: undefined, capitals });
      else for (const { stem, endings } of formsOf(text, mode, tag, capitals)) put(stem, { word, endings, capitals });
      return word;
    },
    lookUp: ({ form, start }, text) => {
      const isUpper = isAcronym(text.slice(start, start + 2));
      const key = isUpper ? `${form}\0` : form;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const words = new Set<number>();
      for (let length = 1; length <= Math.min(form.length, longest); length++) {
        for (const { word, endings, capitals } of entries.get(form.slice(0, length)) ?? []) {
          if (capitals && !isUpper) continue;
          if (endings === undefined || endings.test(form.slice(length))) words.add(word);
        }
      }
      const result = words.size === 0 ? NONE : [...words];
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(key, result);
      return result;
    },
  };
}

const NOTHING = /^$/u;

function formsOf(text: string, mode: "form" | "exact", tag: NameTag | "any", capitals: boolean) {
  return inScripts(text, tag).flatMap((word) => {
    if (mode === "exact" || capitals) return [{ stem: word, endings: NOTHING }];
    const forms = formsFor(word, tag);
    const isShort = word.length <= SHORT && (forms === russian || forms === english);
    return isShort ? [{ stem: word, endings: NOTHING }] : forms.stems(word);
  });
}

/** Uzbek is read in both of its scripts and written down in Latin. */
function inScripts(text: string, tag: NameTag | "any"): string[] {
  return tag === "uz" && !CYRILLIC.test(text) ? [text, toCyrillic(text)] : [text];
}

/** The rules of the word's language; for words of no language, those of the script's commonest. */
function formsFor(word: string, tag: NameTag | "any"): WordForms {
  const isCyrillic = CYRILLIC.test(word);
  if (tag === "any") return isCyrillic ? russian : english;
  if (tag === "uz-Cyrl" || (tag === "uz" && isCyrillic)) return uzbekCyrillic;
  return tag === "kk-Latn" ? uzbek : FORMS[tag];
}

/** Two capitals at the beginning: ШОС, EU, АҚШ. */
function isAcronym(written: string): boolean {
  return /^\p{Lu}{2}/u.test(written);
}
