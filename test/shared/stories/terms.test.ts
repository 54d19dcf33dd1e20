import { describe, expect, test } from "vitest";
import { creditedIn } from "../../../shared/stories/agencies.ts";
import { numbersIn } from "../../../shared/stories/numbers.ts";
import { rootOf } from "../../../shared/stories/roots.ts";
import { soundKey } from "../../../shared/stories/sound-key.ts";
import { fold } from "../../../shared/text/fold.ts";

test.each([
  ["420 млн и 1 340 машин", ["#420", "#1340"]],
  ["4,3 тыс. мест, 13,500 tons", ["#4.3", "#13500"]],
  ["US$83.1 million in 2026, 1,234,567.5", ["#83.1", "#2026", "#1234567.5"]],
  ["5 400 вагонов, 12 2026 года", ["#5400", "#12", "#2026"]],
  ["Камбар-Ата-1 и C5+1", ["#1", "#1"]],
  ["ни одного", []],
])("numbers are one in all languages: %s", (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});

test.each([
  ["заводов", "заводы"],
  ["казахстанского", "казахстанская"],
  ["signed", "signing"],
  ["Қазақстанның", "Қазақстанмен"],
])("forms of one word have one root: %s, %s", (one, other) => {
  expect(rootOf(fold(one))).toBe(rootOf(fold(other)));
});

test.each([
  ["Қазақстан", "Qozogʻiston", "Kazakhstan"],
  ["Гулистане", "Gulistonda", "Gulistan"],
  ["Каргилл", "Cargill", "Cargilli"],
  ["Шымкент", "Chimkent", "Shymkentda"],
])("a name sounds alike in all scripts: %s, %s, %s", (...names) => {
  expect(new Set(names.map((name) => soundKey(fold(name))?.slice(0, 5)))).toHaveProperty("size", 1);
  expect(soundKey(fold(names[0] ?? ""))).toBeDefined();
});

test("other names do not, and short ones are not compared", () => {
  expect(soundKey("брест")).not.toBe(soundKey("гомель"));
  expect(soundKey("ош")).toBeUndefined();
});

describe("the agency that a text credits is named", () => {
  test.each([
    ["Вода пошла по каналу, сообщает Казинформ.", "Kazinform"],
    ["Вода пошла по каналу. Об этом передаёт агентство «Хабар-Восток».", "Хабар-Восток"],
    ["Договор подписан, сообщает ТАСС со ссылкой на министерство.", "TASS"],
    ["АСТАНА, 12 февраля. /ТАСС/. Договор подписан.", "TASS"],
    ["Договор подписан.\n— ТАСС", "TASS"],
    ["The gates were opened on Monday, Interfax reports.", "Interfax"],
    ["The gates, Reuters reported, were opened.", "Reuters"],
    ["Қақпа ашылды, деп хабарлайды Казинформ. ҚазАқпарат хабарлайды.", "Kazinform"],
    ["Kanal ochildi, UzA xabar berdi.", "UzA"],
    ["Мест будет 4,3 тыс., передает Евразия-Экспресс.", "Евразия-Экспресс"],
  ])("%s", (text, name) => {
    expect(creditedIn(text)).toBe(name);
  });

  test.each([
    "Министерство ведёт переговоры с ТАСС о договоре.",
    "Сообщает ли кто-нибудь об этом?",
    "Канал открыли в понедельник.",
  ])("and none where there is none: %s", (text) => {
    expect(creditedIn(text)).toBeUndefined();
  });
});
