import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EditionInput } from "../../shared/digest/edition.ts";
import type { SitePage } from "../../shared/digest/site.ts";
import { aSiteInMemory, firstTwoAlike, onDay, type SiteOptions } from "../support/a-site.ts";
import { aDay, aMatch, anArticle, aSource, aWatchlist, DAY } from "../support/an-edition.ts";
import { openBrowser, type ServedSite, serveSite } from "../support/browser.ts";

const DAY_BEFORE = "2026-02-09";
/** The story that both days have; it is named by its first article. */
const STORY = `story/${
  aDay()
    .matches.slice(0, 1)
    .map((match) => onDay(match, DAY_BEFORE).article.id)[0]
}.html`;
/** Each kind of page, and each language. */
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
  STORY,
];
/** What only the stylesheet gives; as text, because these tests are compiled without the browser's own types. */
const BODY_WIDTH = "getComputedStyle(document.body).maxWidth";
/** The elements that reach into the page's right margin. */
const BEYOND_MARGINS = `(() => {
  const margin = Number.parseFloat(getComputedStyle(document.body).paddingRight);
  const right = document.body.getBoundingClientRect().right - margin + 0.5;
  return [...document.querySelectorAll("main *, footer *")]
    .filter((element) => element.getBoundingClientRect().right > right && !element.closest("svg"))
    .map((element) => element.outerHTML.slice(0, 100));
})()`;
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

  test.each(PAGES)("%s says nothing on the console and asks nothing of other origins", async (path) => {
    const seen = await visit(site.address + path, {}, async (page) => {
      await expect(page.evaluate(BODY_WIDTH)).resolves.not.toBe("none");
    });
    expect(seen).toEqual({ said: [], strayed: [], failed: [] });
  });

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

  test.each(PAGES.flatMap((path) => (["light", "dark"] as const).map((colorScheme) => ({ path, colorScheme }))))(
    "$path has no serious accessibility finding when it is $colorScheme",
    async ({ path, colorScheme }) => {
      await visit(site.address + path, { colorScheme }, async (page) => {
        for (const fold of await page.locator("details").all()) await fold.evaluate((e) => e.setAttribute("open", ""));
        const { violations, passes } = await new AxeBuilder({ page }).analyze();
        const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
        expect(passes.map(({ id }) => id)).toContain("color-contrast");
      });
    },
  );

  test.each(PAGES.flatMap((path) => [320, 360, 768, 1280].map((width) => ({ path, width }))))(
    "$path does not scroll sideways at $width px, and nothing leaves its margins",
    async ({ path, width }) => {
      await visit(site.address + path, { viewport: { width, height: 800 } }, async (page) => {
        for (const fold of await page.locator("details").all()) await fold.evaluate((e) => e.setAttribute("open", ""));
        expect(await page.evaluate(BEYOND_MARGINS)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      });
    },
  );

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
      const links = await page.locator(".balance .claim-line a").all();
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) {
        const target = await link.getAttribute("href");
        expect(await page.locator(`${target} blockquote`).count()).toBeGreaterThan(0);
      }
    });
  });

  test("no link within the site leads nowhere", async () => {
    const keys = new Set(pages.map(({ key }) => key));
    for (const path of PAGES) {
      await visit(site.address + path, {}, async (page) => {
        const hrefs = await Promise.all(
          (await page.locator("a[href], link[href]").all()).map(async (link) => await link.getAttribute("href")),
        );
        const own = hrefs
          .map((href) => new URL(href ?? "", page.url()))
          .filter(({ href }) => href.startsWith(site.address));
        expect(own.map(({ pathname }) => pathname.slice(1)).filter((key) => !keys.has(key))).toEqual([]);
        expect(own.length).toBeGreaterThan(5);
      });
    }
  });

  test("reads the same without JavaScript", async () => {
    const texts: string[] = [];
    for (const javaScriptEnabled of [true, false]) {
      await visit(`${site.address}index.html`, { javaScriptEnabled }, async (page) => {
        // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, folds and all, is the point.
        texts.push(await page.locator("body").innerText());
      });
    }
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain("10 февраля 2026");
  });

  test("runs nothing that came from outside, and links to no script", async () => {
    const hostile = await serveSite(await hostilePages());
    try {
      for (const path of PAGES.filter((key) => key !== STORY)) {
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
