import { identifyLanguage } from "../languages/identify-language.ts";
import { LANGUAGES, type Language, type LanguageTag, type MatchInput, type Watchlist } from "../model.ts";
import { compileForLanguage, type LanguageMatcher } from "./compile-language.ts";
import { type CompiledTheme, scoreTheme, type ThemeScore } from "./judge-themes.ts";
import { createLearntOdds } from "./learnt-odds.ts";
import { readPassages } from "./read-passages.ts";
import type { CompiledPosition, ReadArticle } from "./read-positions.ts";
import { readSentences } from "./read-sentences.ts";
import { placesOf } from "./reading.ts";
import { type ArticleOdds, articleOdds } from "./telling-window.ts";
import { type KnownTraits, traitsOf } from "./traits.ts";

/** An article as the watchlist reads it, before it is judged. */
export interface Read {
  readonly language: LanguageTag;
  readonly article: ReadArticle;
  readonly themes: readonly CompiledTheme[];
  /** How each theme's query stands to it. */
  readonly scores: readonly ThemeScore[];
  readonly positions: readonly CompiledPosition[];
  readonly odds: ArticleOdds;
}

/** What is read of a text to tell its language, in UTF-16 code units. */
const TELLING = 600;

/**
 * Reads articles by a watchlist; each language is compiled when its first article comes. `known` says which traits
 * count; if not given, those of which the watchlist has learnt something.
 */
export function createReader(watchlist: Watchlist, known?: KnownTraits): (input: MatchInput) => Read {
  const learnt = createLearntOdds(watchlist.dossiers);
  const compiled = new Map<Language, LanguageMatcher>();
  const forLanguage = (language: Language): LanguageMatcher => {
    const matcher = compiled.get(language) ?? compileForLanguage(language, watchlist, known ?? learnt.known);
    compiled.set(language, matcher);
    return matcher;
  };
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
      traits: traitsOf(passages, found, matcher),
      language: readAs,
    };
    return {
      language,
      article,
      themes: matcher.themes,
      scores: matcher.themes.map(({ query }) => scoreTheme(query, reading)),
      positions: matcher.positions,
      odds: articleOdds(article.traits, learnt),
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
