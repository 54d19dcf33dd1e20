import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { APOSTROPHES, fold, INVISIBLES } from "../../../shared/text/fold.ts";
import { tokenise } from "../../../shared/text/tokens.ts";
import { anyText } from "../../support/any-text.ts";
import { HOSTILE } from "../../support/hostile.ts";

const formsOf = (text: string) => tokenise(text).map(({ form }) => form);

describe("the words of", () => {
  test.each<[text: string, forms: string[]]>([
    ["Казахстан и Узбекистан", ["казахстан", "и", "узбекистан"]],
    ["Жалал-Абад, 2025-жылы", ["жалал", "абад", "2025", "жылы"]],
    ["Oʻzbekiston, O‘zbekiston, O'zbekiston", ["oʼzbekiston", "oʼzbekiston", "oʼzbekiston"]],
    ["togʻ, tog‘, tog' va bog’", ["togʼ", "togʼ", "togʼ", "va", "bogʼ"]],
    ["Toʻgʻri maʼno", ["toʼgʼri", "maʼno"]],
    ["'Reform' said ‘it’, ʻtheyʼ", ["reform", "said", "it", "they"]],
    ["the states' vote, Kazakhstan's", ["the", "states", "vote", "kazakhstanʼs"]],
    ["Қазақ\u00adстан", ["қазақстан"]],
    ["\ufeffРынок\u200b", ["рынок"]],
    ["и\u0306од", ["йод"]],
    ["1,5 млн (52,6%)", ["1", "5", "млн", "52", "6"]],
    ["U.S. — т.е.", ["u", "s", "т", "е"]],
    ["哈萨克斯坦 😀", ["哈萨克斯坦"]],
    ["", []],
    ["… — «»", []],
  ])("%j", (text, forms) => {
    expect(formsOf(text)).toEqual(forms);
  });

  test("a row of letters too long for a word is passed over", () => {
    expect(formsOf(`до ${"я".repeat(61)} после ${"ю".repeat(60)}`)).toEqual(["до", "после", "ю".repeat(60)]);
  });
});

describe("offsets", () => {
  const texts = anyText([..."яЙёʻ'’`аoOgG -.\u00ad\u0301\u200f\ud8001ғ中"], 200);

  test("what stands at a token's place folds to its form, in any script", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, form } of tokenise(text)) expect(fold(text.slice(start, end))).toBe(form);
      }),
      { numRuns: 1_000 },
    );
  });

  test("tokens stand in order, apart, and hold a letter or digit each", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, form } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(form).toMatch(/[\p{L}\p{N}]/u);
          last = end;
        }
      }),
    );
  });

  test("no letter or digit is left out of a text of common words", () => {
    const word = fc.string({ unit: fc.constantFrom(..."яқhoʻg7"), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(word).map((words) => words.join(", ")),
        (text) => {
          const covered = new Set(
            tokenise(text).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
          );
          for (const { index } of text.matchAll(/[яқhog7]/gu)) expect(covered).toContain(index);
        },
      ),
    );
  });

  test("a part of a text has the tokens of the whole, at the same places", () => {
    const text = "Вода. Канал Қосқұдық. Toʻgʻon.";
    const whole = tokenise(text);
    expect(tokenise(text, 6, 21)).toEqual(whole.filter(({ start }) => start >= 6 && start < 21));
  });
});

describe("the definition of a word", () => {
  const between = `[${APOSTROPHES}${INVISIBLES}]`;
  const sign = `[[\\p{L}\\p{M}\\p{N}]--${between}]`;
  const word = new RegExp(`(?=[\\p{L}\\p{N}])${sign}+(?:${between}+${sign}+)*(?:(?<=[OGog])[${APOSTROPHES}])?`, "gv");
  const definedWords = (text: string) =>
    Array.from(text.matchAll(word), ({ index, 0: written }) => ({ start: index, end: index + written.length })).filter(
      ({ start, end }) => end - start <= 60,
    );
  const placesOf = (text: string) => tokenise(text).map(({ start, end }) => ({ start, end }));

  test.each<[why: string, signs: string[]]>([
    ["letters and apostrophes", [..."яЙёʻ'’`аoOgG -.1ғ"]],
    ["marks, invisible characters and halves of pairs", [..."яg\u00ad\u0301\u200f\ud800\udc00中😀𐐷 "]],
    ["rare letters and punctuation", [..."ßſK҂ªº_×÷№—“«\u00a0ԱאَعŁ "]],
  ])("holds for texts of %s", (_, signs) => {
    fc.assert(
      fc.property(anyText(signs, 60), (text) => {
        expect(placesOf(text)).toEqual(definedWords(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test("holds for every code unit, alone and between letters", () => {
    for (let code = 0; code <= 0xffff; code++) {
      const text = `${String.fromCharCode(code)} я${String.fromCharCode(code)}я`;
      if (JSON.stringify(placesOf(text)) !== JSON.stringify(definedWords(text))) expect.fail(code.toString(16));
    }
  });
});

describe("of a million code units of hostile text the words are", () => {
  const NUMBERS: Readonly<Record<string, number>> = {
    "a letter before apostrophes": 1,
    initials: 333_333,
    abbreviations: 180_000,
    "soft hyphens after a letter": 1,
    "opening tags": 500_000,
  };
  test.each(Object.entries(HOSTILE))("%s", (what, text) => {
    // What joins into one endless word is none.
    expect(tokenise(text)).toHaveLength(NUMBERS[what] ?? 0);
  });

  test("every one of an article of five million", () => {
    expect(tokenise("Президент прибыл в Oʻzbekiston, 12 февраля. ".repeat(120_000))).toHaveLength(720_000);
  });
});
