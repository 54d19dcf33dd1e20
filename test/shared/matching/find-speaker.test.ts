import { describe, expect, test } from "vitest";
import { findSpeaker, speakersOf } from "../../../shared/matching/find-speaker.ts";
import { splitSentences } from "../../../shared/text/sentences.ts";

test.each([
  ["«Очередей больше нет», — сказал замминистра транспорта Ерлан Сапаров.", "Ерлан Сапаров"],
  ["Ерлан Сапаров отметил, что очередей больше нет.", "Ерлан Сапаров"],
  ["“The queue is gone,” said deputy minister Aidar Serikov on Monday.", "Aidar Serikov"],
  ["Aidar Serikov told reporters that the queue was gone.", "Aidar Serikov"],
  ["«Кезек жоқ», – дейді сарапшы Асқар Жанұзақов. Асқар Жанұзақов осылай деді.", "Асқар Жанұзақов"],
  ["«Мұнда жалғыз бастамашы жоқ», – деді жиын соңында сарапшы Ерлан Досқалиев.", "Ерлан Досқалиев"],
  ["По словам министра Ерлана Сапарова, очередей больше нет.", "Ерлана Сапарова"],
  ["Бул тууралуу талдоочу Эрмек Сыдыков айтты.", "Эрмек Сыдыков"],
  ["Ба гуфтаи коршинос Фаррух Назаров, навбат нест.", "Фаррух Назаров"],
  ["Bu haqda ekspert Dilshod Karimov shunday dedi.", "Dilshod Karimov"],
])("%s", (sentence, speaker) => {
  expect(findSpeaker(sentence)).toBe(speaker);
});

test.each(["В Ташкенте прошло заседание.", "The river rose by a metre.", ""])("nobody is named in: %s", (sentence) => {
  expect(findSpeaker(sentence)).toBeUndefined();
});

describe("who says which sentence", () => {
  const speakersIn = (text: string) => speakersOf(text, splitSentences(text));

  test("a quotation of several sentences has one speaker, whoever publishes it", () => {
    const text =
      "Об этом пишет агентство соседней страны. «Вода у нас общая. Делить её незачем», — сказал министр Ерлан Сапаров. Форум продолжается.";
    expect(speakersIn(text)).toEqual([undefined, "Ерлан Сапаров", "Ерлан Сапаров", undefined]);
  });

  test("a colon hands a quotation to whoever is named before it", () => {
    const text = "Of the river, Aidar Serikov said:\n\n“The water is ours to share. There is nothing to divide.”";
    expect(speakersIn(text).at(-1)).toBe("Aidar Serikov");
  });

  test("words in quotation marks are nobody's speech", () => {
    expect(speakersIn("Aidar Serikov said yes. The “breakthrough” failed.")).toEqual(["Aidar Serikov", undefined]);
  });
});
