import { UNCHANGED, type WordForms, whole } from "./word-form.ts";

/** Words so short have too many neighbours to be verbs: ban, banner. In letters. */
const SHORT = 3;
/** Words between words: the is no verb whose form thing were. */
const BETWEEN: ReadonlySet<string> = new Set(
  "and are but for from has not off out own per the via was with you".split(" "),
);
/** Nouns whose forms as verbs would be other words: the United States are no unit. */
const NO_VERBS: ReadonlySet<string> = new Set(["count", "unit"]);

const NOUN = "|s|\u02bcs";
const VERB = "|ed|ing";

/** By the end of the base form, tried in order: what is cut off, and the endings that take its place. */
const CLASSES: readonly (readonly [cut: RegExp, endings: RegExp])[] = [
  [/(?<=si)s$/u, whole("s|s\u02bcs")], // crisis; its plural is below
  [/(?<=[^aeiou])y$/u, whole("y|ies|ied|ying|y\u02bcs")],
  [/e$/u, whole("e|es|ed|ing|eing|e\u02bcs")],
  [/(?<=[osxz]|[cs]h)$/u, whole(`${NOUN}|es${VERB}`)],
  [/$/u, whole(`${NOUN}${VERB}`)],
];
const SHORT_NOUN = whole(NOUN);
const DOUBLED = whole("ed|ing");

export const english: WordForms = {
  stems: (word) => {
    if (word.length < SHORT || BETWEEN.has(word)) return [{ stem: word, endings: UNCHANGED }];
    const [cut, endings] = CLASSES.find(([end]) => end.test(word)) ?? [/$/u, UNCHANGED];
    const isNoun = (word.length === SHORT && !/[sxyz]$/u.test(word)) || NO_VERBS.has(word);
    return [
      isNoun ? { stem: word, endings: SHORT_NOUN } : { stem: word.replace(cut, ""), endings },
      ...(NO_VERBS.has(word) ? [] : doubled(word)),
      ...plural(word),
    ];
  },
  acronym: (word) => [{ stem: word, endings: whole(NOUN) }],
};

/** ban, banned; transfer, transferring. */
function doubled(word: string) {
  return /[^aeiou][aeiou][bdglmnprt]$/u.test(word) ? [{ stem: word + word.slice(-1), endings: DOUBLED }] : [];
}

/** crisis, crises; chairman, chairmen. */
function plural(word: string) {
  if (word.endsWith("sis")) return [{ stem: `${word.slice(0, -2)}es`, endings: UNCHANGED }];
  return word.endsWith("man") ? [{ stem: `${word.slice(0, -2)}en`, endings: whole("|\u02bcs") }] : [];
}
