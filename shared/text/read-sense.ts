import { LANGUAGES, type Language } from "../model.ts";

/** What a line of a thesaurus says; undefined where it says nothing in the form that it must have. */
export function readSense(
  line: string,
): { readonly sense: string; readonly words: ReadonlyMap<Language, string> } | undefined {
  const [sense = "", ...parts] = line.split(" | ");
  const words = parts.map((part) => {
    const colon = part.indexOf(": ");
    return [part.slice(0, colon), part.slice(colon + 2)] as const;
  });
  const isKnown = (word: readonly [string, string]): word is [Language, string] =>
    LANGUAGES.some((language) => language === word[0]) && word[1].trim() !== "";
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/u.test(sense) || parts.length === 0 || !words.every(isKnown)) return undefined;
  return { sense, words: new Map(words) };
}
