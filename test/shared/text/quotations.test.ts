import { expect, test } from "vitest";
import { findQuotations } from "../../../shared/text/quotations.ts";

const quoted = (text: string) => findQuotations(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["of several sentences", "«Вода общая. Делить её нечего», — сказал он.", ["«Вода общая. Делить её нечего»"]],
  ["in English marks", "“We agreed,” she said. “It works.”", ["“We agreed,”", "“It works.”"]],
  ["in straight marks", 'The "breakthrough" and the "corridor".', ['"breakthrough"', '"corridor"']],
  ["in German marks", "„Келісім жоқ“, – деді ол.", ["„Келісім жоқ“"]],
  ["with another inside", "«Газета «Заря» солгала», — сказал он.", ["«Газета «Заря» солгала»"]],
  ["with other marks inside", "«Канал “Заря” закрыт» и «всё».", ["«Канал “Заря” закрыт»", "«всё»"]],
])("finds quotations %s", (_, text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

test.each([
  ["that are never closed", "«Вода общая, сказал он."],
  ["over a blank line", "«Вода общая.\n\nДелить нечего»."],
  ["too long to be one", `«${"вода ".repeat(1_000)}»`],
  ["in apostrophes", "It's the ministers' plan."],
])("finds none %s", (_, text) => {
  expect(quoted(text)).toEqual([]);
});
