import type { Suffixes } from "./turkic-suffixes.ts";
import { whole } from "./word-form.ts";

/** What a word ends in: a glide may count as either, and `soft` is a consonant that a vowel must follow. */
export type End = "vowel" | "glide" | "consonant" | "soft";

/** The endings that may follow a word, by how it ends and by the laws of sound; each set is compiled once. */
export function createSuffixChains(suffixes: Suffixes): (word: string, end: End) => RegExp {
  const compiled = new Map<string, RegExp>();
  return (word, end) => {
    const voicing = end === "soft" ? "" : voicingLaw(suffixes, word);
    const laws = `${followLaw(suffixes, end)}${harmonyLaw(suffixes, word)}${voicing}`;
    const key = `${end} ${laws}`;
    const endings = compiled.get(key) ?? whole(laws + chainAfter(suffixes, end));
    compiled.set(key, endings);
    return endings;
  };
}

/** Plural, possessive, case and what may stand last, each of which may be missing. */
function chainAfter(suffixes: Suffixes, end: End): string {
  const { plural, cases, casesAfterThird, last } = suffixes;
  const afterPlural = owned(suffixes, "consonant");
  const here = owned(suffixes, end);
  // A base form that ends in a vowel may have its possessive already: тауар айналымы, айналымын.
  const bare = end === "vowel" ? `|${casesAfterThird}` : "";
  return `(?:(?:${plural})(?:${afterPlural}|${cases})?|${here}|${cases}${bare})?(?:${last})?`;
}

/** Possessives with their cases: behind a vowel those that begin with a consonant, and the other way round. */
function owned({ vowels, third, other, casesAfterThird, casesAfterOther }: Suffixes, end: End): string {
  const beginsWithVowel = new RegExp(`^\\[?[${vowels}]`, "u");
  const fitting = (list: string) =>
    list
      .split("|")
      .filter((suffix) => end === "glide" || beginsWithVowel.test(suffix) !== (end === "vowel"))
      .join("|");
  return `(?:${fitting(third)})(?:${casesAfterThird})?|(?:${fitting(other)})(?:${casesAfterOther})?`;
}

/** No vowel follows a vowel; one must follow what softened for it. */
function followLaw({ vowels }: Suffixes, end: End): string {
  if (end === "vowel") return `(?![${vowels}])`;
  return end === "soft" ? `(?=[${vowels}])` : "";
}

/** A word with vowels of one kind has suffixes of that kind; loans and names, which have both, of either. */
function harmonyLaw({ harmony }: Suffixes, word: string): string {
  if (harmony === undefined) return "";
  const { back, front, neutral } = harmony;
  const isBack = new RegExp(`[${back}]`, "u").test(word);
  const isFront = new RegExp(`[${front}]`, "u").test(word);
  const kinds = isBack === isFront ? [`[^${front}]*`, `[^${back}]*`] : [isBack ? `[^${front}]*` : `[^${back}]*`];
  return `(?=(?:${kinds.join("|")})(?:${neutral})?$)`;
}

/** Consonants that are voiced in some words and not in others at the end: клуб. */
const EITHER = "бвгд";

function voicingLaw({ voicing }: Suffixes, word: string): string {
  const end = word.slice(-1);
  if (voicing === undefined || end === "" || EITHER.includes(end)) return "";
  const not = voicing.after.includes(end) ? voicing.notThen : voicing.notElse;
  return not === "" ? "" : `(?![${not}])`;
}
