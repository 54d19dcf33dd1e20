import { PLAIN_LETTER } from "../text/sign-kinds.ts";

/** How an operator begins, or a slip in one: with Latin letters, or Cyrillic ones that look the same. */
const OPERATOR = "[AАOО][NR]|N[OОEЕ]|[OО]F";
/** Letters and digits, with apostrophes of Uzbek, stops and hyphens between them; a `*` at the end. */
const WORD = `(?!${OPERATOR})${PLAIN_LETTER}(?:[ʻ.-]?${PLAIN_LETTER})*\\*?`;
const WORDS = new RegExp(`^${WORD}(?: ${WORD})*$`, "u");
/** The same among other signs of a query. A number may belong to an operator. */
const WORD_THERE = new RegExp(`(?!\\d)${WORD}(?=[ (),"]|$)`, "uy");
/** A longer word is none (see tokens), and whoever writes one is told. In UTF-16 code units. */
const LONGEST = 60;

/**
 * The words of a query that consists of words alone, as nearly all terms do: a phrase, which takes no parser and cannot
 * be wrong. Undefined for any other query, and where only a closer look would tell.
 */
export function plainWords(text: string): readonly string[] | undefined {
  return text.length <= LONGEST && WORDS.test(text) ? text.split(" ") : undefined;
}

/** The word that stands at `at`, where it is such a word; undefined where only a closer look would tell. */
export function plainWordAt(text: string, at: number): string | undefined {
  WORD_THERE.lastIndex = at;
  return WORD_THERE.exec(text)?.[0];
}
