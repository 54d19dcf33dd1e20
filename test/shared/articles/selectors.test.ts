import { describe, expect, test } from "vitest";
import { aPage, PARAGRAPHS, read } from "../../support/a-page.ts";

/** An article that only who knows the outlet finds: its text is short, a longer one stands beside it. */
const page = aPage({
  top: '<h1>Вестник</h1><div class="kicker">Открыт пункт</div><i class="who">Айгуль Сейтова</i><b class="when">10.02.2026 12:00</b>',
  body: `<section data-part="body"><p>${PARAGRAPHS[0]}</p><p class="promo-line">Купите слона</p></section>
    <div class="long">${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</div>`,
});

describe("an outlet's selectors say", () => {
  test("where the text is, and what is none of it", () => {
    const text = '[data-part="body"]';
    expect(read(page, { selectors: { text } }).text).toBe(`${PARAGRAPHS[0]}\n\nКупите слона`);
    expect(read(page, { selectors: { text, remove: ".promo-line" } }).text).toBe(PARAGRAPHS[0]);
  });

  test("that each part of the text is read once, also where parts stand inside each other", () => {
    expect(read(page, { selectors: { text: "section, section p" } }).text).toBe(`${PARAGRAPHS[0]}\n\nКупите слона`);
  });

  test("what is no text, also where the text is found without them", () => {
    expect(read(page, { selectors: { remove: ".long" } }).text).not.toContain(PARAGRAPHS[1]);
  });

  test("where title, authors and date are", () => {
    expect(read(page, { selectors: { title: ".kicker", authors: ".who", published: ".when" } })).toMatchObject({
      title: "Открыт пункт",
      authors: ["Айгуль Сейтова"],
      published: "2026-02-10T07:00:00.000Z",
    });
  });

  test("nothing where they match nothing: the page is read as ever", () => {
    const selectors = { title: ".no", text: ".no", authors: ".no", published: ".no", remove: ".no" };
    expect(read(page, { selectors })).toEqual(read(page));
  });
});
