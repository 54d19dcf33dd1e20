import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../shared/text/sentences.ts";
import { anyText } from "../../support/any-text.ts";
import { BOUND_MS, HOSTILE, millisecondsOf } from "../../support/hostile.ts";

const sentencesOf = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("one sentence stays one", () => {
  test.each([
    "В 2025 г. Казахстан открыл границу.",
    "Президент К. Токаев прибыл в Ташкент.",
    "К.-Ж. Токаев и Ш.М. Мирзиёев подписали договор.",
    "Встречу провёл Дж. Байден.",
    "Соседи, т.е. Узбекистан и Казахстан, договорились.",
    "Соседи, т. е. Узбекистан и Казахстан, договорились.",
    "Сделка на 500 млн долл. США заключена.",
    "Вложено 1 млн. 200 тыс. долларов.",
    "Школа им. Абая в с. Каскелен и на ул. Лутфий, стр. 5.",
    "Вода, газ, уголь и др. Казахстан продаёт соседям.",
    "Подробности на стр. 12 доклада.",
    "Рост (в 2024 г.) Ташкент объясняет торговлей.",
    "Это случилось в XX в. Россия тогда молчала.",
    "1. Открыть границу.",
    "«Когда откроют?» — спросил аким.",
    "Границу… закрыли.",
    "U.S. officials and the U.S. Department of State met Dr. Smith of Acme Corp. Tashkent.",
    "Gen. A. B. Brown saw No. 5 at 5 p.m. Tuesday.",
    "Мал, егін т.б. Қазақстаннан келеді.",
    "2024 ж. Астана қ. Бейбітшілік көш. 5.",
    "Meva, sabzavot va h.k. Oʻzbekistondan keladi.",
    "Sh. Mirziyoyev va O‘. Hoshimov uchrashdi.",
    "Мева, сабзавот ва ҳ.к. Тошкентдан келади.",
    "Суу, газ ж.б. Кыргызстандан келет.",
    "Нефт, газ ва ғ. Тоҷикистон мехарад.",
  ])("%s", (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });
});

describe("sentences are parted", () => {
  test.each<[why: string, sentences: string[]]>([
    ["at a stop", ["Границу открыли.", "Поезда пошли!", "Надолго?", "Увидим…"]],
    ["before a quotation", ["Аким ответил.", "«Границу откроют»."]],
    ["behind a quotation", ["Он сказал: «Границу откроют.»", "Все встали."]],
    ["behind quotation marks of other kinds", ['He said "yes."', "Then “no.”", "Then ‘so.’", "All rose."]],
    ["before a dash", ["Границу откроют.", "— Когда?", "— Завтра."]],
    ["before a bracket", ["Границу откроют.", "(Так сказал аким.)", "Поезда пойдут."]],
    ["before a number", ["Границу откроют.", "15 поездов пойдут."]],
    ["after a sum", ["Экспорт достиг 5 млрд.", "Импорт упал."]],
    ["after a currency that is a word", ["Бюджет составил 5 млн сом.", "Кыргызстан доволен."]],
    ["after a short word that is no initial", ["Поезд идёт в Ош.", "Билеты проданы.", "Да.", "Нет."]],
    ["after an abbreviation's twin", ["He said no.", "Then he left."]],
    ["after a year in full", ["Это было в 2025 году.", "Казахстан доволен."]],
    ["after letters that stand for a name", ["В этом весь СНГ.", "Узбекистан вышел."]],
    ["before a numbered one", ["Решено так.", "1. Открыть границу.", "2. Пустить поезда."]],
    ["after several stops, even behind an abbreviation", ["И так далее, и т.д...", "Узбекистан согласен."]],
    ["in Kazakh", ["Шекара ашылды.", "Қазақстан риза."]],
    ["in Uzbek", ["Chegara ochildi.", "Oʻzbekiston mamnun."]],
    ["in Turkmen", ["Serhet açyldy.", "Şäherde baýramçylyk."]],
  ])("%s", (_, sentences) => {
    expect(sentencesOf(sentences.join(" "))).toEqual(sentences);
    expect(sentencesOf(sentences.join("\n"))).toEqual(sentences);
  });

  test("at a blank line, whatever stands there", () => {
    expect(sentencesOf("Заголовок без точки\n\nтекст с малой буквы, г.\n \nКонец")).toEqual([
      "Заголовок без точки",
      "текст с малой буквы, г.",
      "Конец",
    ]);
  });
});

describe("spans", () => {
  const texts = anyText([...'Аяг1 .!?…\n\r\t«»"()—\u00a0\u2028\ud800'], 200);

  test("stand in order, apart, without space at their ends, and cover every character that is no space", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        let covered = "";
        for (const { start, end } of splitSentences(text)) {
          const sentence = text.slice(start, end);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe("");
          covered += sentence.replace(/\s/gu, "");
          last = end;
        }
        expect(covered).toBe(text.replace(/\s/gu, ""));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a million code units are read in one go", () => {
  test.each(Object.entries(HOSTILE))("%s", (_, text) => {
    expect(millisecondsOf(() => splitSentences(text))).toBeLessThan(BOUND_MS);
  });
});
