import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EditionInput } from "../../shared/digest/edition.ts";
import type { SitePage } from "../../shared/digest/site.ts";
import { aSiteInMemory, firstTwoAlike, type SiteOptions } from "../support/a-site.ts";
import { aDay, aMatch, anArticle, aSource, aWatchlist, DAY } from "../support/an-edition.ts";
import { openBrowser, type ServedSite, serveSite } from "../support/browser.ts";
import { BODY_WIDTH } from "../support/page-checks.ts";

const DAY_BEFORE = "2026-02-09";
/** Where text from outside is shown: each kind of page, and each language. */
const PAGES = [
  `${DAY}/index.html`,
  `${DAY}/index.kk.html`,
  `${DAY_BEFORE}/index.uz.html`,
  "index.en.html",
  "archive.html",
  "positions.uz.html",
  "sources.html",
  "search.en.html",
  "position/p4.html",
  "position/p4/2026-02.en.html",
  "theme/water.kk.html",
  "theme/water/2026-02.html",
  "source/steppe-post.en.html",
  "source/steppe-post/2026-02.uz.html",
];
const SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

/** A site of two finished days, as the program publishes it; two of the second day's articles are on one story. */
async function sitePages(options: SiteOptions = {}, changed: Partial<EditionInput> = {}): Promise<readonly SitePage[]> {
  const site = aSiteInMemory({ languages: ["ru", "en", "kk", "uz"], ...options });
  for (const day of [DAY_BEFORE, DAY]) {
    await site.find(day, { matches: firstTwoAlike(aDay().matches), ...changed });
    await site.publish(day);
  }
  site.store.close();
  return site.pages();
}

/** Every place that text from outside can reach, filled with markup. */
async function hostilePages(): Promise<readonly SitePage[]> {
  const article = anArticle({
    title: `A title ${SCRIPT}`,
    text: `"><svg onload="document.title='owned'"> A sentence ${SCRIPT}`,
    url: "javascript:document.title='owned'",
    textFrom: "feed",
    pageProblem: `503 ${SCRIPT}`,
  });
  const quote = article.text;
  const watchlist = aWatchlist({ sources: [aSource({ name: `Outlet ${SCRIPT}`, country: SCRIPT })] });
  const matches = [aMatch({ article, position: { id: "p4", quote, speaker: SCRIPT }, theme: { id: "water", quote } })];
  return await sitePages({ watchlist }, { matches });
}

describe("a digest in a real browser", () => {
  let browser: Browser;
  let site: ServedSite;
  let pages: readonly SitePage[];
  beforeAll(async () => {
    pages = await sitePages();
    [browser, site] = await Promise.all([openBrowser(), serveSite(pages)]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });

  /** Opens a page, hands it to `look`, and returns what the console said and what was asked of other origins. */
  async function visit(address: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const said: string[] = [];
    const strayed: string[] = [];
    const failed: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(new URL("/", address).href)) strayed.push(request.url());
    });
    page.on("requestfailed", (request) => failed.push(request.url()));
    await page.goto(address);
    await look(page);
    await context.close();
    return { said, strayed, failed };
  }

  test("opens from a folder by double click, style and links included", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mizan-site-"));
    for (const { key, body } of pages) {
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      writeFileSync(join(folder, key), body);
    }
    const address = pathToFileURL(join(folder, "index.html")).href;
    const seen = await visit(address, {}, async (page) => {
      expect(await page.evaluate(BODY_WIDTH)).not.toBe("none");
      await page.getByRole("link", { name: "Архив" }).click();
      await page.getByRole("link", { name: "10 февраля" }).click();
      await page.getByRole("link", { name: "Тезисы", exact: true }).click();
      await page.getByRole("link", { name: "Прямой контакт глав регионов" }).click();
      expect(page.url()).toBe(pathToFileURL(join(folder, "position/p4.html")).href);
      await page.getByRole("link", { name: "10 февраля 2026" }).first().click();
      expect(page.url()).toBe(pathToFileURL(join(folder, DAY, "index.html")).href);
    });
    expect(seen).toEqual({ said: [], strayed: [], failed: [] });
    rmSync(folder, { recursive: true });
  });

  test("the other language is one link away, and the same distance back", async () => {
    await visit(`${site.address}${DAY}/index.html`, {}, async (page) => {
      for (const [name, language] of [
        ["English", "en"],
        ["Қазақша", "kk"],
        ["Oʻzbekcha", "uz"],
      ] as const) {
        await page.getByRole("link", { name }).click();
        expect(page.url()).toBe(`${site.address}${DAY}/index.${language}.html`);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
      }
      await page.getByRole("link", { name: "Русский" }).click();
      expect(page.url()).toBe(`${site.address}${DAY}/index.html`);
    });
  });

  test("every claim of the overview leads to its evidence", async () => {
    await visit(`${site.address}index.html`, {}, async (page) => {
      const links = await page.locator(".balance li a").all();
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) {
        const target = await link.getAttribute("href");
        expect(await page.locator(`${target} blockquote`).count()).toBeGreaterThan(0);
      }
    });
  });

  test("runs nothing that came from outside, and links to no script", async () => {
    const hostile = await serveSite(await hostilePages());
    try {
      for (const path of PAGES) {
        const seen = await visit(hostile.address + path, {}, async (page) => {
          expect(await page.title()).toMatch(/ · (Мизан|Mizan)$/u);
          expect(
            await page.locator("script:not([src='search.js']), img, iframe, object, [onerror], [onload]").count(),
          ).toBe(0);
          expect(await page.locator('[href^="javascript" i]').count()).toBe(0);
          if (path.includes("index")) expect(await page.locator("blockquote").first().textContent()).toContain(SCRIPT);
        });
        expect(seen).toEqual({ said: [], strayed: [], failed: [] });
      }
    } finally {
      await hostile.close();
    }
  });
});
