import { describe, expect, test } from "vitest";
import { aPage, PARAGRAPHS, read } from "../../support/a-page.ts";
import { ld } from "../../support/page-head.ts";

const TEASER = `<p>${PARAGRAPHS[0]}</p>`;
const ARTICLE = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");
const LONG = ARTICLE.repeat(9);

describe("a paid article of which the beginning is shown", () => {
  test.each([
    ["Russian", "Материал доступен только подписчикам."],
    ["Russian, the reader addressed", "Чтобы прочитать статью полностью, оформите подписку."],
    ["English", "Subscribe to continue reading"],
    ["English, the article spoken of", "This article is only available to our subscribers."],
    ["Kazakh", "Мақаланың толық нұсқасы тек жазылушыларға қолжетімді."],
    ["Kyrgyz", "Макаланын толук тексти жазылуучуларга гана ачык."],
    ["Uzbek", "Maqolaning toʻliq matni faqat obunachilar uchun."],
    ["Uzbek in Cyrillic", "Мақоланинг тўлиқ матни фақат обуначилар учун."],
  ])("is told by its notice in %s", (_, notice) => {
    const page = read(aPage({ body: `${TEASER}<div class="gate"><h3>${notice}</h3></div>` }));
    expect(page).toMatchObject({ title: "Открыт пункт пропуска", problem: "a paywall in place of the article" });
    expect(page.text).toBeUndefined();
  });

  test.each([["False"], [false]])("is told by JSON-LD: %s", (isAccessibleForFree) => {
    const head = ld({ "@type": "NewsArticle", isAccessibleForFree });
    expect(read(aPage({ head, body: TEASER })).problem).toBe("a paywall in place of the article");
  });

  test("is read where the page has all of it", () => {
    const head = ld({ "@type": "NewsArticle", isAccessibleForFree: false });
    expect(read(aPage({ head, body: LONG })).text).toContain(PARAGRAPHS[2]);
    expect(read(aPage({ body: `${LONG}<p>Already a subscriber? Sign in.</p>` })).text).toContain(PARAGRAPHS[2]);
  });

  test("is not every note that speaks of subscribers", () => {
    const body = `${ARTICLE}<p>Число подписчиков пресс-службы за год удвоилось. Подпишитесь на наш канал.</p>`;
    expect(read(aPage({ body })).problem).toBeUndefined();
  });
});

describe("a question about cookies", () => {
  const QUESTIONS = {
    English:
      "<p>We and our partners use cookies to store and access personal data, such as browsing data.</p><p>By clicking Accept you give your consent to the use of cookies for ads and analytics; see our cookie policy.</p>",
    Russian:
      "<p>Мы используем файлы cookie, чтобы сайт работал лучше и показывал вам подходящую рекламу.</p><p>Продолжая, вы даёте согласие на обработку персональных данных и использование cookie.</p>",
  };
  test.each(Object.entries(QUESTIONS))("in place of the article, in %s", (_, question) => {
    const page = `<html><body><main><h1>Прежде чем продолжить</h1><div>${question}</div></main></body></html>`;
    expect(read(page).problem).toBe("a question about cookies in place of the article");
  });

  test.each(Object.entries(QUESTIONS))("over the article is passed over, in %s", (_, question) => {
    const banner = `<div id="cookie-banner">${question.repeat(3)}<button>OK</button></div>`;
    expect(read(aPage({ top: banner })).text).toBe(PARAGRAPHS.join("\n\n"));
    expect(read(aPage().replace("<nav>", `${banner}<nav>`)).text).toBe(PARAGRAPHS.join("\n\n"));
  });

  test("is not an article on cookies", () => {
    const body = `${ARTICLE}<p>Новый закон обяжет сайты спрашивать согласие на файлы cookie, заявил министр.</p>`;
    expect(read(aPage({ body })).text).toContain("файлы cookie");
  });
});

describe("other stubs", () => {
  test.each([
    [
      "a check for robots",
      "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing steppe.example. This process is automatic, and your browser will redirect shortly.</p></body></html>",
      "a check for robots in place of the article",
    ],
    [
      "a page that is not there, with the status of one that is",
      "<html><head><title>Страница не найдена</title></head><body><p>К сожалению, такой страницы у нас нет. Вернитесь на главную или найдите нужный материал через поиск по сайту.</p></body></html>",
      "the notice that there is no such page",
    ],
  ])("%s", (_, page, problem) => {
    expect(read(page).problem).toBe(problem);
  });
});
