import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aPage, PARAGRAPHS, read } from "../../support/a-page.ts";
import { ld } from "../../support/page-head.ts";

const TEXT = PARAGRAPHS.join("\n\n");

describe("the text of a page", () => {
  test("is the article, paragraphs parted by blank lines, and nothing around it", () => {
    expect(read(aPage()).text).toBe(TEXT);
  });

  test.each<[what: string, body: string]>([
    [
      "line breaks of the source inside paragraphs",
      PARAGRAPHS.map((text) => `<p>${text.replaceAll(" ", "\n  ")}</p>`).join(""),
    ],
    ["paragraphs that do not close", PARAGRAPHS.map((text) => `<p>${text}`).join("")],
    ["paragraphs parted by line breaks", `<div>${PARAGRAPHS.join("<br><br>")}</div>`],
    ["divs for paragraphs", PARAGRAPHS.map((text) => `<div>${text}</div>`).join("")],
    ["a script inside", PARAGRAPHS.map((text) => `<p>${text}</p><script>show("<p>реклама</p>")</script>`).join("")],
    [
      "a picture with its caption",
      `<figure><img src="a.jpg"><figcaption>Фото: пресс-служба</figcaption></figure>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}`,
    ],
    [
      "a read-also box",
      `<p>${PARAGRAPHS[0]}</p><aside><a href="/2">Ещё новость о другом</a></aside><p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p>`,
    ],
    [
      "a list of links",
      `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}<ul><li><a href="/2">Новость о другом городе</a><li><a href="/3">Новость о третьем городе</a></ul>`,
    ],
    [
      "a call to subscribe, its links gone",
      `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}<p>Подписывайтесь на наш канал:</p><p>Поделиться:</p>`,
    ],
    [
      "the headline again in the first line",
      `<p>Открыт пункт  пропуска</p>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}`,
    ],
    [
      "a part with an unlucky name",
      `<div class="shared-content related">${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</div>`,
    ],
    [
      "nested tables",
      `<table><tr><td><table><tr><td>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</td></tr></table></td></tr></table>`,
    ],
    ["entities", PARAGRAPHS.map((text) => `<p>${text.replaceAll(" ", "&#32;")}</p>`).join("")],
  ])("%s", (_, body) => {
    expect(read(aPage({ body })).text).toBe(TEXT);
  });

  test("keeps a first sentence that begins like the headline", () => {
    const first = "Открыт пункт пропуска Сарыагаш, сообщили на границе двух стран сегодня утром журналистам.";
    expect(read(aPage({ body: `<p>${first}</p><p>${TEXT}</p>` })).text).toMatch(/^Открыт пункт пропуска Сарыагаш/u);
  });

  test.each<[what: string, page: string]>([
    ["html, head and body", aPage().replace(/<\/?(?:html|head|body)[^>]*>/gu, "")],
    ["head and body", aPage().replace(/<\/?(?:head|body)[^>]*>/gu, "")],
    ["all but its paragraphs", PARAGRAPHS.map((text) => `<p>${text}`).join("")],
  ])("is found where a page leaves out %s", (_, page) => {
    expect(read(page).text).toBe(TEXT);
  });

  test.each<[charset: string, head: string, contentType: string | undefined]>([
    ["windows-1251", '<meta charset="windows-1251">', undefined],
    ["windows-1251", "", "text/html; charset=windows-1251"],
    ["windows-1251", "", undefined],
    ["koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "text/html"],
  ])("is read in %s (%s, %s)", (charset, head, contentType) => {
    const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const bytes = Uint8Array.from(aPage({ head }), (letter) => Math.max(0, letters.indexOf(letter)));
    expect(read(bytes, contentType === undefined ? {} : { contentType })).toMatchObject({
      title: "Открыт пункт пропуска",
      text: TEXT,
    });
  });
});

describe("a page without an article says so", () => {
  const link = '<li><a href="/1">Новость дня о погоде</a>';
  test.each<[what: string, page: string]>([
    ["a front page of links", `<html><body><ul>${link.repeat(50)}</ul></body></html>`],
    ["a page that needs JavaScript", '<html><body><div id="app"></div><script src="/app.js"></script></body></html>'],
    ["a notice", "<html><body><p>404. Страница не найдена.</p></body></html>"],
    ["an empty body", "<html><head><title>x</title></head></html>"],
  ])("%s", (_, page) => {
    expect(read(page).problem).toBe("no article text");
  });

  test.each([
    ["nothing", ""],
    ["blanks", " \n "],
    ["JSON", '{"error": "not found"}'],
    ["a picture", "\ufffdPNG\r\n\u001a\n\u0000\u0000\u0000"],
    ["a feed", "<rss><channel><title>Вестник</title></channel></rss>"],
  ])("%s, which is no page", (_, page) => {
    expect(read(page)).toEqual({ problem: "no web page" });
  });
});

test("whatever the bytes, there is a page or none", () => {
  const pieces = fc.constantFrom(
    "<p>",
    "</p>",
    "<table>",
    "<!--",
    "<b",
    ">",
    "слово. ".repeat(20),
    "<html>",
    "&",
    '"',
    "<svg/>",
  );
  const markup = fc.array(pieces, { maxLength: 30 }).map((all) => new TextEncoder().encode(all.join("")));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), markup), (bytes) => {
      expect(read(bytes).text ?? "").not.toContain("<p>");
    }),
    { numRuns: 100 },
  );
});

describe("a megabyte of anything takes less than ten seconds", () => {
  const text = PARAGRAPHS.join(" ");
  test.each<[what: string, page: string]>([
    ["divs inside each other", "<div>".repeat(200_000)],
    ["tags that close nothing", "<div></b>".repeat(110_000)],
    ["tables inside each other", "<table><tr><td>".repeat(66_000)],
    ["opening brackets", "<".repeat(1_000_000)],
    ["line breaks", "<br>".repeat(250_000)],
    [
      "a list of picture sources",
      aPage({ body: `<p>${text}</p><img src="x" srcset="${"a".repeat(1_000_000)} b"><p>${text}` }),
    ],
    ["attributes", `<div ${"a=1 ".repeat(250_000)}><p>${text}`],
    [
      "lists in JSON-LD",
      `<script type="application/ld+json">${"[".repeat(500_000)}${"]".repeat(500_000)}</script><p>${text}`,
    ],
    ["one paragraph", `<p>${text.repeat(1_700)}`],
    ["paragraphs", `<p>${text}</p>`.repeat(3_000)],
    ["parts named alike", `<div class="author cookie date">${text}</div>`.repeat(3_000)],
    [
      "authors and dates around everything",
      `<article>${'<time class="author date" itemprop="author datePublished" rel="author">'.repeat(220)}${`<i>${text}</i>`.repeat(3_000)}`,
    ],
    ["one word that notices begin with", `<p>${"файлперсональнполндоступ".repeat(42_000)}</p>`],
    ["notices that come to nothing", `<p>${"материал чтобы читать дальше ".repeat(35_000)}</p>`],
    ["graphs in JSON-LD", ld(`${'{"mainEntity":'.repeat(70_000)}1${"}".repeat(70_000)}`)],
    ["blanks in titles", `<title>${" |".repeat(250_000)}${" ".repeat(500_000)}</title><h1>x</h1><p>${text}`],
  ])("%s", { timeout: 10_000 }, (_, page) => {
    read(page);
  });
});

describe("more than is read of a page", () => {
  test("is cut off behind three million code units, and what stands before it is read", () => {
    const comment = `<!--${"x".repeat(3_000_000)}-->`;
    const late = "<p>Этот абзац стоит за тремя миллионами знаков и поэтому не читается, сколько бы он ни обещал.</p>";
    expect(read(aPage({ body: `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}${comment}${late}` })).text).toBe(
      TEXT,
    );
  });

  test("is cut off behind sixty thousand tags and entities as well", () => {
    const late =
      "<p>Этот абзац стоит за шестьюдесятью тысячами тегов и поэтому не читается, сколько бы он ни обещал.</p>";
    const body = `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}${"<br>".repeat(60_000)}${late}`;
    expect(read(aPage({ body })).text).toBe(TEXT);
  });

  test("elements deeper inside each other than any author writes are told", () => {
    expect(read(`${"<div>".repeat(251)}${aPage()}`)).toEqual({ problem: "elements too deep inside each other" });
    expect(read(`${"<div>".repeat(200)}${aPage()}`).text).toContain(PARAGRAPHS[0]);
  });
});

test("the text that JSON-LD has is read where the page itself shows none", () => {
  const head = ld({ "@type": "NewsArticle", articleBody: PARAGRAPHS.map((text) => `<p>${text}</p>`).join("") });
  expect(read(aPage({ head, body: "" })).text).toBe(TEXT);
});

test("a player is no text", () => {
  const player = `<div class="c-mmp"><p>${"Код для вставки скопирован. ".repeat(9)}</p></div>`;
  expect(read(aPage({ body: player + PARAGRAPHS.map((text) => `<p>${text}</p>`).join("") })).text).toBe(TEXT);
});

test("nothing on a page is executed", () => {
  const page = aPage({
    head: "<script>globalThis.wasRun = true</script>",
    top: '<img src="x" onerror="globalThis.wasRun = true">',
  });
  expect(read(page).text).toBe(TEXT);
  expect(globalThis).not.toHaveProperty("wasRun");
});
