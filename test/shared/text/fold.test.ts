import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../shared/text/fold.ts";
import { anyText } from "../../support/any-text.ts";

describe("words are compared alike", () => {
  test.each<[why: string, one: string, other: string]>([
    ["case", "ҚАЗАҚСТАН", "қазақстан"],
    ["ё and е", "актёр", "актер"],
    ["Ё in capitals", "ЁЛКА", "елка"],
    ["a letter in two parts", "и\u0306", "й"],
    ["ё in two parts", "е\u0308", "е"],
    ["İ of Turkish", "İstanbul", "istanbul"],
    ["a stressed vowel", "во\u0301ды", "воды"],
    ["a soft hyphen", "Казах\u00adстан", "казахстан"],
    ["a zero-width space", "Казах\u200bстан", "казахстан"],
    ["a mark of direction", "\u200eКазахстан\u200f", "казахстан"],
    ["a variation selector", "Казахстан\ufe0f", "казахстан"],
    ["two apostrophes for one", "O''zbekiston", "Oʻzbekiston"],
    ["a Latin c typed among Cyrillic", "палатаcынын", "палатасынын"],
    ["Latin i for Kazakh і", "өңiр", "өңір"],
    ["Latin capitals among Cyrillic", "CЕКТОP", "сектор"],
  ])("%s: %j as %j", (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each(["ʻ", "ʼ", "'", "‘", "’", "`", "´", "′", "ʹ", "‛", "＇"])("Oʻzbekiston with %s", (sign) => {
    expect(fold(`O${sign}zbekiston`)).toBe("oʼzbekiston");
  });
});

test.each([
  ["й is not и", "край", "краи"],
  ["қ is not к", "қала", "кала"],
  ["ı is not i", "ıs", "is"],
  ["é is not e", "résumé", "resume"],
  ["Latin stays Latin", "cop", "сор"],
  ["a Latin name with a Cyrillic ending stays as it is", "telegramе", "теlеgrаmе"],
])("%s", (_, one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test("folding twice changes nothing", () => {
  fc.assert(
    fc.property(anyText(["i", "И", "\u0306", "\u0307", "\u0301", "ё", "'", "ʼ", "K", "о"], 8), (word) => {
      expect(fold(fold(word))).toBe(fold(word));
    }),
    { numRuns: 1_000 },
  );
});

test("a word in any writing folds as its composed and its decomposed form do", () => {
  const letters = fc.constantFrom(..."ЙйЁёҒғЎўӢӣÝýŞşÄäňçaя");
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (word) => {
      expect(fold(word.normalize("NFD"))).toBe(fold(word.normalize("NFC")));
    }),
  );
});

test("a word folds as it does with a soft hyphen in it, which takes a closer look", () => {
  fc.assert(
    fc.property(anyText([..."яЙёЁәҒaGoÝşİıß1ʻʼ'’`´′ʹ＇"], 8), (word) => {
      expect(fold(word)).toBe(fold(`${word}\u00ad`));
    }),
    { numRuns: 2_000 },
  );
});

test("a word folds alike however many others were folded in between", () => {
  const words = Array.from({ length: 120_000 }, (_, i) => `Ёж${i}`);
  const forms = words.map(fold);
  expect(forms.every((form, i) => form === `еж${i}`)).toBe(true);
  expect(words.map(fold)).toEqual(forms);
});
