import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generate } from "../../../bench/train-languages.ts";
import { identifyLanguage, weighLanguage } from "../../../shared/languages/identify-language.ts";
import { LANGUAGES, type LanguageTag } from "../../../shared/model.ts";
import { anyText } from "../../support/any-text.ts";
import { HOSTILE } from "../../support/hostile.ts";

const TEXTS: readonly (readonly [language: LanguageTag, text: string])[] = [
  ["ru", "Президенты двух стран договорились о строительстве нового канала"],
  ["ru", "На границе открыли ещё один пункт пропуска для грузовиков"],
  ["ru", "Цены на хлеб выросли"],
  ["en", "The two presidents agreed to build a new canal across the border"],
  ["en", "Trade between the neighbours grew by a fifth last year"],
  ["en", "Grain prices rise again"],
  ["kk", "Екі елдің президенттері жаңа канал салу туралы келісті"],
  ["kk", "Шекарада жүк көліктері үшін тағы бір өткізу бекеті ашылды"],
  ["kk", "Нан бағасы қымбаттады"],
  ["kk", "Eki eldıñ prezidentterı jaña kanal salu turaly kelıstı"],
  ["kk", "Şekarada jük kölıkterı üşın tağy bır ötkızu beketı aşyldy"],
  ["uz", "Ikki davlat prezidentlari yangi kanal qurishga kelishib oldi"],
  ["uz", "Chegarada yuk mashinalari uchun yana bir o'tkazish punkti ochildi"],
  ["uz", "Non narxi koʻtarildi"],
  ["uz", "Икки давлат президентлари янги канал қуришга келишиб олди"],
  ["uz", "Чегарада юк машиналари учун яна бир ўтказиш пункти очилди"],
  ["ky", "Эки өлкөнүн президенттери жаңы канал куруу боюнча макулдашты"],
  ["ky", "Чек арада жүк ташуучу унаалар үчүн дагы бир өткөрмө бекет ачылды"],
  ["ky", "Нандын баасы өстү"],
  ["tg", "Президентони ду кишвар дар бораи сохтмони канали нав мувофиқа карданд"],
  ["tg", "Дар сарҳад боз як гузаргоҳ барои мошинҳои боркаш кушода шуд"],
  ["tg", "Нархи нон боло рафт"],
  ["tk", "Iki ýurduň prezidentleri täze kanal gurmak barada ylalaşdylar"],
  ["tk", "Serhetde ýük ulaglary üçin ýene bir geçiş nokady açyldy"],
  ["tk", "Çöregiň bahasy ýokarlandy"],
  ["tr", "İki ülkenin cumhurbaşkanları yeni bir kanal inşa etmek için anlaştı"],
  ["tr", "Sınırda kamyonlar için bir geçiş noktası daha açıldı"],
  ["az", "İki ölkənin prezidentləri yeni kanal çəkmək barədə razılığa gəldilər"],
  ["az", "Sərhəddə yük maşınları üçün daha bir buraxılış məntəqəsi açıldı"],
  ["tt", "Ике ил президентлары яңа канал төзү турында килештеләр"],
  ["tt", "Чиктә йөк машиналары өчен тагын бер үткәрү пункты ачылды"],
  ["uk", "Президенти двох країн домовилися про будівництво нового каналу"],
  ["uk", "На кордоні відкрили ще один пункт пропуску для вантажівок"],
  ["be", "Прэзідэнты дзвюх краін дамовіліся аб будаўніцтве новага канала"],
  ["be", "На мяжы адкрылі яшчэ адзін пункт пропуску для грузавікоў"],
  ["zh", "两国总统就修建新运河达成协议"],
  ["zh", "边境又开放了一个货车口岸"],
];

describe("a sentence or a title tells its language by itself", () => {
  test.each(TEXTS)("%s: %s", (language, text) => {
    expect(identifyLanguage(text)).toBe(language);
  });

  test("every language that is read is among them, two or three times", () => {
    for (const language of LANGUAGES)
      expect(TEXTS.filter(([told]) => told === language).length).toBeGreaterThanOrEqual(3);
  });
});

describe("what the source usually writes in", () => {
  test.each<[text: string, prior: LanguageTag]>([
    ["Шавкат Мирзиёев", "uz"],
    ["Шавкат Мирзиёев", "ru"],
    ["Астана — Бишкек", "ky"],
    ["Астана — Бишкек", "kk"],
    ["Kassym-Jomart Tokayev", "en"],
    ["Toshkent, Samarqand, Buxoro", "uz"],
    ["2025: 14:05", "tg"],
    ["", "tk"],
  ])("decides on %j: %s", (text, prior) => {
    expect(identifyLanguage(text, prior)).toBe(prior);
  });

  test.each(TEXTS.filter(([, text]) => text.length > 35))(
    "does not outweigh a sentence in %s: %s",
    (language, text) => {
      for (const prior of LANGUAGES) expect(identifyLanguage(text, prior)).toBe(language);
    },
  );
});

describe("texts that are not of one piece", () => {
  test.each<[what: string, text: string, language: LanguageTag]>([
    [
      "Russian with Latin names in it",
      "Компания Uzbekistan Airways открыла рейс из Ташкента в Astana International Airport",
      "ru",
    ],
    [
      "English with a Cyrillic name in it",
      "The newspaper «Степной вестник» said that the border had been opened again",
      "en",
    ],
    ["capitals", "ПРЕЗИДЕНТЫ ДВУХ СТРАН ДОГОВОРИЛИСЬ О СТРОИТЕЛЬСТВЕ КАНАЛА", "ru"],
    ["Uzbek with other apostrophes", "Qo‘shni davlatlar o`rtasida yangi yo´llar ochildi", "uz"],
    ["Chinese with numbers and Latin", "中国 2025 年与 Kazakhstan 签署协议", "zh"],
    ["neither letters nor prior", "14:05 — 52,6 %", "und"],
    ["another script", "საქართველო", "und"],
  ])("%s", (_, text, language) => {
    expect(identifyLanguage(text)).toBe(language);
  });
});

test("whatever the text, a language is told", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(identifyLanguage(text)).toMatch(/^[a-z]{2,3}$/u);
    }),
  );
});

test.each(Object.entries(HOSTILE))("a million code units of %s are not read beyond what tells", (_, text) => {
  expect(identifyLanguage(`${text} Нан бағасы`)).toBe(identifyLanguage(text.slice(0, 1_000)));
});

describe("how sure it is", () => {
  test.each(TEXTS.filter(([, text]) => text.length > 60))(
    "%s: of a sentence, whatever the source usually writes in",
    (language, text) => {
      expect(weighLanguage(text)).toMatchObject({ language, isSure: true });
      for (const prior of LANGUAGES) expect(weighLanguage(text, prior).language).toBe(language);
    },
  );

  test("of a few names it is not: the source's language decides, and the text's own is told beside it", () => {
    const told = weighLanguage("Шавкат Мирзиёев", "ru");
    expect(told).toMatchObject({ language: "ru", next: "tg", isSure: false });
    expect(told.ahead).toBeLessThan(0);
  });

  test("what has no letters is the source's, and never sure", () => {
    expect(weighLanguage("2026", "kk")).toEqual({ language: "kk", isSure: false });
  });
});

test("a language is told alike however many texts were read in between", () => {
  const tell = () => TEXTS.map(([, text]) => identifyLanguage(text));
  const before = tell();
  for (let i = 0; i < 60_000; i++) identifyLanguage(`слово${i} word${i}`);
  expect(tell()).toEqual(before);
});

test("the table is the one that npm run languages makes", () => {
  const table = readFileSync(join(import.meta.dirname, "../../../shared/languages/table.ts"), "utf8");
  expect(generate() === table, "run npm run languages").toBe(true);
});
