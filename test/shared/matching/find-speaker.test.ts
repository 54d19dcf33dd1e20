import { expect, test } from "vitest";
import { findSpeaker } from "../../../shared/matching/find-speaker.ts";

test.each([
  ["«Очередей больше нет», — сказал замминистра транспорта Ерлан Сапаров.", "Ерлан Сапаров"],
  ["Ерлан Сапаров отметил, что очередей больше нет.", "Ерлан Сапаров"],
  ["“The queue is gone,” said deputy minister Aidar Serikov on Monday.", "Aidar Serikov"],
  ["Aidar Serikov told reporters that the queue was gone.", "Aidar Serikov"],
  ["«Кезек жоқ», – дейді сарапшы Асқар Жанұзақов. Асқар Жанұзақов осылай деді.", "Асқар Жанұзақов"],
  ["Bu haqda ekspert Dilshod Karimov shunday dedi.", "Dilshod Karimov"],
])("%s", (sentence, speaker) => {
  expect(findSpeaker(sentence)).toBe(speaker);
});

test.each(["В Ташкенте прошло заседание.", "The river rose by a metre.", ""])("nobody is named in: %s", (sentence) => {
  expect(findSpeaker(sentence)).toBeUndefined();
});
