import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../shared/text/fold.ts";
import { tokenise } from "../../../shared/text/tokens.ts";
import { anyText } from "../../support/any-text.ts";
import { BOUND_MS, HOSTILE, millisecondsOf } from "../../support/hostile.ts";

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

describe("a million code units are read in one go", () => {
  test.each(Object.entries(HOSTILE))("%s", (_, text) => {
    expect(millisecondsOf(() => tokenise(text))).toBeLessThan(BOUND_MS);
  });
});
