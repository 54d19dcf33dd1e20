import type { Language, NameTag } from "../model.ts";
import type { WordPattern } from "../query/query.ts";
import type { Token } from "../text/tokens.ts";
import { english } from "./word-forms/english.ts";
import { russian } from "./word-forms/russian.ts";
import { tajik } from "./word-forms/tajik.ts";
import { kazakh, kazakhLatin, kyrgyz, turkmen, uzbek, uzbekCyrillic } from "./word-forms/turkic.ts";
import { toCyrillic } from "./word-forms/uzbek-scripts.ts";
import { type Stem, UNCHANGED, type WordForms } from "./word-forms/word-form.ts";

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
    const there = entries.get(stem);
    if (there === undefined) entries.set(stem, [entry]);
    else there.push(entry);
    longest = Math.max(longest, stem.length);
    remembered.clear();
  };

  return {
    add: ({ text, mode, written }, tag) => {
      const capitals = isAcronym(written);
      const key = `${tag} ${mode} ${text} ${isName(written)} ${capitals}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const word = numbers.size;
      numbers.set(key, word);
      if (mode === "prefix") for (const stem of inScripts(text, tag)) put(stem, { word, endings: undefined, capitals });
      else
        for (const { stem, endings } of formsOf({ text, mode, written }, tag)) put(stem, { word, endings, capitals });
      return word;
    },
    lookUp: ({ form, start }, text) => {
      // Most words are small, and begin as they are folded.
      const isUpper = text[start] !== form[0] && isAcronym(text.slice(start, start + 2));
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

function formsOf({ text, mode, written }: WordPattern, tag: NameTag | "any"): readonly Stem[] {
  return inScripts(text, tag).flatMap((word) => {
    if (mode === "exact") return [{ stem: word, endings: UNCHANGED }];
    const forms = formsFor(word, tag);
    return isAcronym(written) ? forms.acronym(word) : forms.stems(word, isName(written));
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
  return tag === "kk-Latn" ? kazakhLatin : FORMS[tag];
}

/** Two capitals at the beginning: ШОС, EU, АҚШ. */
function isAcronym(written: string): boolean {
  return /^\p{Lu}{2}/u.test(written);
}

/** One capital at the beginning: Кабул, Совет. */
function isName(written: string): boolean {
  return /^\p{Lu}/u.test(written);
}
