/**
 * How much is kept of what comes from outside, in UTF-16 code units: far above what any outlet writes, and so that a
 * whole item or article, at three bytes of UTF-8 a unit, fits the 400 KB of a DynamoDB record.
 */
export const LONGEST_TEXT = 100_000;
/** Of a summary beside the full text. */
export const LONGEST_SUMMARY = 10_000;
/** Of a title or an author's name. */
export const LONGEST_LINE = 1_000;
/** A longer address is none: browsers and servers refuse it as well. */
export const LONGEST_ADDRESS = 4_000;
/** Of an ETag or a date; what is longer is not sent back. */
export const LONGEST_VALIDATOR = 500;

/** The first `most` code units of `text`, never half a surrogate pair; halves that stand alone in it become U+FFFD. */
export function cut(text: string, most: number): string {
  const splitsPair = text.length > most && /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return text.slice(0, splitsPair ? most - 1 : most).toWellFormed();
}
