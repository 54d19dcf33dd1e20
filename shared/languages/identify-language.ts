import type { LanguageTag } from "../model.ts";
import { CLASSES, FIRST_CHARACTER, type LanguageClass, languageOf, type Script, STEP } from "./classes.ts";
import { gramsOf, wordsOf } from "./grams.ts";
import { TABLE } from "./table.ts";

/** What is read of a text, in UTF-16 code units: more would change no answer. */
const READ = 1_000;
/**
 * How much the expected language is preferred, in nats: more than names weigh, less than a sentence does. Of sentences
 * in another language than expected, it turns one in a thousand; of the names of the region, it decides 96 in 100.
 */
const PRIOR = 40;
/** A Chinese character says about as much as so many letters. */
const LETTERS_IN_A_CHARACTER = 3;
/** Characters of a script that decide alone. */
const CHINESE = /\p{Script=Han}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;

/**
 * The language a text is written in, by naive Bayes over runs of one to four letters within its script. `prior` is what
 * the source usually writes in: it decides where the text itself hardly does, such as in a title of names. Without
 * letters and prior: `und`.
 */
export function identifyLanguage(text: string, prior?: LanguageTag): LanguageTag {
  return weighLanguage(text, prior).language;
}

/** A language, and by how much the text itself prefers it to the next likeliest of its script. */
export interface WeighedLanguage {
  readonly language: LanguageTag;
  readonly next?: LanguageTag;
  /** In nats; negative where the prior decided against the text. */
  readonly ahead?: number;
  /** No prior could have decided otherwise. */
  readonly isSure: boolean;
}

/** The same, and how sure that is. */
export function weighLanguage(text: string, prior?: LanguageTag): WeighedLanguage {
  const read = text.slice(0, READ);
  const counts = { Han: count(read, CHINESE), Cyrillic: count(read, CYRILLIC), Latin: count(read, LATIN) };
  if (counts.Han * LETTERS_IN_A_CHARACTER > Math.max(counts.Cyrillic, counts.Latin))
    return { language: "zh", isSure: true };
  if (counts.Cyrillic + counts.Latin === 0) return { language: prior ?? "und", isSure: false };
  const script = counts.Cyrillic * 2 >= counts.Latin ? "Cyrillic" : "Latin";
  return mostLikely(read, script, prior);
}

function mostLikely(text: string, script: Script, prior: LanguageTag | undefined): WeighedLanguage {
  const classes: readonly LanguageClass[] = CLASSES[script];
  const costs: number[] = Array(classes.length).fill(0);
  for (const word of wordsOf(text)) {
    const ofWord = costsOf(word, script);
    for (let i = 0; i < costs.length; i++) costs[i] = (costs[i] ?? 0) + (ofWord[i] ?? 0);
  }
  const language = cheapest(classes, (name, i) => (costs[i] ?? 0) - (languageOf(name) === prior ? PRIOR : 0)).language;
  const own = cheapest(classes, (name, i) =>
    languageOf(name) === language ? (costs[i] ?? 0) : Number.POSITIVE_INFINITY,
  );
  const next = cheapest(classes, (name, i) =>
    languageOf(name) === language ? Number.POSITIVE_INFINITY : (costs[i] ?? 0),
  );
  const ahead = next.cost - own.cost;
  return { language, next: next.language, ahead, isSure: ahead >= PRIOR };
}

/** The first of the cheapest. */
function cheapest(classes: readonly LanguageClass[], costOf: (name: LanguageClass, i: number) => number) {
  let cost = Number.POSITIVE_INFINITY;
  let language: LanguageTag = "und";
  for (const [i, name] of classes.entries()) {
    const its = costOf(name, i);
    if (its < cost) {
      cost = its;
      language = languageOf(name);
    }
  }
  return { language, cost };
}

/** Distinct words of a script remembered with their costs at a time. */
const REMEMBERED = 20_000;
const remembered: Readonly<Record<Script, Map<string, Float32Array>>> = { Cyrillic: new Map(), Latin: new Map() };

/** How unlikely a folded word is in each class of the script, in nats behind the likeliest. */
function costsOf(word: string, script: Script): Float32Array {
  const known = remembered[script].get(word);
  if (known !== undefined) return known;
  const costs = new Float32Array(CLASSES[script].length);
  const weights = weightsOf(script);
  for (const gram of gramsOf(word)) {
    const row = weights.get(gram) ?? "";
    for (let i = 0; i < row.length; i++) costs[i] = (costs[i] ?? 0) + (row.charCodeAt(i) - FIRST_CHARACTER) * STEP;
  }
  if (remembered[script].size >= REMEMBERED) remembered[script].clear();
  remembered[script].set(word, costs);
  return costs;
}

const loaded = new Map<Script, ReadonlyMap<string, string>>();

/** The table of a script, unfolded when it is first asked for. */
function weightsOf(script: Script): ReadonlyMap<string, string> {
  const known = loaded.get(script);
  if (known !== undefined) return known;
  const width = CLASSES[script].length;
  const table = TABLE[script];
  const weights = new Map<string, string>();
  for (let start = 0, end = 0; end < table.length; start = end + 1) {
    end = table.indexOf("\n", start);
    if (end < 0) end = table.length;
    weights.set(table.slice(start, end - width), table.slice(end - width, end));
  }
  loaded.set(script, weights);
  return weights;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
