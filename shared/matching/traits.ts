import type { Occurrences } from "./phrase-trie.ts";
import type { Passages } from "./read-passages.ts";

/** What a sentence has in common with others of any language: the lists and names its words belong to, and word stems. */
export type Traits = ReadonlySet<string>;

/** Shorter words tell nothing; of longer ones the beginning is the same in most forms. In letters. */
const SHORTEST_WORD = 4;
const STEM = 6;
const NUMBER = /^\d/u;

/** The traits of each passage. `concepts` names the list or entity that a symbol stands for. */
export function traitsOf(
  { tokens, all }: Passages,
  found: Occurrences,
  concepts: ReadonlyMap<number, string>,
): readonly Traits[] {
  const traits = all.map(({ from, to }) => {
    const stems = new Set<string>();
    for (const { form } of tokens.slice(from, to))
      if (form.length >= SHORTEST_WORD && !NUMBER.test(form)) stems.add(form.slice(0, STEM));
    return stems;
  });
  const passageOf: number[] = [];
  all.forEach(({ from, to }, i) => {
    for (let token = from; token < to; token++) passageOf[token] = i;
  });
  for (const [symbol, occurrences] of found) {
    const concept = concepts.get(symbol);
    if (concept === undefined) continue;
    for (const { from } of occurrences) traits[passageOf[from] ?? -1]?.add(concept);
  }
  return traits;
}

export function union(all: readonly Traits[]): Traits {
  return new Set(all.flatMap((traits) => [...traits]));
}
