/**
 * Endings of Russian and English that part forms of one word most often. What is left is cut to a few letters, which is
 * all that Turkic and Tajik words need: their endings are many, their roots stand first.
 */
const RUSSIAN =
  /(?:иями|ями|ами|иях|ях|ах|ого|его|ому|ему|ыми|ими|ией|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ом|ем|ов|ев|ям|ам|ия|ию|ии|ья|ью|ье|ьи|а|е|и|й|о|у|ы|ь|ю|я)$/u;
const REFLEXIVE = /(?:ся|сь)$/u;
const ENGLISH = /(?:ʼs|ing|ed|es|s)$/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** So much of a word is left by all means, in letters. */
const SHORTEST = 3;
/** So much is compared: chosen on pairs of news among 4 to 7, all of which differ little. */
const LONGEST = 6;

/** A folded word as it is compared within one language: crude, for comparing texts; watched words have real forms. */
export function rootOf(form: string): string {
  const cut = CYRILLIC.test(form)
    ? without(RUSSIAN, form.length > LONGEST ? form.replace(REFLEXIVE, "") : form)
    : without(ENGLISH, form);
  return cut.slice(0, LONGEST);
}

function without(ending: RegExp, word: string): string {
  return word.replace(ending, (letters) => (word.length - letters.length >= SHORTEST ? "" : letters));
}
