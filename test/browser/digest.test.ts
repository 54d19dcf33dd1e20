import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderSite, type SitePage } from "../../shared/digest/render-site.ts";
import { aDay, aMatch, anArticle, anEdition, aSite, aSource, aWatchlist, DAY } from "../support/an-edition.ts";
import { openBrowser, type ServedSite, serveSite } from "../support/browser.ts";

const PAGES = [`${DAY}/index.html`, `${DAY}/index.en.html`, "index.html", "archive.html", "archive.en.html"];
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

function sitePages(edition = anEdition()): readonly SitePage[] {
  return renderSite(edition, aSite(edition));
}

/** Every place that text from outside can reach, filled with markup. */
function hostilePages(): readonly SitePage[] {
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
  const problems = [{ source: SCRIPT, stage: "read" as const, reason: SCRIPT }];
  return sitePages(anEdition({ ...aDay(), watchlist, matches, problems }));
}

describe("a digest in a real browser", () => {
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(), serveSite(sitePages())]);
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
    for (const { key, body } of sitePages()) {
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      writeFileSync(join(folder, key), body);
    }
    const address = pathToFileURL(join(folder, "index.html")).href;
    const seen = await visit(address, {}, async (page) => {
      expect(await page.evaluate(BODY_WIDTH)).not.toBe("none");
      await page.getByRole("link", { name: "Архив" }).click();
      await page.getByRole("link", { name: "10 февраля" }).click();
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
      await page.getByRole("link", { name: "English" }).click();
      expect(page.url()).toBe(`${site.address}${DAY}/index.en.html`);
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      await page.getByRole("link", { name: "Русский" }).click();
      expect(page.url()).toBe(`${site.address}${DAY}/index.html`);
    });
  });

  test("every claim of the overview leads to its evidence", async () => {
    await visit(`${site.address}index.html`, {}, async (page) => {
      const links = await page.locator(".balance a").all();
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) {
        const target = await link.getAttribute("href");
        expect(await page.locator(`${target} blockquote`).count()).toBeGreaterThan(0);
      }
    });
  });

  test("no link within the site leads nowhere, but to pages of earlier days", async () => {
    const keys = new Set(sitePages().map(({ key }) => key));
    for (const path of PAGES) {
      await visit(site.address + path, {}, async (page) => {
        const hrefs = await Promise.all(
          (await page.locator("a[href], link[href]").all()).map(async (link) => await link.getAttribute("href")),
        );
        const own = hrefs
          .map((href) => new URL(href ?? "", page.url()))
          .filter(({ href }) => href.startsWith(site.address));
        const unknown = own
          .map(({ pathname }) => pathname.slice(1))
          .filter((key) => !keys.has(key) && !/^2026-0[12]-\d\d\/index(\.en)?\.html$/u.test(key));
        expect(unknown).toEqual([]);
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
    const hostile = await serveSite(hostilePages());
    try {
      for (const path of PAGES) {
        const seen = await visit(hostile.address + path, {}, async (page) => {
          expect(await page.title()).toMatch(/ · (Мизан|Mizan)$/u);
          expect(await page.locator("script, img, iframe, object, [onerror], [onload]").count()).toBe(0);
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
