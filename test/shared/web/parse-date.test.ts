import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDate } from "../../../shared/web/parse-date.ts";
import { anyText } from "../../support/any-text.ts";

const inTashkent = (text: string) => parseDate(text, "Asia/Tashkent");

describe("10 February 2026, 09:05 in Tashkent, as outlets write it", () => {
  test.each([
    "2026-02-10T09:05:00+05:00",
    "2026-02-10T09:05:00.123456+05:00",
    "2026-02-10T04:05:00Z",
    "2026-02-10T04:05Z",
    "2026-02-10T09:05:00",
    "2026-02-10 09:05:00",
    "2026-02-10 09:05:00 +0500",
    "2026-2-10 9:05",
    "2026/02/10 09:05",
    "20260210T040500Z",
    "20260210T0905",
    "Tue, 10 Feb 2026 09:05:00 +0500",
    "Tue, 10 Feb 2026 04:05:00 GMT",
    "Tue, 10 Feb 26 04:05 UT",
    "10 Feb 2026 09:05",
    "10-Feb-2026 09:05",
    "10th of February 2026 09:05",
    "February 10, 2026 09:05",
    "Tuesday, February 10th, 2026 at 9:05 AM",
    "Tue Feb 10 07:05:00 MSK 2026",
    "Tue Feb 10 09:05:00 2026",
    "10 февраля 2026, 09:05",
    "10 февраля 2026 г. в 09:05",
    "10 Февраля 2026 года, 09:05",
    "10 фев. 2026 09:05",
    "вторник, 10 февраля 2026 - 09:05",
    "Вт, 10 фев 2026 09:05:00 +0500",
    "09:05, 10 февраля 2026",
    "09:05 | 10 февраля 2026 г.",
    "Опубликовано: 10 февраля 2026, 09:05",
    "10.02.2026 09:05",
    "10.02.2026, 09:05",
    "10/02/2026 09:05",
    "10.02.26 09:05",
    "09:05 10.02.2026",
    "2026 жылғы 10 ақпан, 09:05",
    "10 ақпан 2026 ж. 09:05",
    "2026-yil 10-fevral, 09:05",
    "10-fevral 2026-yil, soat 09:05",
    "2026 йил 10 февраль 09:05",
    "2026-жылдын 10-февралы, саат 09:05",
    "10-февраль, 2026-жыл 09:05",
    "2026-жыл, 10 бирдин айы, саат 09:05",
    "10 бирдин айы 2026 09:05",
    "10 aqpan 2026 09:05",
    "10 феврали соли 2026, 09:05",
    "10 fewral 2026 09:05",
    "  10\u00a0февраля\n 2026,\t09:05  ",
  ])("%s", (text) => {
    expect(inTashkent(text)).toBe("2026-02-10T04:05:00.000Z");
  });
});

describe("the zone a date names", () => {
  test.each([
    ["10 Feb 2026 12:00 ALMT", "2026-02-10T07:00:00.000Z"],
    ["10 Feb 2024 12:00 ALMT", "2024-02-10T06:00:00.000Z"],
    ["10 Feb 2026 12:00 MSK", "2026-02-10T09:00:00.000Z"],
    ["10 Feb 2026 12:00 (MSK)", "2026-02-10T09:00:00.000Z"],
    ["10 февраля 2026, 12:00 мск", "2026-02-10T09:00:00.000Z"],
    ["10 Feb 2026 12:00 UZT", "2026-02-10T07:00:00.000Z"],
    ["10 Feb 2026 12:00 KGT", "2026-02-10T06:00:00.000Z"],
    ["10 Feb 2026 12:00 EST", "2026-02-10T17:00:00.000Z"],
    ["10 Feb 2026 12:00 +0600", "2026-02-10T06:00:00.000Z"],
    ["10 Feb 2026 12:00 +06:00", "2026-02-10T06:00:00.000Z"],
    ["10 Feb 2026 12:00 +6", "2026-02-10T06:00:00.000Z"],
    ["10 Feb 2026 12:00 +545", "2026-02-10T06:15:00.000Z"],
    ["10 Feb 2026 12:00 GMT+5", "2026-02-10T07:00:00.000Z"],
    ["10 Feb 2026 12:00 (UTC+05:00)", "2026-02-10T07:00:00.000Z"],
    ["10 Feb 2026 12:00 -0500 (EST)", "2026-02-10T17:00:00.000Z"],
    ["2026-02-10T12:00:00\u221205:00", "2026-02-10T17:00:00.000Z"],
    ["10 Feb 2026 12:00 XYZ", "2026-02-10T07:00:00.000Z"],
    ["10 Feb 2026 12:00 (обновлено 15:00)", "2026-02-10T07:00:00.000Z"],
  ])("%s", (text, instant) => {
    expect(inTashkent(text)).toBe(instant);
  });

  test("where it names none, the given one is taken, with its offset of that day", () => {
    expect(parseDate("2026-02-10 12:00", "Asia/Bishkek")).toBe("2026-02-10T06:00:00.000Z");
    expect(parseDate("2024-02-10 12:00", "Asia/Almaty")).toBe("2024-02-10T06:00:00.000Z");
    expect(parseDate("2026-02-10 12:00", "Asia/Almaty")).toBe("2026-02-10T07:00:00.000Z");
    expect(parseDate("2026-02-10", "Asia/Tashkent")).toBe("2026-02-09T19:00:00.000Z");
  });
});

describe("hours and years in short", () => {
  test.each([
    ["Feb 10, 2026 2:05 PM", "2026-02-10T09:05:00.000Z"],
    ["Feb 10, 2026 2:05 p.m.", "2026-02-10T09:05:00.000Z"],
    ["Feb 10, 2026 12:05 am", "2026-02-09T19:05:00.000Z"],
    ["Feb 10, 2026 12:05 PM", "2026-02-10T07:05:00.000Z"],
    ["10 Feb 49 12:00 GMT", "2049-02-10T12:00:00.000Z"],
    ["10 Feb 99 12:00 GMT", "1999-02-10T12:00:00.000Z"],
    ["31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59.000Z"],
    ["29 Feb 2024 00:00 GMT", "2024-02-29T00:00:00.000Z"],
  ])("%s", (text, instant) => {
    expect(inTashkent(text)).toBe(instant);
  });
});

describe("every month of every language", () => {
  test.each([
    ["ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"],
    ["ru, shortened", "янв фев мар апр май июн июл авг сен окт ноя дек"],
    ["en", "January February March April May June July August September October November December"],
    ["en, shortened", "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"],
    ["kk", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"],
    ["kk-Latn", "qańtar aqpan nauryz sáuir mamyr maýsym shilde tamyz qyrkúıek qazan qarasha jeltoqsan"],
    ["kk-Latn, 2021", "qañtar aqpan nauryz säuır mamyr mausym şılde tamyz qyrküiek qazan qaraşa jeltoqsan"],
    ["uz", "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr"],
    ["uz-Cyrl", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"],
    ["ky", "үчтүн бирдин жалган чын бугу кулжа теке баш аяк тогуздун жетинин бештин"],
    [
      "ky, in two words",
      "үчтүн:айы бирдин:айы жалган:куран чын:куран бугу кулжа теке баш:оона аяк:оона тогуздун:айы жетинин:айы бештин:айы",
    ],
    ["tg", "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри"],
    ["tk", "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr"],
  ])("%s", (_, names) => {
    expect(names.split(" ").map((name) => parseDate(`15 ${name.replace(":", " ")} 2026`, "UTC")?.slice(0, 7))).toEqual(
      Array.from({ length: 12 }, (_month, i) => `2026-${String(i + 1).padStart(2, "0")}`),
    );
  });
});

test.each([
  "",
  "2026",
  "февраль 2026",
  "сегодня, 14:05",
  "5 минут назад",
  "10 февраля 14:05",
  "10 брюмера 2026",
  "30 февраля 2026",
  "29 Feb 2026",
  "2026-02-30",
  "2026-13-01",
  "2026-00-10",
  "0000-00-00 00:00:00",
  "32 Jan 2026",
  "10 Feb 2026 25:00",
  "10 Feb 2026 12:60",
  "10 Feb 2026 12:00:61",
  "10 Feb 2026 12:00 +9900",
  "10 Feb 2026 12:00 +0575",
  "0001-01-01T00:00:00Z",
  "1970-01-01T00:00:00Z",
  "1770690000",
  "+7 701 555 10 02",
  `10 февраля 2026 ${"x".repeat(100)}`,
])("%j is no date", (text) => {
  expect(inTashkent(text)).toBeUndefined();
});

test("a date written by this runtime is read back to the second", () => {
  const instants = fc.date({ min: new Date("1990-01-02"), max: new Date("2049-12-30"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (date) => {
      const second = `${date.toISOString().slice(0, 19)}.000Z`;
      expect(inTashkent(date.toISOString())).toBe(second);
      expect(inTashkent(date.toUTCString())).toBe(second);
    }),
  );
});

test("whatever the text, there is an instant or nothing", () => {
  const signs = ["10", "2026", "фев", " ", "-", ".", ":", "05", "T", "Z", "+", "г.", "PM", "(", ","];
  fc.assert(
    fc.property(anyText(signs, 20), (text) => {
      expect(inTashkent(text) ?? "2026-02-10T00:00:00.000Z").toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/u);
    }),
    { numRuns: 1_000 },
  );
});
