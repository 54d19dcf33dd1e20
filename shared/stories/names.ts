import type { Span } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";

/** A name has so many letters at least. */
const SHORTEST = 3;
/** Signs that may stand between the beginning of a sentence and its first word. */
const OPENING = 2;
/** A headline of which more of the words begin with a capital than not is written so throughout. */
const HEADLINE_CASE = 0.6;

/** Tokens that are written as names: with a capital where no sentence begins. */
export function namesIn(text: string, tokens: readonly Token[], sentences: readonly Span[]): Token[] {
  const starts = sentences.map(({ start }) => start);
  let next = 0;
  return tokens.filter((token) => {
    while ((starts[next + 1] ?? Number.POSITIVE_INFINITY) <= token.start) next++;
    const distance = token.start - (starts[next] ?? 0);
    return distance >= OPENING && isCapital(text, token);
  });
}

/**
 * Those of a title: with a capital, and nowhere in the text in small letters. The first word, and every word of a title
 * that is all capitals at the beginning, must be a name of the text besides.
 */
export function namesInTitle(
  title: string,
  tokens: readonly Token[],
  known: { readonly isName: (token: Token) => boolean; readonly isSmall: (token: Token) => boolean },
): Token[] {
  const capitals = tokens.filter((token) => isCapital(title, token));
  const isHeadlineCase = capitals.length > tokens.length * HEADLINE_CASE;
  return capitals.filter(
    (token) => known.isName(token) || (!isHeadlineCase && token !== tokens[0] && !known.isSmall(token)),
  );
}

export function isCapital(text: string, { start, form }: Token): boolean {
  return form.length >= SHORTEST && /^\p{Lu}/u.test(text.slice(start, start + 2));
}
