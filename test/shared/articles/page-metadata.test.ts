import { describe, expect, test } from "vitest";
import { readPage } from "../../../shared/articles/read-page.ts";
import { aPage, read } from "../../support/a-page.ts";
import { ld, meta } from "../../support/page-head.ts";

describe("the title, without the outlet's name", () => {
  const h1 = "<h1>Открыт пункт пропуска</h1>";
  test.each<[what: string, head: string, top: string]>([
    ["the heading", "", h1],
    ["the page's title, the heading telling where it ends", "", h1],
    ["the page's title, OpenGraph telling the outlet", meta("og:site_name", "Степной вестник"), ""],
    [
      "OpenGraph",
      meta("og:title", "Открыт пункт пропуска | СТЕПНОЙ ВЕСТНИК") + meta("og:site_name", "Степной вестник"),
      "",
    ],
    [
      "the outlet in front",
      meta("og:title", "Степной вестник: Открыт пункт пропуска") + meta("og:site_name", "Степной вестник"),
      "",
    ],
    ["the outlet's host", meta("og:title", "Открыт пункт пропуска — steppe.example"), ""],
    [
      "the outlet in JSON-LD",
      ld({ "@type": "NewsArticle", headline: "Открыт пункт пропуска – Вестник", publisher: { name: "Вестник" } }),
      "",
    ],
    ["a headline cut short in JSON-LD", ld({ "@type": "NewsArticle", headline: "Открыт пункт…" }), h1],
    ["entities left in JSON-LD", ld({ "@type": "NewsArticle", headline: "Открыт&nbsp;пункт пропуска" }), h1],
    ["a heading with markup", "", "<h1><span>Открыт</span><br>\n пункт <b>пропуска</b></h1>"],
    ["Twitter's card", '<meta name="twitter:title" content="Открыт пункт пропуска">', ""],
  ])("%s", (_, head, top) => {
    expect(read(aPage({ head, top })).title).toBe("Открыт пункт пропуска");
  });

  test.each([
    ["Визит в Казахстан", "Казахстан"],
    ["Казахстан открыл границу", "Казахстан"],
    ["Вестник", "Вестник"],
    ["Что дальше: вода, газ", "газ"],
  ])("%s keeps %s, which is part of it", (title, site) => {
    const head = meta("og:title", title) + meta("og:site_name", site);
    expect(read(aPage({ head, top: "" })).title).toBe(title);
  });

  test("a tag that a headline speaks of is text", () => {
    expect(read(aPage({ head: meta("og:title", "Зачем нужен &lt;blink&gt;"), top: "" })).title).toBe(
      "Зачем нужен <blink>",
    );
  });
});

describe("the canonical address", () => {
  test.each<[what: string, head: string, canonical: string]>([
    ["in a link", '<link rel="canonical" href="https://steppe.example/a?utm_source=x#y">', "https://steppe.example/a"],
    ["relative to the page", '<link rel="canonical" href="2">', "https://steppe.example/news/2"],
    ["in OpenGraph", meta("og:url", "https://steppe.example/a"), "https://steppe.example/a"],
    [
      "relative to the page's base",
      '<base href="https://steppe.example/ru/"><link rel="canonical" href="2">',
      "https://steppe.example/ru/2",
    ],
    [
      "an AMP variant's",
      '<link rel="canonical" href="https://steppe.example/news/1/amp/">',
      "https://steppe.example/news/1",
    ],
    ["the front page, which is no article's", '<link rel="canonical" href="/">', "https://steppe.example/news/1"],
    ["one that is no address", '<link rel="canonical" href="javascript:x()">', "https://steppe.example/news/1"],
    ["nowhere", "", "https://steppe.example/news/1"],
  ])("%s", (_, head, canonical) => {
    expect(read(aPage({ head })).canonical).toBe(canonical);
  });

  test.each(["https://steppe.example/news/1?amp=1", "https://steppe.example/news/1/print"])(
    "of %s is the article's",
    (url) => {
      expect(read(aPage(), { url }).canonical).toBe("https://steppe.example/news/1");
    },
  );

  test("of a file from nowhere is what the page says, or nothing", () => {
    const read = (head: string) => readPage(new TextEncoder().encode(aPage({ head })), { timeZone: "UTC" }).canonical;
    expect(read('<link rel="canonical" href="https://steppe.example/a">')).toBe("https://steppe.example/a");
    expect(read('<link rel="canonical" href="/a">')).toBeUndefined();
  });
});

describe("the language", () => {
  const KAZAKH =
    "<p>Қазақстан мен Өзбекстан президенттері Сарыағашта жаңа өткізу бекетін ашты, деп хабарлады Ақорданың баспасөз қызметі.</p>";
  const PORTUGUESE =
    "<p>Os presidentes abriram um novo posto de fronteira, informou a assessoria de imprensa do governo.</p>";
  test.each<[what: string, page: string, language: string | undefined]>([
    ["is the text's", aPage().replace(' lang="ru"', ""), "ru"],
    ["is the text's where the page claims another", aPage({ body: KAZAKH.repeat(3) }), "kk"],
    ["is the page's where we cannot tell it", aPage({ body: PORTUGUESE.repeat(3) }).replace('"ru"', '"pt-BR"'), "pt"],
    ["of a page without text is the page's", `<html lang="kk_KZ"><body><p>Бекет.</p>`, "kk"],
    ["of a page that names a country is the country's", `<html lang="kz"><body><p>Бекет.</p>`, "kk"],
    ["in three letters is the same", `<html lang="uzb"><body><p>Post.</p>`, "uz"],
    ["in JSON-LD", `<html>${ld({ "@type": "NewsArticle", inLanguage: "ky-KG" })}<body><p>.</p>`, "ky"],
    ["is absent where nothing tells it", "<html lang='-'><body><p>1.</p>", undefined],
  ])("%s", (_, page, language) => {
    expect(read(page).language).toBe(language);
  });
});

describe("the lead image", () => {
  test.each<[what: string, head: string, top: string, image: string | undefined]>([
    ["in OpenGraph", meta("og:image", "/a.jpg?v=1"), "", "https://steppe.example/a.jpg?v=1"],
    [
      "in JSON-LD",
      ld({ "@type": "NewsArticle", image: [{ url: "https://cdn.example/a.jpg" }] }),
      "",
      "https://cdn.example/a.jpg",
    ],
    ["in Twitter's card", '<meta name="twitter:image" content="//cdn.example/a.jpg">', "", "https://cdn.example/a.jpg"],
    ["in the article", "", '<img src="data:image/gif;base64,x" data-src="/a.jpg">', "https://steppe.example/a.jpg"],
    [
      "the outlet's logo, which is none",
      meta("og:image", "/img/share_logo.png"),
      '<img src="/a.jpg">',
      "https://steppe.example/a.jpg",
    ],
    ["no web address, which is none", meta("og:image", "javascript:x()"), "", undefined],
    ["nowhere", "", "", undefined],
  ])("%s", (_, head, top, image) => {
    expect(read(aPage({ head, top })).image).toBe(image);
  });
});
