import { describe, expect, test } from "vitest";
import { aPage, read } from "../../support/a-page.ts";
import { ld, meta } from "../../support/page-head.ts";

const OUTLET = meta("og:site_name", "Степной вестник");

describe("the authors", () => {
  test.each<[what: string, head: string, top: string, authors: readonly string[] | undefined]>([
    ["in JSON-LD", ld({ "@type": "NewsArticle", author: { name: "Айгуль Сейтова" } }), "", ["Айгуль Сейтова"]],
    [
      "several in JSON-LD",
      ld({ "@type": "NewsArticle", author: [{ name: "А. Сейтова" }, { name: "Б. Каримов" }] }),
      "",
      ["А. Сейтова", "Б. Каримов"],
    ],
    ["in meta", '<meta name="author" content="Айгуль Сейтова">', "", ["Айгуль Сейтова"]],
    [
      "several in one line",
      '<meta name="author" content="Айгуль Сейтова, Б. Каримов и Лола Юсупова">',
      "",
      ["Айгуль Сейтова", "Б. Каримов", "Лола Юсупова"],
    ],
    [
      "in Kazakh",
      '<meta name="author" content="Айгүл Сейітова және Болат Кәрімов">',
      "",
      ["Айгүл Сейітова", "Болат Кәрімов"],
    ],
    [
      "in English, with agency and office",
      "",
      '<p class="byline">By Aigul Seitova and Bolat Karimov, Staff Writer | The Steppe</p>',
      ["Aigul Seitova", "Bolat Karimov"],
    ],
    ["before the outlet's name", "", '<p class="byline">Aigul Seitova | The Steppe</p>', ["Aigul Seitova"]],
    ["before the time", "", '<p class="byline">By Aigul Seitova Published at noon</p>', ["Aigul Seitova"]],
    ["in Russian, announced", "", '<div class="article-author">Автор: Айгуль Сейтова</div>', ["Айгуль Сейтова"]],
    [
      "an address, which is no name",
      meta("article:author", "https://facebook.example/a"),
      '<a rel="author">Айгуль Сейтова</a>',
      ["Айгуль Сейтова"],
    ],
    [
      "an office, which is no name",
      '<meta name="author" content="Редакция">',
      '<a rel="author">Айгуль Сейтова</a>',
      ["Айгуль Сейтова"],
    ],
    [
      "the outlet, which is no person",
      `${OUTLET}<meta name="author" content="Степной вестник">`,
      '<a rel="author">Айгуль Сейтова</a>',
      ["Айгуль Сейтова"],
    ],
    [
      "one named twice",
      ld({ "@type": "NewsArticle", author: ["Айгуль Сейтова", "айгуль сейтова"] }),
      "",
      ["Айгуль Сейтова"],
    ],
    [
      "lists inside lists, which are no name",
      ld(`{"@type":"NewsArticle","author":${"[".repeat(9)}"x"${"]".repeat(9)}}`),
      "",
      undefined,
    ],
    [
      "a paragraph, which is no name",
      "",
      `<div class="author">${"Пишет о воде и границах. ".repeat(9)}</div>`,
      undefined,
    ],
    ["nowhere", "", "", undefined],
  ])("%s", (_, head, top, authors) => {
    expect(read(aPage({ head, top })).authors).toEqual(authors);
  });
});
