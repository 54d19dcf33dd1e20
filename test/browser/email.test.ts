import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderEmail } from "../../shared/digest/render-email.ts";
import { DIGEST_LANGUAGES, type DigestLanguage } from "../../shared/model.ts";
import { aMatch, anArticle, anEdition, aSite, aSource, aWatchlist } from "../support/an-edition.ts";
import { openBrowser } from "../support/browser.ts";

const SCRIPT = "</style><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
const COLOURS = ["light", "dark"] as const;
/** As text, because these tests are compiled without the browser's own types. */
const PAPER = "getComputedStyle(document.body).backgroundColor";
const BEYOND_THE_PAGE = `[...document.querySelectorAll("*")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
  .map((element) => element.outerHTML.slice(0, 100))`;

function letterIn(language: DigestLanguage): string {
  const edition = anEdition({ revision: 2 });
  return renderEmail(edition, { ...aSite(edition), address: "https://d1.cloudfront.net/" }, language).html;
}

describe("a letter in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => await browser?.close());

  /** Shows the letter, hands it to `look`, and returns what the console said and what was asked of anyone. */
  async function show(
    html: string,
    { width = 700, colorScheme = "light" as (typeof COLOURS)[number] },
    look: (page: Page) => Promise<void>,
  ) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => asked.push(request.url()));
    await page.setContent(html);
    await look(page);
    await context.close();
    return { said, asked };
  }

  test.each(DIGEST_LANGUAGES.flatMap((language) => [320, 360, 700].map((width) => ({ language, width }))))(
    "fits $width px ($language), and asks nothing of anyone",
    async ({ language, width }) => {
      const seen = await show(letterIn(language), { width }, async (page) => {
        expect(await page.evaluate(BEYOND_THE_PAGE)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      });
      expect(seen).toEqual({ said: [], asked: [] });
    },
  );

  test("breaks a word that is longer than the page", async () => {
    const title = "https://steppe-post.example/".padEnd(300, "х");
    const edition = anEdition({ matches: [aMatch({ article: anArticle({ title }), position: { id: "p4" } })] });
    await show(renderEmail(edition, aSite(edition), "ru").html, { width: 320 }, async (page) => {
      expect(await page.evaluate(BEYOND_THE_PAGE)).toEqual([]);
    });
  });

  test.each(COLOURS)(
    "has no serious accessibility finding when it is %s, and colours of its own",
    async (colorScheme) => {
      await show(letterIn("ru"), { colorScheme }, async (page) => {
        expect(await page.evaluate(PAPER)).toBe(colorScheme === "light" ? "rgb(252, 251, 248)" : "rgb(21, 20, 18)");
        const { violations, passes } = await new AxeBuilder({ page }).analyze();
        const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
        expect(passes.map(({ id }) => id)).toContain("color-contrast");
      });
    },
  );

  test("runs nothing that came from outside", async () => {
    const article = anArticle({ title: SCRIPT, text: `"><svg onload="document.title='owned'"> ${SCRIPT}` });
    const watchlist = aWatchlist({ sources: [aSource({ name: SCRIPT })] });
    const edition = anEdition({ watchlist, matches: [aMatch({ article, position: { id: "p4", quote: SCRIPT } })] });
    const title = { ru: SCRIPT, en: SCRIPT };
    const { html } = renderEmail(edition, { title, languages: ["ru"] }, "ru");
    const seen = await show(html, {}, async (page) => {
      expect(await page.title()).not.toBe("owned");
      expect(await page.locator("script, img, svg, [onerror], [onload]").count()).toBe(0);
      expect(await page.locator("body").textContent()).toContain(SCRIPT);
    });
    expect(seen).toEqual({ said: [], asked: [] });
  });
});
