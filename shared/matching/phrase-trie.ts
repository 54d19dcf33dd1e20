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

/** Most nodes have one of the two, so what is empty is not there. */
interface Node {
  next: Map<number, Node> | undefined;
  symbols: number[] | undefined;
}

export function createPhraseTrie(lexicon: Lexicon): PhraseTrie {
  /** Where phrases begin, by the number of their first word: an array, since every word of a text is looked up in it. */
  const beginnings: (Node | undefined)[] = [];
  return {
    add: ([first, ...others], symbol) => {
      if (first === undefined) return;
      let node = beginnings[first] ?? emptyNode();
      beginnings[first] = node;
      for (const word of others) {
        node.next ??= new Map();
        const next = node.next.get(word) ?? emptyNode();
        node.next.set(word, next);
        node = next;
      }
      node.symbols ??= [];
      if (!node.symbols.includes(symbol)) node.symbols.push(symbol);
    },
    find: (tokens, text, sentenceEnds) => {
      const words = tokens.map((token) => lexicon.lookUp(token, text));
      const found = new Map<number, Occurrence[]>();
      let sentence = 0;
      for (let from = 0; from < tokens.length; from++) {
        while ((sentenceEnds[sentence] ?? tokens.length) <= from) sentence++;
        for (const word of words[from] ?? []) {
          const node = beginnings[word];
          if (node !== undefined) walk(node, from, from + 1, sentenceEnds[sentence] ?? tokens.length, words, found);
        }
      }
      return found;
    },
  };
}

function emptyNode(): Node {
  return { next: undefined, symbols: undefined };
}

function walk(
  node: Node,
  from: number,
  at: number,
  end: number,
  words: readonly (readonly number[])[],
  found: Map<number, Occurrence[]>,
): void {
  if (node.symbols !== undefined) for (const symbol of node.symbols) note(found, symbol, from, at);
  if (at >= end || node.next === undefined) return;
  for (const word of words[at] ?? []) {
    const next = node.next.get(word);
    if (next !== undefined) walk(next, from, at + 1, end, words, found);
  }
}

/** Notes a place once, however many phrases of the symbol stand there. */
function note(found: Map<number, Occurrence[]>, symbol: number, from: number, to: number): void {
  const occurrences = found.get(symbol);
  const last = occurrences?.at(-1);
  if (occurrences === undefined) found.set(symbol, [{ from, to }]);
  else if (last?.to !== to || last.from !== from) occurrences.push({ from, to });
}
