import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SitePage } from "../../shared/digest/site.ts";
import { aSiteInMemory, firstTwoAlike } from "../support/a-site.ts";
import { aDay, aMatch, anArticle, DAY } from "../support/an-edition.ts";
import { openBrowser, type ServedSite, serveSite } from "../support/browser.ts";

const EDITION = `${DAY}/index.html`;
const CLAIM = "position/p4.en.html";
/** What is folded is laid out in the frame after the one that unfolds it. */
const TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
/** As text, because these tests are compiled without the browser's own types. */
const SHOWN = `(selector) => [...document.querySelectorAll(selector)]
  .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 0)
  .map((element) => element.outerHTML.slice(0, 80))`;
const ADDRESSES = `[...document.querySelectorAll("main :is(blockquote, cite) a")].map((link) => {
  const { content, display } = getComputedStyle(link, "::after");
  return { href: link.getAttribute("href"), content: JSON.parse(content), display };
})`;
const BREAKS = `(selector) => [...new Set([...document.querySelectorAll(selector)].map((e) => getComputedStyle(e).breakInside))]`;
/** How light each background is, of 765. */
const BACKGROUNDS = `[...document.querySelectorAll("html, body, body *")]
  .filter((element) => element.checkVisibility())
  .map((element) => getComputedStyle(element).backgroundColor.match(/[\\d.]+/gu).map(Number))
  .filter(([, , , alpha = 1]) => alpha > 0)
  .map(([red, green, blue]) => red + green + blue)`;

describe("a page on paper", () => {
  let browser: Browser;
  let site: ServedSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(), serveSite(await sitePages())]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });

  /** Opens a page as it is printed, by a reader whose screen is dark. */
  async function printed(path: string, look: (page: Page) => Promise<void>) {
    const page = await browser.newPage({ colorScheme: "dark", viewport: { width: 672, height: 950 } });
    await page.goto(site.address + path);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(TWO_FRAMES);
    await look(page);
    await page.close();
  }
  const shown = async (page: Page, selector: string): Promise<string[]> =>
    await page.evaluate(`(${SHOWN})(${JSON.stringify(selector)})`);

  test.each([EDITION, CLAIM])("%s has what is folded, and not what only a screen has any use for", async (path) => {
    await printed(path, async (page) => {
      expect(await page.locator("details:not([open])").count()).toBeGreaterThan(0);
      const folded = await page.locator("details:not([open]) :is(li, td)").count();
      expect(await shown(page, "details:not([open]) :is(li, td)")).toHaveLength(folded);
      expect(await shown(page, "nav, .skip, .formats, form, button")).toEqual([]);
    });
  });

  test.each([EDITION, CLAIM])("%s has the address of every source in letters", async (path) => {
    await printed(path, async (page) => {
      const links: { href: string; content: string; display: string }[] = await page.evaluate(ADDRESSES);
      expect(links.length).toBeGreaterThan(3);
      for (const { href, content, display } of links)
        expect({ content, display }).toEqual({ content: href, display: "block" });
    });
  });

  test.each([EDITION, CLAIM])(
    "%s is on white, whatever the reader's screen is, and its charts are printed",
    async (path) => {
      await printed(path, async (page) => {
        const backgrounds: number[] = await page.evaluate(BACKGROUNDS);
        expect(Math.min(...backgrounds)).toBe(3 * 255);
        const chart = path === EDITION ? ".balance svg" : ".chart svg";
        expect((await shown(page, chart)).length).toBeGreaterThan(0);
        const adjust = `getComputedStyle(document.querySelector("${chart}")).printColorAdjust`;
        expect(await page.evaluate(adjust)).toBe("exact");
      });
    },
  );

  test("cuts no quotation, claim or row in two", async () => {
    await printed(EDITION, async (page) => {
      for (const selector of [".line", ".refs", ".positions > section", ".balance li", ".columns li", "tr"])
        expect(await page.evaluate(`(${BREAKS})(${JSON.stringify(selector)})`), selector).toEqual(["avoid"]);
    });
  });

  test("keeps within the paper, at the width of its type area", async () => {
    for (const path of [EDITION, CLAIM])
      await printed(path, async (page) => {
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(672);
      });
  });

  test("comes in pages of A4 that are numbered", async () => {
    const page = await browser.newPage();
    await page.goto(site.address + EDITION);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    await page.close();
    const boxes = [...pdf.matchAll(/\/MediaBox \[([^\]]+)\]/gu)].map(([, box = ""]) => box.split(" ").map(Number));
    expect(boxes.length).toBeGreaterThan(2);
    for (const [, , width = 0, height = 0] of boxes) {
      expect(width / height).toBeCloseTo(210 / 297, 2);
    }
    const rules = `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText)
      .filter((text) => text.startsWith("@page")).join()`;
    const other = await browser.newPage();
    await other.goto(site.address + EDITION);
    expect(await other.evaluate(rules)).toMatch(/@bottom-right \{[^}]*counter\(page\)/u);
    await other.close();
  });
});

/** Two days, of which the second has more evidence than is in sight. */
async function sitePages(): Promise<readonly SitePage[]> {
  const site = aSiteInMemory({ languages: ["ru", "en"] });
  const crowd = Array.from({ length: 14 }, (_, i) => {
    const article = anArticle({ id: `${i}`.padStart(16, "0"), title: `Headline ${i}` });
    return aMatch({ article, position: { id: "p4", quote: `Headline ${i}`, speaker: `Speaker ${i}` } });
  });
  for (const day of ["2026-02-09", DAY]) {
    await site.find(day, { matches: [...firstTwoAlike(aDay().matches), ...crowd] });
    await site.publish(day);
  }
  site.store.close();
  return site.pages();
}
