import { createLexicon } from "../../shared/matching/lexicon.ts";
import type { NameTag } from "../../shared/model.ts";
import { tokenise } from "../../shared/text/tokens.ts";

/** Which of these words, as they stand in a text, are found by `base` under the rules of `tag`. */
export function foundBy(
  base: string,
  tag: NameTag | "any",
  words: string,
  mode: "form" | "prefix" | "exact" = "form",
): string[] {
  const lexicon = createLexicon();
  const [token] = tokenise(base);
  if (token === undefined) throw new Error(`${base} is no word`);
  const number = lexicon.add({ text: token.form, mode, written: base }, tag);
  return tokenise(words)
    .filter((candidate) => lexicon.lookUp(candidate, words).includes(number))
    .map(({ start, end }) => words.slice(start, end));
}

/** A base form, words that are forms of it, words that only look so; each list parted by spaces. */
export type FormRow = readonly [base: string, forms: string, others: string];
