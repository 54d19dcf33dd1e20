import type { Evidence, MatchInput } from "../model.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import type { Occurrence } from "./phrase-trie.ts";

/** The longest text that is read; what comes after it is not an article's any more. In UTF-16 code units. */
const LONGEST_TEXT = 200_000;

/** A sentence of the article, or its title. */
export interface Passage extends Occurrence {
  readonly field: "title" | "text";
  /** Offsets into the field. */
  readonly start: number;
  readonly end: number;
}

/** An article cut up for matching: one run of tokens over title and text, and the sentences they stand in. */
export interface Passages {
  /** Title and text in one string; tokens are offsets into it. */
  readonly joined: string;
  readonly tokens: readonly Token[];
  readonly all: readonly Passage[];
}

/** Cuts title and text into passages. */
export function readPassages({ title = "", text }: MatchInput): Passages {
  const shift = title === "" ? 0 : title.length + 1;
  const joined = title === "" ? text.slice(0, LONGEST_TEXT) : `${title}\n${text.slice(0, LONGEST_TEXT)}`;
  const spans = [
    ...(title.trim() === "" ? [] : [{ field: "title" as const, start: 0, end: title.length }]),
    ...splitSentences(text.slice(0, LONGEST_TEXT)).map((span) => ({ field: "text" as const, ...span })),
  ];
  const tokens: Token[] = [];
  const all = spans.map(({ field, start, end }): Passage => {
    const from = tokens.length;
    const offset = field === "title" ? 0 : shift;
    for (const token of tokenise(joined, offset + start, offset + end)) tokens.push(token);
    return { field, start, end, from, to: tokens.length };
  });
  return { joined, tokens, all };
}

/** A quotation longer than this is cut to the words around what was found. In UTF-16 code units. */
const LONGEST_QUOTE = 600;

/** The passage as evidence: verbatim, with offsets into its field. */
export function evidenceFrom(input: MatchInput, { field, start, end }: Passage, confidence: number): Evidence {
  const source = field === "title" ? (input.title ?? "") : input.text;
  const stop = end - start <= LONGEST_QUOTE ? end : cutAt(source, start + LONGEST_QUOTE);
  return { field, start, end: stop, quote: source.slice(start, stop), confidence };
}

/** The last white space before `limit`, or `limit` itself, never between the halves of a surrogate pair. */
function cutAt(source: string, limit: number): number {
  const space = source.lastIndexOf(" ", limit);
  if (space > limit - 100) return space;
  return /[\ud800-\udbff]/.test(source.charAt(limit - 1)) ? limit - 1 : limit;
}
