/** Inside of a character class: what is written for an apostrophe in Uzbek and others, ʹ ʻ ʼ ʽ ' ‘ ’ ‛ ` ´ ′ ＇. */
export const APOSTROPHES = "\\u02b9\\u02bb-\\u02bd'\\u2018\\u2019\\u201b`\\u00b4\\u2032\\uff07";
/** Inside of a character class: what nobody sees, such as soft hyphens, joiners, marks of direction (UAX #44). */
export const INVISIBLES = "\\p{Default_Ignorable_Code_Point}";

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]+`, "gu");
const INVISIBLE = new RegExp(`[${INVISIBLES}]+`, "gu");
/** Combining marks stacked on one letter beyond what any of our languages writes. */
const STACKED = /(\p{M}{2})\p{M}+/gu;

/** Latin letters that look like Cyrillic ones and slip in among them: one key, another keyboard. Small ones follow. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  ["AА", "BВ", "CС", "EЕ", "HН", "IІ", "KК", "MМ", "OО", "PР", "TТ", "XХ", "YУ"]
    .concat(["aа", "cс", "eе", "iі", "oо", "pр", "xх", "yу", "əә"])
    .map(([latin = "", cyrillic = ""]) => [latin, cyrillic]),
);
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Cyrillic letters, and of the Latin ones only such as look like them. */
const MIXED = new RegExp(`^(?:\\P{Script=Latin}|[${Object.keys(LOOKALIKES).join("")}])+$`, "u");

/** Most words: composed letters of one script, which only have to be made small, with apostrophes. */
const PLAIN = new RegExp(
  `^(?:[\\d\\u0400-\\u0481\\u048a-\\u04ff${APOSTROPHES}]+|[\\da-z\\u00c0-\\u012f\\u0131-\\u017f${APOSTROPHES}]+)$`,
  "iu",
);

/** Distinct words remembered with their forms at a time. */
const REMEMBERED = 50_000;
const remembered = new Map<string, string>();

/**
 * A word as it is compared: composed (NFC), lower case, ё as е, one kind of apostrophe, one script, nothing invisible.
 * Applied to whole tokens only, so offsets into the original need no bookkeeping. Folding twice changes nothing.
 */
export function fold(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const form = ownCopy(formOf(word));
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(ownCopy(word), form);
  return form;
}

/** V8 copies shorter slices at once (SlicedString::kMinLength). In UTF-16 code units. */
const SHORTEST_SLICE = 13;

/** The same string in memory of its own: V8 keeps the whole text for as long as a slice of it is kept. */
function ownCopy(slice: string): string {
  return slice.length < SHORTEST_SLICE ? slice : Array.from(slice).join("");
}

function formOf(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase().replaceAll("\u0451", "\u0435").replace(APOSTROPHE, "\u02bc");
  return inOneScript(word.replace(INVISIBLE, "").replace(STACKED, "$1").normalize("NFC"))
    .toLowerCase()
    .replace(/[\u0300\u0301]/gu, "") // the stress of a word, where it is no letter's own
    .replace(/i\u0307+/gu, "i") // İ of Turkish and its kin
    .replace(/[\u0435\u0451]\u0308*/gu, "\u0435")
    .normalize("NFC")
    .replace(STACKED, "$1") // again: some letters have come apart
    .replace(APOSTROPHE, "\u02bc");
}

function inOneScript(word: string): string {
  if (!LATIN.test(word) || !CYRILLIC.test(word) || !MIXED.test(word)) return word;
  return Array.from(word, (letter) => LOOKALIKES[letter] ?? letter).join("");
}
