import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSiteInMemory } from "../support/a-site.ts";
import { aMatch, anArticle } from "../support/an-edition.ts";
import { openBrowser, type ServedSite, serveSite } from "../support/browser.ts";

const SCRIPT = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

/** Two months: an article on each of two days, and one that would act if it could. */
async function pages() {
  const site = aSiteInMemory();
  const articles = [
    ["2026-01-31", { id: "000000000000000a", title: "Ёлка на площади", text: "Ёлка стоит.", language: "ru" }],
    ["2026-02-01", { id: "000000000000000b", title: "Oʻzbekiston suvi", text: "Suv haqida.", language: "uz" }],
    ["2026-02-02", { id: "000000000000000c", title: `Water ${SCRIPT}`, text: "Water.", url: "javascript:alert(1)" }],
  ] as const;
  for (const [day, changed] of articles) {
    const article = anArticle(changed);
    const position = { id: "p4", relation: "against", quote: article.text, speaker: "Равшан Қодиров" } as const;
    await site.find(day, { matches: [aMatch({ article, position })] });
    await site.publish(day);
  }
  site.store.close();
  return site.pages();
}

describe("the search", () => {
  let browser: Browser;
  let site: ServedSite;
  let page: Page;
  const said: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    site = await serveSite(await pages());
    page = await browser.newPage();
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(site.address)) said.push(request.url());
    });
    await page.goto(`${site.address}search.en.html`);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });

  /** What is found, after typing it. */
  async function found(query: string): Promise<string[]> {
    await page.getByLabel("Words or their beginnings").fill(query);
    await page.locator("#status:not(:empty)").waitFor();
    return await page.locator("#results cite").allTextContents();
  }

  test("finds by the beginnings of words, whatever their case and apostrophes, the newest month first", async () => {
    expect(await found("oʻzbek")).toEqual(["Oʻzbekiston suvi"]);
    expect(await found("O'ZBEKISTON suv")).toEqual(["Oʻzbekiston suvi"]);
    expect(await found("Қодиров")).toHaveLength(2);
    expect(await found("zbekiston")).toEqual([]);
    expect(await page.locator("#status").textContent()).toBe("Nothing found since 1 February 2026.");
  });

  test("goes further back when asked", async () => {
    expect(await found("елк")).toEqual([]);
    await page.getByRole("button", { name: "Search further back" }).click();
    await page.locator("#results cite").waitFor();
    expect(await page.locator("#results cite").allTextContents()).toEqual(["Ёлка на площади"]);
    expect(await page.locator("#older").isHidden()).toBe(true);
    expect(await page.locator("#results .line.against blockquote").textContent()).toBe("Ёлка стоит.");
    expect(await page.getByRole("link", { name: "31 January 2026" }).getAttribute("href")).toBe(
      "2026-01-31/index.en.html",
    );
  });

  test("shows what an outlet wrote as text, links to no script, and asks nobody", async () => {
    expect(await found("water")).toEqual([`Water ${SCRIPT}`]);
    expect(await page.title()).toBe("Search · Mizan");
    expect(await page.locator("#results img, #results script, #results [href^=javascript]").count()).toBe(0);
    expect(said).toEqual([]);
  });

  test("says a day as the rest of the site does", async () => {
    await page.goto(`${site.address}search.html`);
    await page.locator("#query").fill("oʻzbek");
    await page.locator("#status:not(:empty)").waitFor();
    expect(await page.locator("#status").textContent()).toBe("Найдено материалов: 1, начиная с 1 февраля 2026.");
    expect(await page.locator("#results .refs > a").textContent()).toBe("1 февраля 2026");
  });

  test("is reached and used by the keyboard alone", async () => {
    await page.goto(`${site.address}search.en.html`);
    const reached: string[] = [];
    for (let i = 0; i < 12 && reached.at(-1) !== "query"; i++) {
      await page.keyboard.press("Tab");
      reached.push(
        String(await page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")),
      );
    }
    expect(reached).toEqual([
      "Skip to the content",
      "Mizan",
      "Claims",
      "Outlets",
      "Archive",
      "Search",
      "Русский",
      "query",
    ]);
    // Three questions in a row, while the month that answers them is still on its way.
    await page.keyboard.type("suv");
    await page.locator("#results cite").waitFor();
    for (const expected of ["Search", "Oʻzbekiston suvi"]) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe(expected);
    }
  });

  test("says what it needs where there is no JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${site.address}search.en.html`);
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts.
    expect(await plain.locator("main").innerText()).toContain("The search needs JavaScript.");
    await context.close();
  });
});
