import { identifyLanguage } from "../languages/identify-language.ts";
import {
  LANGUAGES,
  type Language,
  type LanguageTag,
  type MatchInput,
  type ThemeMatch,
  type Watchlist,
} from "../model.ts";
import { compileForLanguage, type LanguageMatcher } from "./compile-language.ts";
import { type CompiledTheme, judgeThemes } from "./judge-themes.ts";
import { createLearntOdds, type LearntOdds } from "./learnt-odds.ts";
import { readPassages } from "./read-passages.ts";
import type { CompiledPosition, ReadArticle } from "./read-positions.ts";
import { readSentences } from "./read-sentences.ts";
import { placesOf } from "./reading.ts";
import { traitsOf } from "./traits.ts";

/** An article as the watchlist reads it, before its positions are judged. */
export interface Read {
  readonly language: LanguageTag;
  readonly article: ReadArticle;
  readonly themes: readonly ThemeMatch[];
  readonly positions: readonly CompiledPosition[];
  readonly learnt: LearntOdds;
  readonly askedThemes: readonly CompiledTheme[];
}

/** What is read of a text to tell its language, in UTF-16 code units. */
const TELLING = 600;

/** Reads articles by a watchlist; each language is compiled when its first article comes. */
export function createReader(watchlist: Watchlist): (input: MatchInput) => Read {
  const compiled = new Map<Language, LanguageMatcher>();
  const forLanguage = (language: Language): LanguageMatcher => {
    const known = compiled.get(language) ?? compileForLanguage(language, watchlist);
    compiled.set(language, known);
    return known;
  };
  const learnt = createLearntOdds(watchlist.dossiers);
  return (input: MatchInput) => {
    const language = identifyLanguage(tellingPart(input), input.language);
    const readAs = readableAs(language);
    const matcher = forLanguage(readAs);
    const passages = readPassages(input);
    const ends = passages.all.map(({ to }) => to);
    const found = matcher.trie.find(passages.tokens, passages.joined, ends);
    const reading = { input, passages, found, places: placesOf(passages) };
    const article: ReadArticle = {
      reading,
      sentences: readSentences(reading, matcher.cues, readAs),
      traits: traitsOf(passages, found, matcher.concepts),
      language: readAs,
    };
    const themes = judgeThemes(matcher.themes, reading, watchlist.monitor.thresholds.theme);
    return {
      language,
      article,
      themes,
      positions: matcher.positions,
      learnt,
      askedThemes: matcher.themes,
    };
  };
}

/** What tells an article's language. */
export function tellingPart({ title = "", text }: MatchInput): string {
  return `${title}\n${text.slice(0, TELLING)}`;
}

/** Texts in a language we do not read are held against the words of the closest one that we do. */
function readableAs(tag: LanguageTag): Language {
  return LANGUAGES.find((language) => language === tag) ?? NEIGHBOURS[tag] ?? "ru";
}

const NEIGHBOURS: Readonly<Partial<Record<LanguageTag, Language>>> = { az: "tk", tr: "tk", tt: "kk" };
