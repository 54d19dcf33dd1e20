import { describe, expect, test } from "vitest";
import { aPage, read } from "../../support/a-page.ts";

const ld = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe("the date", () => {
  const at = (utc: string) => `2026-02-10T${utc}:00.000Z`;
  test.each<[what: string, head: string, top: string, published: string | undefined]>([
    ["in JSON-LD", ld({ "@type": "NewsArticle", datePublished: "2026-02-10T12:00:00+05:00" }), "", at("07:00")],
    [
      "in a graph of JSON-LD",
      ld({ "@graph": [{ "@type": "WebSite" }, { "@type": ["Article"], datePublished: "2026-02-10T07:00:00Z" }] }),
      "",
      at("07:00"),
    ],
    [
      "in a list of JSON-LD",
      ld([{ "@type": "Organization" }, { "@type": "BlogPosting", datePublished: "2026-02-10 12:00" }]),
      "",
      at("07:00"),
    ],
    [
      "in JSON-LD with line breaks in its strings",
      ld('{"@type":"NewsArticle","headline":"Раз\nдва","datePublished":"2026-02-10T07:00:00Z"};'),
      "",
      at("07:00"),
    ],
    ["in OpenGraph", meta("article:published_time", "2026-02-10T12:00:00+05:00"), "", at("07:00")],
    ["in microdata", "", '<span itemprop="datePublished" content="2026-02-10T07:00:00Z">вчера</span>', at("07:00")],
    ["in microdata as text", "", '<span itemprop="datePublished">10 февраля 2026, 12:00</span>', at("07:00")],
    ["in <time>", "", '<time datetime="2026-02-10T12:00">сегодня</time>', at("07:00")],
    ["in <time> as text", "", "<time>12:00, 10 февраля 2026</time>", at("07:00")],
    ["in the article, as people see it", "", '<div class="article__date">10.02.2026 12:00</div>', at("07:00")],
    [
      "JSON-LD before OpenGraph",
      ld({ "@type": "NewsArticle", datePublished: "2026-02-10T07:00:00Z" }) +
        meta("article:published_time", "2026-02-11T07:00:00Z"),
      "",
      at("07:00"),
    ],
    [
      "in the next place, where the first cannot be read",
      ld("{broken") + meta("article:published_time", "вчера"),
      '<time datetime="2026-02-10T07:00:00Z"></time>',
      at("07:00"),
    ],
    ["of another thing, which is none", ld({ "@type": "Event", datePublished: "2026-02-10T07:00:00Z" }), "", undefined],
    ["nowhere", "", "", undefined],
  ])("%s", (_, head, top, published) => {
    expect(read(aPage({ head, top }))?.published).toBe(published);
  });
});

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
    expect(read(aPage({ head, top }))?.title).toBe("Открыт пункт пропуска");
  });

  test.each([
    ["Визит в Казахстан", "Казахстан"],
    ["Казахстан открыл границу", "Казахстан"],
    ["Вестник", "Вестник"],
    ["Что дальше: вода, газ", "газ"],
  ])("%s keeps %s, which is part of it", (title, site) => {
    const head = meta("og:title", title) + meta("og:site_name", site);
    expect(read(aPage({ head, top: "" }))?.title).toBe(title);
  });

  test("a tag that a headline speaks of is text", () => {
    expect(read(aPage({ head: meta("og:title", "Зачем нужен &lt;blink&gt;"), top: "" }))?.title).toBe(
      "Зачем нужен <blink>",
    );
  });
});

describe("the author", () => {
  test.each<[what: string, head: string, top: string, author: string | undefined]>([
    ["in JSON-LD", ld({ "@type": "NewsArticle", author: { name: "Айгуль Сейтова" } }), "", "Айгуль Сейтова"],
    [
      "several",
      ld({ "@type": "NewsArticle", author: [{ name: "А. Сейтова" }, { name: "Б. Каримов" }] }),
      "",
      "А. Сейтова, Б. Каримов",
    ],
    ["in meta", '<meta name="author" content="Айгуль Сейтова">', "", "Айгуль Сейтова"],
    [
      "an address, which is no name",
      meta("article:author", "https://facebook.example/a"),
      '<a rel="author">Айгуль Сейтова</a>',
      "Айгуль Сейтова",
    ],
    [
      "lists inside lists, which are no name",
      ld(`{"@type":"NewsArticle","author":${"[".repeat(9)}"x"${"]".repeat(9)}}`),
      "",
      undefined,
    ],
    ["nowhere", "", "", undefined],
  ])("%s", (_, head, top, author) => {
    expect(read(aPage({ head, top }))?.author).toBe(author);
  });
});

describe("the canonical address", () => {
  test.each<[what: string, head: string, canonical: string | undefined]>([
    ["in a link", '<link rel="canonical" href="https://steppe.example/a?utm_source=x#y">', "https://steppe.example/a"],
    ["relative to the page", '<link rel="canonical" href="2">', "https://steppe.example/news/2"],
    ["in OpenGraph", meta("og:url", "https://steppe.example/a"), "https://steppe.example/a"],
    ["one that is no address", '<link rel="canonical" href="javascript:x()">', undefined],
    ["nowhere", "", undefined],
  ])("%s", (_, head, canonical) => {
    expect(read(aPage({ head }))?.canonical).toBe(canonical);
  });
});

test("the language is what the page says", () => {
  expect(read(aPage())?.language).toBe("ru");
  expect(read(aPage({ head: meta("og:locale", "kk_KZ") }).replace(' lang="ru"', ""))?.language).toBe("kk_KZ");
});
