import { identifyLanguage } from "../languages/identify-language.ts";
import {
  LANGUAGES,
  type Language,
  type LanguageTag,
  type MatchInput,
  RELATIONS,
  type ThemeMatch,
  type Watchlist,
} from "../model.ts";
import { compileForLanguage, type LanguageMatcher } from "./compile-language.ts";
import { type CompiledTheme, judgeThemes } from "./judge-themes.ts";
import { createLikeness, type Example, type Likeness } from "./likeness.ts";
import { readPassages } from "./read-passages.ts";
import type { CompiledPosition, ReadArticle } from "./read-positions.ts";
import { readSentences } from "./read-sentences.ts";
import { placesOf, type Reading } from "./reading.ts";
import { traitsOf, union } from "./traits.ts";

/** An article as the watchlist reads it, before its positions are judged. */
export interface Read {
  readonly language: LanguageTag;
  readonly article: ReadArticle;
  readonly themes: readonly ThemeMatch[];
  readonly positions: readonly CompiledPosition[];
  readonly likeness: Likeness;
  /** What it was asked for, and held against. */
  readonly askedThemes: readonly CompiledTheme[];
  readonly examples: () => readonly Example[];
}

/** What is read of a text to tell its language, in UTF-16 code units. */
const TELLING = 600;

/** Reads articles by a watchlist; each language is compiled when its first article comes, or an example in it is read. */
export function createReader(watchlist: Watchlist): (input: MatchInput) => Read {
  const compiled = new Map<Language, LanguageMatcher>();
  const forLanguage = (language: Language): LanguageMatcher => {
    const known = compiled.get(language) ?? compileForLanguage(language, watchlist);
    compiled.set(language, known);
    return known;
  };
  const languageOf = (input: MatchInput) => identifyLanguage(tellingPart(input), input.language);
  const readWith = (input: MatchInput, { trie }: LanguageMatcher): Reading => {
    const passages = readPassages(input);
    const ends = passages.all.map(({ to }) => to);
    return { input, passages, found: trie.find(passages.tokens, passages.joined, ends), places: placesOf(passages) };
  };
  let likeness: Likeness | undefined;
  const positions = watchlist.dossiers.flatMap((dossier) => dossier.positions);
  const examples = () =>
    positions.flatMap((position, number) =>
      RELATIONS.flatMap((relation) =>
        (position.examples?.[relation] ?? []).map((text): Example => {
          const matcher = forLanguage(readableAs(languageOf({ text })));
          const { passages, found } = readWith({ text }, matcher);
          return { position: number, relation, traits: union(traitsOf(passages, found, matcher.concepts)) };
        }),
      ),
    );
  return (input: MatchInput) => {
    const language = languageOf(input);
    const readAs = readableAs(language);
    const matcher = forLanguage(readAs);
    const reading = readWith(input, matcher);
    likeness ??= createLikeness(examples(), positions.length);
    const article: ReadArticle = {
      reading,
      sentences: readSentences(reading, matcher.cues, readAs),
      traits: traitsOf(reading.passages, reading.found, matcher.concepts),
      language: readAs,
    };
    const themes = judgeThemes(matcher.themes, reading, watchlist.monitor.thresholds.theme);
    return {
      language,
      article,
      themes,
      positions: matcher.positions,
      likeness,
      askedThemes: matcher.themes,
      examples,
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
