import { type WordForms, whole } from "./word-form.ts";

/** Plural; what binds the next word, or whose it is; object, or "and". */
const CHAIN = "(?:ҳо|он|ён|гон|вон)?(?:и|е|ам|ат|аш|амон|атон|ашон|ям|ят|яш|ямон|ятон|яшон)?(?:ро|у|ю)?";
const ENDINGS = whole(CHAIN);
/** ӣ is written и as soon as something follows: ҳамкорӣ, ҳамкории. */
const AFTER_LONG_I = whole(`ӣ|и(?=.)${CHAIN}`);

export const tajik: WordForms = {
  stems: (word) =>
    word.endsWith("ӣ") ? [{ stem: word.slice(0, -1), endings: AFTER_LONG_I }] : [{ stem: word, endings: ENDINGS }],
  acronym: (word) => [{ stem: word, endings: ENDINGS }],
};
