import { identifyLanguage } from "../languages/identify-language.ts";
import type { Instant, LanguageTag } from "../model.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import { daysIn, withoutDays } from "./days.ts";
import type { EntityFinder } from "./find-entities.ts";
import { hash } from "./hash.ts";
import { type Signature, signatureOf } from "./min-hash.ts";
import { isCapital, namesIn, namesInTitle } from "./names.ts";
import { numbersIn } from "./numbers.ts";
import { wordOf } from "./word.ts";

/** What grouping reads. */
export interface StoryInput {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** When it appeared; where nobody knows, it is taken to be of the same days as whatever it is held against. */
  readonly published?: Instant;
  readonly source?: string;
  /** Known beforehand, or to be identified with this prior. */
  readonly language?: LanguageTag;
}

/** Distinct terms, each as the 32-bit hash of its form, in ascending order. */
export type Terms = Uint32Array;

/** All that is kept of an article to tell its reprints and its story: a few kilobytes, whatever its length. */
export interface Sketch {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly publishedMs?: number;
  readonly language: LanguageTag;
  /** Absent where the text is too short to be recognised again. */
  readonly signature?: Signature;
  /** Roots and numbers of title and text. */
  readonly words: Terms;
  readonly title: Terms;
  /** Roots of the names in the title, and in title and lead together. */
  readonly titleNames: Terms;
  readonly leadNames: Terms;
  /** Without those of days. */
  readonly numbers: Terms;
  /** Days of the year, 1 to 366, that title and beginning name. */
  readonly days: Terms;
  /** All numbers of two digits and more: the others are in every second text. */
  readonly longNumbers: Terms;
  /** Names as all languages share them: the watchlist's entities, and how other names sound. */
  readonly names: Terms;
  readonly leadSharedNames: Terms;
  /** How the words of title and lead, and of the whole article, sound: loans are alike in all languages. */
  readonly leadSounds: Terms;
  readonly sounds: Terms;
}

/** Sentences of the text that count as its lead. */
const LEAD = 2;
/** Days named so early, in UTF-16 code units, are those of the news; later ones are those of what led to it. */
const DATED = 600;
/** A number of one digit is written with so many characters: `#5`. */
const LONG_NUMBER = 2;
/** What is read of a text, in UTF-16 code units: more changes nothing and costs time. */
const READ = 20_000;
/** What is read of it to tell its language. */
const TELLING = 300;

/** Reads an article once; everything else works on what comes back. Pure and deterministic. */
export function sketchArticle(input: StoryInput, findEntities: EntityFinder): Sketch {
  const text = input.text.slice(0, READ);
  const sentences = splitSentences(text);
  const title = input.title.trim() === "" ? text.slice(sentences[0]?.start, sentences[0]?.end) : input.title;
  const language = identifyLanguage(`${title}\n${text.slice(0, TELLING)}`, input.language);
  const [titleTokens, tokens] = [tokenise(title), tokenise(text)];
  const leadEnd = sentences[Math.min(LEAD, sentences.length) - 1]?.end ?? 0;
  const leadTokens = [...titleTokens, ...tokens.filter(({ end }) => end <= leadEnd)];

  const textNames = namesIn(text, tokens, sentences);
  const names = new Set(textNames.map(rootIn));
  const small = new Set(tokens.filter((token) => !isCapital(text, token)).map(rootIn));
  const titleNames = namesInTitle(title, titleTokens, {
    isName: (token) => names.has(rootIn(token)),
    isSmall: (token) => small.has(rootIn(token)),
  });
  for (const name of titleNames) names.add(rootIn(name));

  const titleNumbers = numbersIn(title);
  const numbers = [...titleNumbers, ...numbersIn(text)];
  const shared = [
    ...sharedNames(title, titleTokens, titleNames, language, findEntities).map(({ term }) => ({ term, isLead: true })),
    ...sharedNames(text, tokens, textNames, language, findEntities).map(({ term, end }) => ({
      term,
      isLead: end <= leadEnd,
    })),
  ];
  const signature = signatureOf(tokens);
  return {
    id: input.id,
    language,
    ...packed({
      words: [...rootsOf(titleTokens), ...rootsOf(tokens), ...numbers.map(hash)],
      title: [...rootsOf(titleTokens), ...titleNumbers.map(hash)],
      titleNames: titleNames.map(rootIn),
      leadNames: rootsOf(leadTokens).filter((root) => names.has(root)),
      numbers: [title, text].flatMap((part) => numbersIn(withoutDays(part))).map(hash),
      days: [title, text.slice(0, DATED)].flatMap(daysIn),
      longNumbers: numbers.filter((number) => number.length > LONG_NUMBER).map(hash),
      names: shared.map(({ term }) => term),
      leadSharedNames: shared.filter(({ isLead }) => isLead).map(({ term }) => term),
      sounds: loansOf([...titleTokens, ...tokens]),
      leadSounds: loansOf(leadTokens),
    }),
    ...(signature === undefined ? {} : { signature }),
    ...(input.published === undefined ? {} : { publishedMs: Date.parse(input.published) }),
  };
}

const rootIn = ({ form }: Token): number => wordOf(form).root;

function rootsOf(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ form }) => (wordOf(form).isTelling ? [wordOf(form).root] : []));
}

function loansOf(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ form }) => wordOf(form).loan ?? []);
}

/** Entities by their id, and names that are none by their sound; `end` in UTF-16 code units. */
function sharedNames(
  text: string,
  tokens: readonly Token[],
  names: readonly Token[],
  language: LanguageTag,
  findEntities: EntityFinder,
): { term: number; end: number }[] {
  const entities = findEntities(tokens, text, language);
  const covered = new Set(entities.flatMap(({ from, to }) => tokens.slice(from, to)));
  const found = entities.map(({ id, to }) => ({ term: hash(`@${id}`), end: tokens[to - 1]?.end ?? 0 }));
  for (const token of names) {
    const term = covered.has(token) ? undefined : wordOf(token.form).sound;
    if (term !== undefined) found.push({ term, end: token.end });
  }
  return found;
}

/** Each list as its distinct terms in ascending order, all in one piece of memory. */
function packed<Name extends string>(lists: Readonly<Record<Name, readonly number[]>>): Record<Name, Terms> {
  const sorted = Object.entries<readonly number[]>(lists).map(
    ([name, terms]) => [name, Uint32Array.from(new Set(terms)).sort()] as const,
  );
  const memory = new Uint32Array(sorted.reduce((size, [, terms]) => size + terms.length, 0));
  let at = 0;
  const views = sorted.map(([name, terms]) => {
    memory.set(terms, at);
    at += terms.length;
    return [name, memory.subarray(at - terms.length, at)] as const;
  });
  return Object.fromEntries(views) as Record<Name, Terms>;
}
