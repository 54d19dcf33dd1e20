import type { Stem, WordForms } from "./word-form.ts";

const ADJECTIVE = "ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ей|ою|ое|ее|ые|ие|ых|их|ыми|ими";

/**
 * Declensions by the end of the base form, tried in order: what is cut off, and the endings that take its place.
 * After Zaliznyak's classes, merged where the forms of one do not collide with another word's.
 */
const DECLENSIONS: readonly (readonly [cut: RegExp, endings: string])[] = [
  [/(?:ый|ий|ой|ая|ое|ые|ие)$/u, ""], // decided below: adjectives and nouns in -ие share their ends
  [/ия$/u, "ия|ии|ию|ией|ий|иям|иями|иях"],
  [/[ая]$/u, "а|я|ы|и|е|у|ю|ой|ей|ою|ею||ь|ам|ям|ами|ями|ах|ях"],
  [/[ое]$/u, "о|е|а|я|у|ю|ом|ем||й|ам|ям|ами|ями|ах|ях"],
  [/[ыи]$/u, "ы|и||ов|ев|ей|ам|ям|ами|ями|ах|ях|ь"],
  [/ь$/u, "ь|я|ю|ем|ём|и|е|ей|ью|ям|ями|ях"],
  [/й$/u, "й|я|ю|ем|е|и|ев|ям|ями|ях"],
  [/(?<=(?:ов|ев|ин|ын))$/u, "|а|у|ым|ом|е|ы|ых|ами|ыми|ой|ую|ам|ах"], // surnames and nouns alike
  [/$/u, "|а|у|ом|ем|е|ы|и|ов|ев|ей|ам|ям|ами|ями|ах|ях"],
];

const NOUN_IE = "ие|ия|ию|ием|ии|ий|иям|иями|иях|ье|ья|ью|ьем";

export const russian: WordForms = {
  stems: (word) => {
    const [cut, endings] = DECLENSIONS.find(([pattern]) => pattern.test(word)) ?? [/$/u, ""];
    const stem = word.replace(cut, "");
    const all = endings || (/(?:н|ств|т|щ|ч|л)ие$/u.test(word) && !/(?:ск|цк)ие$/u.test(word) ? NOUN_IE : ADJECTIVE);
    return [{ stem, endings: whole(all) }, ...fleeting(word, stem)];
  },
};

/** The vowel that comes and goes in the last syllable: рынок → рынка, сделка → сделок, казахстанец → казахстанца. */
function fleeting(word: string, stem: string): Stem[] {
  const vanishing = /^(.{2,}[^аеиоуыэюя])[ое]([кцн])$/u.exec(word);
  if (vanishing) return [{ stem: `${vanishing[1]}${vanishing[2]}`, endings: whole("а|у|ом|ем|е|ы|и|ов|ев|ам|ами|ах") }];
  const appearing = /^(.{2,}[^аеиоуыэюяьй])([кнлр])$/u.exec(/[аоя]$/u.test(word) ? stem : "");
  if (appearing)
    return ["о", "е"].map((vowel) => ({ stem: `${appearing[1]}${vowel}${appearing[2]}`, endings: whole("") }));
  return [];
}

function whole(endings: string): RegExp {
  return new RegExp(`^(?:${endings})$`, "u");
}
