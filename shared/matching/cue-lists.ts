import { LANGUAGES, type Language, type WordList } from "../model.ts";
import { CUE_KINDS, CUE_WORDS, type CueKind } from "./cue-words.ts";
import { TONE_WORDS } from "./tone-words.ts";

export type ListedCue = CueKind | "success" | "failure";
export const LISTED_CUES: readonly ListedCue[] = [...CUE_KINDS, "success", "failure"];

/** The cues as word lists, so that they are found with the watchlist's own words in one walk over the text. */
export const CUE_LISTS: readonly WordList[] = LISTED_CUES.map((id) => {
  const words = id === "success" || id === "failure" ? TONE_WORDS[id] : CUE_WORDS[id];
  return { id, terms: Object.fromEntries(LANGUAGES.map((language) => [language, termsIn(words, language)])) };
});

function termsIn(words: Readonly<Record<Language, string>>, language: Language): string[] {
  return words[language].split(",").map((term) => term.trim());
}
