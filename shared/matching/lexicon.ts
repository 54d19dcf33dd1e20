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

/** A word of some query, and what tells it from others written alike. */
interface KnownWord {
  readonly mode: WordPattern["mode"];
  readonly tag: NameTag | "any";
  readonly size: Size;
  readonly word: number;
}

interface Entry {
  readonly word: number;
  readonly endings: RegExp | undefined;
  /** Matches only where the text has capitals too. */
  readonly capitals: boolean;
}

const NONE: readonly number[] = [];

export function createLexicon(): Lexicon {
  const known = new Map<string, KnownWord[]>();
  let words = 0;
  const entries = new Map<string, Entry[]>();
  const remembered = new Map<string, readonly number[]>();
  let longest = 0;

  const put = (stem: string, entry: Entry) => {
    const there = entries.get(stem);
    if (there === undefined) entries.set(stem, [entry]);
    else there.push(entry);
    longest = Math.max(longest, stem.length);
    if (remembered.size > 0) remembered.clear();
  };

  return {
    add: ({ text, mode, written }, tag) => {
      const size = sizeOf(written);
      const alike = known.get(text);
      const same = alike?.find((one) => one.mode === mode && one.tag === tag && one.size === size);
      if (same !== undefined) return same.word;
      const word = words++;
      if (alike === undefined) known.set(text, [{ mode, tag, size, word }]);
      else alike.push({ mode, tag, size, word });
      const capitals = size === "acronym";
      for (const form of inScripts(text, tag)) {
        if (mode === "prefix") put(form, { word, endings: undefined, capitals });
        else if (mode === "exact") put(form, { word, endings: UNCHANGED, capitals });
        else for (const { stem, endings } of stemsOf(form, tag, size)) put(stem, { word, endings, capitals });
      }
      return word;
    },
    lookUp: ({ form, start }, text) => {
      // Most words are small, and begin as they are folded.
      const isUpper = text[start] !== form[0] && sizeOf(text.slice(start, start + 2)) === "acronym";
      const key = isUpper ? `${form}\0` : form;
      const before = remembered.get(key);
      if (before !== undefined) return before;
      const found = new Set<number>();
      for (let length = 1; length <= Math.min(form.length, longest); length++) {
        for (const { word, endings, capitals } of entries.get(form.slice(0, length)) ?? []) {
          if (capitals && !isUpper) continue;
          if (endings === undefined || endings.test(form.slice(length))) found.add(word);
        }
      }
      const result = found.size === 0 ? NONE : [...found];
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(key, result);
      return result;
    },
  };
}

function stemsOf(word: string, tag: NameTag | "any", size: Size): readonly Stem[] {
  const forms = formsFor(word, tag);
  return size === "acronym" ? forms.acronym(word) : forms.stems(word, size === "name");
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

/** By its capitals: two at the beginning, ШОС, EU, АҚШ; one, Кабул, Совет; none. */
type Size = "acronym" | "name" | "small";

function sizeOf(written: string): Size {
  if (isSmall(written.charCodeAt(0)) || !CAPITAL.test(written)) return "small";
  return isSmall(written.charCodeAt(1)) || !CAPITALS.test(written) ? "name" : "acronym";
}

const CAPITAL = /^\p{Lu}/u;
const CAPITALS = /^\p{Lu}{2}/u;

/** True of the commonest small letters, a to z and а to я: most words need no closer look. */
function isSmall(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x430 && code <= 0x44f);
}
