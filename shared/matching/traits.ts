import type { Occurrences } from "./phrase-trie.ts";
import type { Passages } from "./read-passages.ts";
import type { SensesOf } from "./senses.ts";

/**
 * What a sentence has in common with others: the lists and names its words belong to (`@water`) and pairs of these that it
 * brings together (`@water&@quarrel`), the senses of its words and their classes (`~agree/strike-a-deal`, `~agree`), all of
 * which are the same in every language; and how its words begin, which is not.
 */
export type Traits = ReadonlySet<string>;

export const NO_TRAITS: Traits = new Set();

/** Which traits count: those of which something was learnt, or, to learn from them, all. */
export interface KnownTraits {
  /** The trait of this name, always the same string; undefined where it does not count. */
  readonly named: (name: string) => string | undefined;
  /** The trait of a sentence that has both of two lists or names, the first before the second in order. */
  readonly pair: (first: string, second: string) => string | undefined;
}

/** Every trait counts. */
export const EVERY_TRAIT: KnownTraits = {
  named: (name) => name,
  pair: (first, second) => `${first}&${second}`,
};

/** The two that a trait brings together; undefined where it is not of two. */
export function pairIn(trait: string): readonly [first: string, second: string] | undefined {
  const at = trait.startsWith("@") ? trait.indexOf("&@") : -1;
  return at < 0 ? undefined : [trait.slice(0, at), trait.slice(at + 1)];
}

/** The traits that a word has by itself. */
export type WordTraits = (form: string) => readonly string[];

/** Shorter words tell nothing; of longer ones the beginning is the same in most forms. In letters. */
const SHORTEST_WORD = 4;
const STEM = 6;
const NUMBER = /^\d/u;
/** Distinct words remembered at a time. */
const REMEMBERED = 50_000;

const NONE: readonly string[] = [];

export function createWordTraits(sensesOf: SensesOf, known: KnownTraits): WordTraits {
  const remembered = new Map<string, readonly string[]>();
  return (form) => {
    if (form.length < SHORTEST_WORD) return NONE;
    const before = remembered.get(form);
    if (before !== undefined) return before;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const names = NUMBER.test(form) ? NONE : [form.slice(0, STEM), ...sensesOf(form)];
    const traits = names.flatMap((name) => known.named(name) ?? []);
    remembered.set(form, traits);
    return traits;
  };
}

/** What makes the traits of texts of one language. */
export interface TraitMaker {
  /** The list or entity that a symbol stands for. */
  readonly concepts: ReadonlyMap<number, string>;
  readonly wordTraits: WordTraits;
  readonly known: KnownTraits;
}

/** The traits of each passage. */
export function traitsOf(
  { tokens, all }: Passages,
  found: Occurrences,
  { concepts, wordTraits, known }: TraitMaker,
): readonly Traits[] {
  const named = conceptsOf(all, found, concepts);
  return all.map(({ from, to }, i) => {
    const traits = new Set<string>();
    for (let token = from; token < to; token++)
      for (const trait of wordTraits(tokens[token]?.form ?? "")) traits.add(trait);
    const ordered = [...(named[i] ?? [])].toSorted();
    for (const [at, first] of ordered.entries()) {
      const trait = known.named(first);
      if (trait !== undefined) traits.add(trait);
      for (let next = at + 1; next < ordered.length; next++) {
        const pair = known.pair(first, ordered[next] ?? "");
        if (pair !== undefined) traits.add(pair);
      }
    }
    return traits;
  });
}

/** The lists and names of each passage. */
function conceptsOf(
  passages: Passages["all"],
  found: Occurrences,
  concepts: ReadonlyMap<number, string>,
): readonly ReadonlySet<string>[] {
  const passageOf: number[] = [];
  passages.forEach(({ from, to }, i) => {
    for (let token = from; token < to; token++) passageOf[token] = i;
  });
  const named = passages.map(() => new Set<string>());
  for (const [symbol, occurrences] of found) {
    const concept = concepts.get(symbol);
    if (concept === undefined) continue;
    for (const { from } of occurrences) named[passageOf[from] ?? -1]?.add(concept);
  }
  return named;
}

export function union(all: readonly Traits[]): Traits {
  const one = new Set<string>();
  for (const traits of all) for (const trait of traits) one.add(trait);
  return one;
}
