import type { WordForms } from "./word-form.ts";

const PLAIN = /^(?:|s|es|ed|ing|er|ers|\u02bcs|s\u02bc)$/u;
const AFTER_E = /^(?:e|es|ed|ing|er|ers|e\u02bcs)$/u;
const AFTER_Y = /^(?:y|ies|ied|ying|y\u02bcs)$/u;

export const english: WordForms = {
  stems: (word) => {
    if (/[^aeiou]y$/u.test(word)) return [{ stem: word.slice(0, -1), endings: AFTER_Y }];
    if (word.endsWith("e")) return [{ stem: word.slice(0, -1), endings: AFTER_E }];
    const doubled = /[^aeiou][aeiou][bdgmnpt]$/u.test(word)
      ? [{ stem: word + word.at(-1), endings: /^(?:ed|ing|er|ers)$/u }]
      : [];
    return [{ stem: word, endings: PLAIN }, ...doubled];
  },
};
