import type { Language } from "../model.ts";
import { readSense } from "../text/read-sense.ts";
import { tokenise } from "../text/tokens.ts";
import { toCyrillic } from "./word-forms/uzbek-scripts.ts";

/** The traits that a word has by what it means: its senses and their classes; none for a word that the thesaurus lacks. */
export type SensesOf = (form: string) => readonly string[];

/** How a beginning of so many letters must be to tell a word, and how long a word it tells if it has no more than that. */
const SHORTEST_BEGINNING = 4;
const LONGEST_OF_SHORTEST = 8;
/** What may follow the beginning: endings of a language, in letters. */
const LONGEST_ENDING: Readonly<Record<Language, number>> = { ru: 5, en: 4, kk: 8, uz: 8, ky: 8, tg: 5, tk: 8 };
/** Endings of the words as a thesaurus has them, which their other forms lack. */
const ENDINGS: Readonly<Partial<Record<Language, RegExp>>> = {
  ru: /(?:ться|тися|ть|ти|ый|ий|ой|ая|ое|ые|ся|ия|ие|а|я|о|е|ы|и|ь|й|у|ю)$/u,
  en: /[ey]$/u,
  tg: /ӣ$/u,
  uz: /moq$/u,
};
const NONE: readonly string[] = [];

/** Makes a language's part of a thesaurus ready when its first word comes. */
export function createSenses(language: Language, thesaurus: string): SensesOf {
  const longestEnding = LONGEST_ENDING[language];
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  return (form) => {
    known ??= beginningsOf(thesaurus, language);
    const least = Math.max(SHORTEST_BEGINNING, form.length - longestEnding);
    for (let length = form.length; length >= least; length--) {
      if (length === SHORTEST_BEGINNING && form.length > LONGEST_OF_SHORTEST) break;
      const senses = known.get(form.slice(0, length));
      if (senses !== undefined) return senses;
    }
    return NONE;
  };
}

/** The traits of all words of a language, by how their forms begin. */
function beginningsOf(thesaurus: string, language: Language): ReadonlyMap<string, readonly string[]> {
  const beginnings = new Map<string, readonly string[]>();
  for (const line of thesaurus.split("\n")) {
    const read = readSense(line);
    const words = read?.words.get(language);
    if (read === undefined || words === undefined) continue;
    const traits = [`~${read.sense}`, `~${read.sense.slice(0, read.sense.indexOf("/"))}`];
    for (const { form } of tokenise(words))
      for (const beginning of beginningsIn(form, language)) {
        const before = beginnings.get(beginning);
        beginnings.set(beginning, before === undefined ? traits : [...new Set([...before, ...traits])]);
      }
  }
  return beginnings;
}

/** How the forms of a folded word begin; of Uzbek in both scripts. */
function beginningsIn(form: string, language: Language): readonly string[] {
  const bare = form.replace(ENDINGS[language] ?? "", "");
  const beginning = bare.length >= SHORTEST_BEGINNING ? bare : form;
  if (beginning.length < SHORTEST_BEGINNING) return NONE;
  return language === "uz" ? [beginning, toCyrillic(beginning)] : [beginning];
}
