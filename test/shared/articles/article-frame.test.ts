import { describe, expect, test } from "vitest";
import { withoutFrame } from "../../../shared/articles/article-frame.ts";

const TEXT = "Пункт пропуска открыли в Сарыагаше.\n\nОчередей больше нет, сообщили на границе.";
const without = (text: string) => withoutFrame(text, "Открыт пункт пропуска", "Asia/Almaty");

describe("what frames a text goes", () => {
  test.each([
    ["the headline", `Открыт пункт  пропуска\n\n${TEXT}`],
    ["the date", `10 февраля 2026, 12:00\n\n${TEXT}`],
    ["the author", `By Aigul Seitova\n\n${TEXT}`],
    ["headline, author and date", `Открыт пункт пропуска\n\nАвтор: А. Сейтова\n\nОпубликовано 10.02.2026\n\n${TEXT}`],
    ["rights", `${TEXT}\n\n© Степной вестник, 2026`],
    [
      "calls to the reader, one after the other",
      `${TEXT}\n\nПодписывайтесь на наш канал\n\nТеги: граница\n\nПоделиться:`,
    ],
    ["other articles between paragraphs", TEXT.replace("\n\n", "\n\nЧитайте также: Курс доллара вырос\n\n")],
  ])("%s", (_, text) => {
    expect(without(text)).toBe(TEXT);
  });
});

describe("what belongs to the text stays", () => {
  test.each([
    ["a first line that begins like the headline", "Открыт пункт пропуска Сарыагаш, сообщили на границе."],
    ["a subheading", `Что изменилось\n\n${TEXT}`],
    [
      "a long sentence that begins like a call",
      `${TEXT}\n\nПоделиться водой ${"и электричеством соседям ".repeat(9)}предложил министр.`,
    ],
    ["a sentence with a date", `10 февраля 2026 года в Сарыагаше открыли новый пункт пропуска.\n\n${TEXT}`],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(without(text)).toBe(text);
  });
});
