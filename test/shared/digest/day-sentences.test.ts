import { describe, expect, test } from "vitest";
import { daySentences } from "../../../shared/digest/day-sentences.ts";
import { localeOf } from "../../../shared/digest/locale.ts";
import { WORDS } from "../../../shared/digest/wording.ts";
import { DIGEST_LANGUAGES, type DigestLanguage } from "../../../shared/model.ts";
import { historyBefore } from "../../support/a-history.ts";
import { aMatch, anArticle, anEdition, DAY } from "../../support/an-edition.ts";

const sentences = (language: DigestLanguage, edition = anEdition()) =>
  daySentences(edition, localeOf(language, "Asia/Tashkent")).map((text) => text.replaceAll("\u00a0", " "));

test.each<[DigestLanguage, readonly string[]]>([
  [
    "ru",
    [
      "Просмотрено: 75 материалов 9 изданий, по нашим темам 15.",
      "За тезисы 8 материалов, против 4 материала; затронуто тезисов: 4 из 7.",
      "Не услышаны 2 издания.",
    ],
  ],
  [
    "en",
    [
      "Seen: 75 articles from 9 outlets, 15 on our themes.",
      "8 articles for the claims, 4 articles against; 4 of 7 claims touched.",
      "2 outlets were not heard.",
    ],
  ],
  [
    "kk",
    [
      "Қаралды: 9 басылымнан 75 материал, тақырыбымыз бойынша 15.",
      "Тезистерді қостайтын 8 материал, қарсы 4 материал; қозғалған тезис: 7 ішінен 4.",
      "2 басылым естілмеді.",
    ],
  ],
  [
    "uz",
    [
      "Koʻrildi: 9 ta nashrdan 75 ta material, mavzularimizda 15 ta.",
      "Tezislarni quvvatlovchi 8 ta material, qarshi 4 ta material; toʻxtalingan tezislar: 7 tadan 4 ta.",
      "2 ta nashr eshitilmadi.",
    ],
  ],
])("a day without a past, in %s", (language, expected) => {
  expect(sentences(language)).toEqual(expected);
});

describe("with days before it", () => {
  const against = (id: string, i: number) =>
    aMatch({ article: anArticle({ id: `${i}`.padStart(16, "0") }), position: { id, relation: "against" } });
  const history = historyBefore(DAY, 20, () => ({ positions: { p4: [1, 0, 0], p1: [1, 0, 0] } }));
  const edition = anEdition({ history, matches: [against("p4", 1), against("p1", 2)] });

  test("compares with the day before, and names what is unlike other days, one of a kind", () => {
    const [, weighed, unlike] = sentences("en", edition);
    expect(weighed).toContain("(the day before: 6 for, 3 against)");
    expect(unlike).toMatch(/^For the first time something speaks against “Today’s trust[^”]+” and 1 more; 2 outlets/u);
  });

  test.each(DIGEST_LANGUAGES)("leaves nothing unfilled in %s", (language) => {
    for (const text of sentences(language, edition)) expect(text).not.toMatch(/[{}#]|undefined/u);
  });
});

/** Every text of an interface, by its path. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe.each(DIGEST_LANGUAGES)("the words of %s", (language) => {
  const own = new Map(texts(WORDS[language]));

  test("fill in the same names as the Russian ones", () => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].toSorted();
    for (const [path, text] of texts(WORDS.ru)) {
      if (/\.(?:one|few|many|other)$/u.test(path)) continue;
      const mine = own.get(path);
      if (mine !== undefined) expect([path, names(mine)]).toEqual([path, names(text)]);
    }
  });

  test("are written in its own letters", () => {
    const cyrillic = /[А-Яа-яЁё]/u;
    const inCyrillic = language === "ru" || language === "kk";
    const strays = [...own].filter(
      ([, text]) =>
        /\p{L}{3}/u.test(text.replace(/\{\w+\}|JavaScript|deliver/gu, "")) && cyrillic.test(text) !== inCyrillic,
    );
    expect(strays).toEqual([]);
  });

  test("count with the sign for a number, but where a name stands apart from it", () => {
    for (const [path, text] of own)
      if (/\.other$/u.test(path) && !path.includes("figures"))
        expect([path, text]).toEqual([path, expect.stringContaining("#")]);
  });
});

test("Uzbek is written with its own turned comma, not with an apostrophe of some keyboard", () => {
  for (const [path, text] of texts(WORDS.uz))
    expect([path, text]).toEqual([path, expect.not.stringMatching(/[oOgG]['’‘`]/u)]);
});
