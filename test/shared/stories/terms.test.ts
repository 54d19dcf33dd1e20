import { expect, test } from "vitest";
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
