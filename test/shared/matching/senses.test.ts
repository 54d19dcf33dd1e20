import { describe, expect, test } from "vitest";
import { createSenses } from "../../../shared/matching/senses.ts";
import type { Language } from "../../../shared/model.ts";

const thesaurus = [
  "agree/deal | ru: договор соглашение | en: agreement | kk: келісім | uz: kelishuv",
  "rail/wagon | ru: вагон | en: rail wagon",
  "rail/track | ru: путь пути | en: rail",
].join("\n");
const senses = (form: string, language: Language = "ru") => createSenses(language, thesaurus)(form);

describe("the senses of a word", () => {
  test("are found by how it begins, with their classes", () => {
    expect(senses("вагонами")).toEqual(["~rail/wagon", "~rail"]);
    expect(senses("келісімдеріміз", "kk")).toEqual(["~agree/deal", "~agree"]);
  });

  test("are found behind the endings that a word has in the thesaurus, and of Uzbek in both scripts", () => {
    expect(senses("соглашения")).toContain("~agree/deal");
    expect(senses("kelishuvimiz", "uz")).toContain("~agree/deal");
    expect(senses("келишувимиз", "uz")).toContain("~agree/deal");
  });

  test("may be several; a class that two of them share counts once", () => {
    expect(senses("rails", "en")).toEqual(["~rail/wagon", "~rail", "~rail/track"]);
  });

  test.each([
    ["another word", "вода"],
    ["more than an ending behind the beginning", "договороспособность"],
    ["four letters alone of a long word", "путиловская"],
    ["a word of another language", "agreement"],
  ])("are none of %s", (_, form) => {
    expect(senses(form)).toEqual([]);
  });

  test("are none where there is no thesaurus, or none of the language", () => {
    expect(createSenses("ru", "")("вагон")).toEqual([]);
    expect(senses("вагон", "tk")).toEqual([]);
  });
});
