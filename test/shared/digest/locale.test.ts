import { describe, expect, test } from "vitest";
import { localeOf } from "../../../shared/digest/locale.ts";
import { WORDS } from "../../../shared/digest/wording.ts";

const ru = localeOf("ru", "Asia/Tashkent");
const en = localeOf("en", "Asia/Tashkent");

describe("counting", () => {
  test.each([
    [0, "0\u00a0материалов", "0\u00a0articles"],
    [1, "1\u00a0материал", "1\u00a0article"],
    [2, "2\u00a0материала", "2\u00a0articles"],
    [11, "11\u00a0материалов", "11\u00a0articles"],
    [21, "21\u00a0материал", "21\u00a0articles"],
    [1_204, "1\u00a0204\u00a0материала", "1,204\u00a0articles"],
  ])("%i", (number, russian, english) => {
    expect(ru.count(number, WORDS.ru.articles)).toBe(russian);
    expect(en.count(number, WORDS.en.articles)).toBe(english);
  });

  test.each(["one", "few", "many"] as const)("Russian has a form for %s wherever its nouns change", (category) => {
    const { articles, moreLines, silentPositions, problems, judgedByOther } = WORDS.ru;
    for (const forms of [articles, moreLines, silentPositions, problems, judgedByOther])
      expect(forms[category]).toBeDefined();
  });
});

describe("dates", () => {
  test("a day is the same day in every zone", () => {
    for (const zone of ["Pacific/Kiritimati", "Asia/Tashkent", "Pacific/Pago_Pago"])
      expect(localeOf("ru", zone).date("2026-02-10")).toBe("10 февраля 2026");
    expect(en.date("2026-02-10")).toBe("10 February 2026");
    expect(ru.month("2026-02")).toBe("февраль 2026");
    expect(ru.weekday("2026-02-10")).toBe("вторник");
  });

  test.each([
    ["kk", "2026\u00a0ж. 10 ақпан", "2026\u00a0ж. ақпан", "сейсенбі", "12\u00a0345"],
    ["uz", "10-fevral, 2026", "fevral, 2026", "seshanba", "12\u00a0345"],
  ] as const)("are said as %s says them", (language, date, month, weekday, number) => {
    const locale = localeOf(language, "Asia/Tashkent");
    expect([locale.date("2026-02-10"), locale.month("2026-02"), locale.weekday("2026-02-10")]).toEqual([
      date,
      month,
      weekday,
    ]);
    expect(locale.number(12_345)).toBe(number);
  });

  test.each([
    ["2026-02-10T04:10:00.000Z", "09:10", "09:10"],
    ["2026-02-09T19:00:00.000Z", "00:00", "00:00"],
    ["2026-02-09T18:59:00.000Z", "9 февраля, 23:59", "9 February, 23:59"],
    ["2025-12-31T12:00:00.000Z", "31 декабря 2025, 17:00", "31 December 2025, 17:00"],
  ])("%s is told by the edition's clock, with its date where that is another day", (instant, russian, english) => {
    expect(ru.time(instant, "2026-02-10")).toBe(russian);
    expect(en.time(instant, "2026-02-10")).toBe(english);
  });
});

describe("names", () => {
  test.each([
    ["KZ", "Казахстан", "Kazakhstan"],
    ["KG", "Кыргызстан", "Kyrgyzstan"],
    ["<b>", "<b>", "<b>"],
  ])("the country %s", (code, russian, english) => {
    expect(ru.country(code)).toBe(russian);
    expect(en.country(code)).toBe(english);
  });

  test("a language that could not be told is said so", () => {
    expect(ru.languageName("und")).toBe("язык не определён");
    expect(ru.languageName("ky")).toBe("кыргызский");
    expect(en.languageName("tg")).toBe("Tajik");
  });
});
