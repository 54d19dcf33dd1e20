import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLexicon } from "../../../shared/matching/lexicon.ts";
import { LANGUAGES } from "../../../shared/model.ts";
import { fold } from "../../../shared/text/fold.ts";
import { tokenise } from "../../../shared/text/tokens.ts";
import { foundBy } from "../../support/word-forms.ts";

describe("how a word is looked for", () => {
  test.each<[mode: "form" | "prefix" | "exact", base: string, text: string, found: string[]]>([
    ["form", "вода", "Вода воды водный", ["Вода", "воды"]],
    ["exact", "вода", "Вода воды ВОДА", ["Вода", "ВОДА"]],
    ["prefix", "вод", "Вода воды водный завод", ["Вода", "воды", "водный"]],
    ["prefix", "МИД", "МИДовский мидия", ["МИДовский"]],
    ["exact", "EU", "EU EU's eu", ["EU"]],
  ])("%s: %s", (mode, base, text, found) => {
    expect(foundBy(base, "any", text, mode)).toEqual(found);
  });

  test("words of no language go by the script", () => {
    expect(foundBy("канал", "any", "каналы каналов canals")).toEqual(["каналы", "каналов"]);
    expect(foundBy("canal", "any", "canals canal's каналы")).toEqual(["canals", "canal's"]);
  });

  test("Uzbek in Latin is looked for in Cyrillic too, also by how it begins", () => {
    expect(foundBy("chegara", "uz", "chegarada чегарада")).toEqual(["chegarada", "чегарада"]);
    expect(foundBy("yoʻlovchi", "uz", "yo‘lovchilar йўловчилар", "prefix")).toEqual(["yo‘lovchilar", "йўловчилар"]);
  });
});

test("the same word has the same number, another language's its own", () => {
  const lexicon = createLexicon();
  const word = { text: "банк", mode: "form", written: "банк" } as const;
  expect(lexicon.add(word, "ru")).toBe(lexicon.add(word, "ru"));
  expect(lexicon.add(word, "kk")).not.toBe(lexicon.add(word, "ru"));
  expect(lexicon.add({ ...word, mode: "exact" }, "ru")).not.toBe(lexicon.add(word, "ru"));
});

test("a word that is added after a text was read is found all the same", () => {
  const lexicon = createLexicon();
  const [token] = tokenise("банки");
  if (token === undefined) throw new Error("no token");
  expect(lexicon.lookUp(token, "банки")).toEqual([]);
  const number = lexicon.add({ text: "банк", mode: "form", written: "банк" }, "ru");
  expect(lexicon.lookUp(token, "банки")).toEqual([number]);
});

test.each(LANGUAGES)("whatever the word, it finds itself under the rules of %s", (language) => {
  const letters = fc.constantFrom(..."абгдеийкқлмнөрстуүўцчшьыюяaeghiknoqrstuwyzňʼ");
  fc.assert(
    fc.property(fc.string({ unit: letters, minLength: 2, maxLength: 12 }), (written) => {
      const word = fold(tokenise(written)[0]?.form ?? "вода");
      fc.pre(tokenise(word)[0]?.form === word); // аoʼ becomes аоʼ, whose apostrophe is no letter's
      expect(foundBy(word, language, word)).toEqual([word]);
    }),
    { examples: [["ый"], ["ами"], ["ец"], ["lar"]] },
  );
});

test("capitals are told from small letters whatever was looked up before, and in any script", () => {
  const words = "WHO who Who ЕС ес Ес ӘӨ әө";
  for (const [base, found] of [
    ["WHO", ["WHO"]],
    ["ЕС", ["ЕС"]],
    ["ӘӨ", ["ӘӨ"]],
  ] as const)
    expect(foundBy(base, "any", `${words} ${words}`, "exact")).toEqual([...found, ...found]);
});
