/** Written for apostrophe in Uzbek and others: ʻ ʼ ' ‘ ’ ` ´ ′. */
const APOSTROPHES = /[\u02bb\u02bc'\u2018\u2019`\u00b4\u2032]/gu;
/** Characters inside words that nobody sees: soft hyphen, zero-width space, joiners, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** Combining marks stacked on one letter beyond what any of our languages writes. */
const STACKED = /(\p{M}{2})\p{M}+/gu;

/**
 * A word as it is compared: composed (NFC), lower case, ё as е, one kind of apostrophe, nothing invisible. Applied to
 * whole tokens only, so offsets into the original need no bookkeeping.
 */
export function fold(word: string): string {
  return word
    .replace(INVISIBLE, "")
    .replace(STACKED, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/\u0451/gu, "\u0435")
    .replace(APOSTROPHES, "\u02bc");
}
