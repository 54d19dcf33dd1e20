import type { LanguageTag } from "../model.ts";
import { CLASSES, FIRST_CHARACTER, type LanguageClass, languageOf, type Script, STEP } from "./classes.ts";
import { gramsOf } from "./grams.ts";
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
  const read = text.slice(0, READ);
  const counts = { Han: count(read, CHINESE), Cyrillic: count(read, CYRILLIC), Latin: count(read, LATIN) };
  if (counts.Han * LETTERS_IN_A_CHARACTER > Math.max(counts.Cyrillic, counts.Latin)) return "zh";
  if (counts.Cyrillic + counts.Latin === 0) return prior ?? "und";
  const script = counts.Cyrillic * 2 >= counts.Latin ? "Cyrillic" : "Latin";
  return mostLikely(read, script, prior);
}

function mostLikely(text: string, script: Script, prior: LanguageTag | undefined): LanguageTag {
  const classes: readonly LanguageClass[] = CLASSES[script];
  const weights = weightsOf(script);
  const costs = classes.map((name) => (languageOf(name) === prior ? -PRIOR : 0));
  for (const gram of gramsOf(text)) {
    const row = weights.get(gram);
    if (row === undefined) continue;
    for (let i = 0; i < costs.length; i++) costs[i] = (costs[i] ?? 0) + (row.charCodeAt(i) - FIRST_CHARACTER) * STEP;
  }
  const best = classes[costs.indexOf(Math.min(...costs))];
  return best === undefined ? "und" : languageOf(best);
}

const loaded = new Map<Script, ReadonlyMap<string, string>>();

/** The table of a script, unfolded when it is first asked for. */
function weightsOf(script: Script): ReadonlyMap<string, string> {
  const known = loaded.get(script);
  if (known !== undefined) return known;
  const width = CLASSES[script].length;
  const weights = new Map(TABLE[script].split("\n").map((line) => [line.slice(0, -width), line.slice(-width)]));
  loaded.set(script, weights);
  return weights;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
