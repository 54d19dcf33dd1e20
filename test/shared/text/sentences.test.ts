import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../shared/text/sentences.ts";
import { anyText } from "../../support/any-text.ts";
import { HOSTILE } from "../../support/hostile.ts";

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

  test("at blank lines, however many, before a numbered one", () => {
    expect(sentencesOf("Решено так:\n\n\n\n\n1. Открыть границу.")).toEqual(["Решено так:", "1. Открыть границу."]);
  });

  test("at a blank line, whatever stands there", () => {
    expect(sentencesOf("Заголовок без точки\n\nтекст с малой буквы, г.\n \nКонец")).toEqual([
      "Заголовок без точки",
      "текст с малой буквы, г.",
      "Конец",
    ]);
  });
});

describe("a single line break", () => {
  const HEADLINE = "Президенты договорились о канале";
  const LEAD =
    "Новый канал свяжет две реки, сообщил министр водного хозяйства на встрече в Ташкенте, куда прибыли делегации пяти стран.";

  test.each<[why: string, sentences: string[]]>([
    ["behind a headline", [HEADLINE, LEAD]],
    [
      "behind a headline that is longer than its lead",
      [`${HEADLINE} и о строительстве дороги`, "Канал свяжет две реки."],
    ],
    [
      "behind lines wider than any column, however alike",
      [`${LEAD.slice(0, -1)} мира`, `${LEAD.slice(0, -1)} Азии`, LEAD],
    ],
    ["behind a headline with a name in quotation marks at its end", ["Открыт канал «Дружба»", LEAD]],
    ["before a quotation", [HEADLINE, "«Канал нужен всем»."]],
    ["before a number", [HEADLINE, "15 поездов пойдут."]],
    ["behind a dateline", [HEADLINE, "ТАШКЕНТ, 12 февраля", LEAD]],
    ["behind an entry of a list", ["– Открыть границу;", "– Пустить поезда;", "– Построить канал."]],
    ["in Kazakh", ["Екі ел канал салады", "Қазақстан мен Өзбекстан президенттері осы туралы келісті."]],
    ["in Uzbek", ["Ikki davlat kanal quradi", "Oʻzbekiston va Qozogʻiston prezidentlari kelishib oldi."]],
    ["in a script without capitals", ["两国总统", "就修建新运河达成协议。"]],
  ])("ends a sentence %s", (_, sentences) => {
    expect(sentencesOf(sentences.join("\n"))).toEqual(sentences);
    expect(sentencesOf(sentences.join("\r\n"))).toEqual(sentences);
  });

  test.each<[why: string, sentence: string]>([
    ["before a small letter", "Президенты договорились\nо канале."],
    ["before a small letter behind a mark of direction", "Президенты договорились\n\u200eо канале."],
    ["behind a comma", "Встретились Казахстан,\nУзбекистан и Кыргызстан."],
    ["behind a colon", "Министр сказал:\n«Канал построят»."],
    ["behind a dash", "Канал — это вода, мир и —\nРешение споров."],
    ["behind an abbreviation", "Так было в 2025 г.\nКазахстан тогда молчал."],
  ])("ends none %s", (_, sentence) => {
    expect(sentencesOf(sentence)).toEqual([sentence]);
  });

  test("ends none where a text was wrapped at a column, but does behind its headline", () => {
    const wrapped = [
      "Встреча прошла в столице. На ней президент Республики",
      "Узбекистан Шавкат Мирзиёев и президент Республики",
      "Казахстан Касым-Жомарт Токаев говорили о канале между",
      "Сырдарьёй и Амударьёй, который построят вместе.",
    ].join("\n");
    expect(sentencesOf(`${HEADLINE}\n${wrapped}`)).toEqual([
      HEADLINE,
      "Встреча прошла в столице.",
      wrapped.slice(wrapped.indexOf("На ней")),
    ]);
  });

  test("ends one behind each line of a table, however alike their lengths", () => {
    const lines = ["В Ташкенте -17", "В Нукусе -22,6", "В Бухаре -15,4", "В Фергане -12"];
    expect(sentencesOf(lines.join("\n"))).toEqual(lines);
  });
});

/** Fails unless the sentences stand in order, apart, without space at their ends, and hold all that is no space. */
function checkSpans(text: string): void {
  let last = 0;
  let covered = "";
  for (const { start, end } of splitSentences(text)) {
    const sentence = text.slice(start, end);
    expect(start).toBeGreaterThanOrEqual(last);
    expect(sentence === sentence.trim() && sentence !== "").toBe(true);
    covered += sentence.replace(/\s/gu, "");
    last = end;
  }
  expect(covered === text.replace(/\s/gu, "")).toBe(true);
}

describe("spans stand in order, apart, without space at their ends, and cover every character that is no space", () => {
  test.each<[why: string, signs: string[]]>([
    ["stops and quotation marks", [...'Аяг1 .!?…\n\r\t«»"()—\u00a0\u2028\ud800']],
    [
      "lines of words",
      ["Слово", "слово ", "word, ", "Oʻzbek ", "2025 ", ". ", "\n", "\r\n", "\n\n", "\u200e", "哈萨克"],
    ],
  ])("in texts of %s", (_, signs) => {
    fc.assert(fc.property(anyText(signs, 200), checkSpans), { numRuns: 1_000 });
  });

  test.each(Object.entries(HOSTILE))("in a million code units of %s", (_, text) => {
    checkSpans(text);
  });

  test.each<[what: string, text: string]>([
    ["one line", "Президент прибыл в Ташкент 12 февр. 2026 г. вместе с К. Токаевым. ".repeat(80_000)],
    ["short lines", "Президент прибыл в Ташкент\nс К. Токаевым\n".repeat(130_000)],
  ])("in five million code units of %s", (_, text) => {
    expect(text.length).toBeGreaterThan(5_000_000);
    checkSpans(text);
  });
});
