import type { Token } from "../text/tokens.ts";
import type { Lexicon } from "./lexicon.ts";

/** A place where something was found: tokens from `from` up to, not including, `to`. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
}

/** Where each symbol (a phrase, an entity, a word list) occurs, in order. */
export type Occurrences = ReadonlyMap<number, readonly Occurrence[]>;

/** All phrases of all queries in one tree over words: the cost of a text hardly grows with their number. */
export interface PhraseTrie {
  /** Makes `symbol` occur wherever these words (numbers of the lexicon) stand side by side. */
  add(words: readonly number[], symbol: number): void;
  /** Finds every symbol; a phrase never reaches over the end of its sentence. */
  find(tokens: readonly Token[], text: string, sentenceEnds: readonly number[]): Occurrences;
}

interface Node {
  readonly next: Map<number, Node>;
  readonly symbols: number[];
}

export function createPhraseTrie(lexicon: Lexicon): PhraseTrie {
  const root: Node = { next: new Map(), symbols: [] };
  return {
    add: (words, symbol) => {
      let node = root;
      for (const word of words) {
        const next = node.next.get(word) ?? { next: new Map(), symbols: [] };
        node.next.set(word, next);
        node = next;
      }
      if (!node.symbols.includes(symbol)) node.symbols.push(symbol);
    },
    find: (tokens, text, sentenceEnds) => {
      const words = tokens.map((token) => lexicon.lookUp(token, text));
      const found = new Map<number, Occurrence[]>();
      let sentence = 0;
      for (let from = 0; from < tokens.length; from++) {
        while ((sentenceEnds[sentence] ?? tokens.length) <= from) sentence++;
        walk(root, from, from, sentenceEnds[sentence] ?? tokens.length, words, found);
      }
      return found;
    },
  };
}

function walk(
  node: Node,
  from: number,
  at: number,
  end: number,
  words: readonly (readonly number[])[],
  found: Map<number, Occurrence[]>,
): void {
  for (const symbol of node.symbols) {
    const occurrences = found.get(symbol);
    if (occurrences === undefined) found.set(symbol, [{ from, to: at }]);
    else if (occurrences.at(-1)?.to !== at || occurrences.at(-1)?.from !== from) occurrences.push({ from, to: at });
  }
  if (at >= end) return;
  for (const word of words[at] ?? []) {
    const next = node.next.get(word);
    if (next !== undefined) walk(next, from, at + 1, end, words, found);
  }
}
