import { describe, expect, test } from "vitest";
import { aPage, read } from "../../support/a-page.ts";
import { ld, meta } from "../../support/page-head.ts";

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
      "in the main entity of JSON-LD",
      ld({ "@type": "WebPage", mainEntity: { "@type": "NewsArticle", datePublished: "2026-02-10T07:00:00Z" } }),
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
    expect(read(aPage({ head, top })).published).toBe(published);
  });
});

describe("the date that readers see near the headline", () => {
  test.each([
    ["Russian", "10 февраля 2026, 12:00"],
    ["Russian, with a word in front", "Опубликовано: 10.02.2026 12:00"],
    ["English", "February 10, 2026 12:00"],
    ["Kazakh", "10 ақпан 2026, 12:00"],
    ["Kazakh, the year in front", "2026 жылғы 10 ақпан, 12:00"],
    ["Uzbek", "10-fevral, 2026 12:00"],
    ["Uzbek in Cyrillic", "10 февраль 2026, 12:00"],
    ["Kyrgyz", "10-февраль, 2026, 12:00"],
  ])("in %s: %s", (_, line) => {
    const top = `<h1>Открыт пункт пропуска</h1><div class="line"><span>${line}</span></div>`;
    expect(read(aPage({ top })).published).toBe("2026-02-10T07:00:00.000Z");
  });

  test("below the headline goes before above it, where today's date stands", () => {
    const top = "<div>Сегодня 12 февраля 2026</div><h1>Открыт пункт пропуска</h1><p>10 февраля 2026, 12:00</p>";
    expect(read(aPage({ top })).published).toBe("2026-02-10T07:00:00.000Z");
  });

  test("is not that of an update", () => {
    const top = "<h1>Открыт пункт</h1><p>Обновлено: 10.02.2026 13:00</p><p>Опубликовано: 10.02.2026 12:00</p>";
    expect(read(aPage({ top }))).toMatchObject({
      published: "2026-02-10T07:00:00.000Z",
      updated: "2026-02-10T08:00:00.000Z",
    });
  });

  test("a sentence with a date is no date line", () => {
    const body =
      "<p>Подписание договора, о котором шла речь, состоялось ещё 3 марта 2021 года, напомнили в министерстве.</p>";
    expect(read(aPage({ body: body.repeat(3) })).published).toBeUndefined();
  });
});

describe("the day in the page's address, where the page has no date", () => {
  test.each([
    ["/2026/02/10/punkt", "2026-02-09T19:00:00.000Z"],
    ["/news/2026-02-10-punkt", "2026-02-09T19:00:00.000Z"],
    ["/20260210/1", "2026-02-09T19:00:00.000Z"],
    ["/2026/2/10/1", "2026-02-09T19:00:00.000Z"],
    ["/news/20261310", undefined],
    ["/id/120260210", undefined],
    ["/2026/02/", undefined],
  ])("%s", (path, published) => {
    expect(read(aPage(), { url: `https://steppe.example${path}` }).published).toBe(published);
  });
});

describe("the update", () => {
  const published = meta("article:published_time", "2026-02-10T07:00:00Z");
  test.each<[what: string, head: string, top: string, updated: string | undefined]>([
    [
      "in JSON-LD",
      ld({ "@type": "NewsArticle", dateModified: "2026-02-10T08:00:00Z" }),
      "",
      "2026-02-10T08:00:00.000Z",
    ],
    ["in OpenGraph", meta("article:modified_time", "2026-02-10T08:00:00Z"), "", "2026-02-10T08:00:00.000Z"],
    [
      "in microdata",
      "",
      '<time itemprop="dateModified" datetime="2026-02-10T13:00"></time>',
      "2026-02-10T08:00:00.000Z",
    ],
    [
      "in Russian",
      "",
      "<h1>Пункт</h1><p>10.02.2026 12:00 (обновлено 10.02.2026 13:00)</p>",
      "2026-02-10T08:00:00.000Z",
    ],
    ["in Kazakh", "", "<h1>Бекет</h1><p>Жаңартылды: 10 ақпан 2026, 13:00</p>", "2026-02-10T08:00:00.000Z"],
    ["in Uzbek", "", "<h1>Post</h1><p>Yangilandi: 10.02.2026 13:00</p>", "2026-02-10T08:00:00.000Z"],
    ["before the publication, which is none", meta("article:modified_time", "2026-02-09T08:00:00Z"), "", undefined],
    ["nowhere", "", "", undefined],
  ])("%s", (_, head, top, updated) => {
    expect(read(aPage({ head: published + head, top }))).toMatchObject({
      published: "2026-02-10T07:00:00.000Z",
      ...(updated === undefined ? {} : { updated }),
    });
    expect(read(aPage({ head: published + head, top })).updated).toBe(updated);
  });

  test("is not taken for the publication", () => {
    const time =
      '<time class="updated" datetime="2026-02-10T08:00:00Z"></time><time datetime="2026-02-10T07:00:00Z"></time>';
    expect(read(aPage({ top: time }))).toMatchObject({
      published: "2026-02-10T07:00:00.000Z",
      updated: "2026-02-10T08:00:00.000Z",
    });
  });
});
