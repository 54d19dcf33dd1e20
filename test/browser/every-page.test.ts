import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameIn, type SitePage } from "../../shared/digest/site.ts";
import { DIGEST_LANGUAGES } from "../../shared/model.ts";
import { aDemoSite } from "../support/a-demo-site.ts";
import { openBrowser, type ServedSite, serveSite } from "../support/browser.ts";
import * as ask from "../support/page-checks.ts";
import { KIND_NAMES, keysByKind, type PageKind, pagesIn } from "../support/page-kinds.ts";

/** CSS pixels: the narrowest phones, a common one, a tablet, a desk. */
const WIDTHS = [320, 360, 768, 1280];
/** Every kind of page in every language: the first language reads the barest page of each kind as well as the fullest. */
const READINGS = KIND_NAMES.flatMap((kind) => DIGEST_LANGUAGES.map((language) => ({ kind, language })));

async function graveFindings(axe: AxeBuilder): Promise<string[]> {
  // Pages without frames need none of what axe does for those, in a page of its own.
  const { violations, passes } = await axe.setLegacyMode().analyze();
  expect(passes.map(({ id }) => id)).toContain("color-contrast");
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("every kind of page that the demo makes", () => {
  const folder = mkdtempSync(join(tmpdir(), "mizan-every-page-"));
  let browser: Browser;
  let site: ServedSite;
  let pages: readonly SitePage[];
  let page: Page;
  const said: string[] = [];
  beforeAll(async () => {
    [browser, pages] = await Promise.all([openBrowser(), aDemoSite(folder, DIGEST_LANGUAGES).then(pagesIn)]);
    site = await serveSite(pages);
    const context = await browser.newContext();
    page = await context.newPage();
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("requestfailed", (request) => said.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(site.address)) said.push(`asked elsewhere: ${request.url()}`);
    });
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close()]);
    rmSync(folder, { recursive: true });
  });

  function keysOf(kind: PageKind): readonly [fullest: string, barest: string] {
    const keys = keysByKind(pages).get(kind) ?? [];
    return [keys[0] ?? "", keys.at(-1) ?? ""];
  }

  /** Opens each page of the reading with all of its folds open, and hands it to `look`. */
  async function read({ kind, language }: (typeof READINGS)[number], look: (key: string) => Promise<void>) {
    const keys = language === DIGEST_LANGUAGES[0] ? new Set(keysOf(kind)) : [keysOf(kind)[0]];
    for (const key of keys) {
      await page.goto(site.address + nameIn(language, key, DIGEST_LANGUAGES));
      await page.evaluate(ask.OPEN_ALL_FOLDS);
      await look(key);
    }
  }

  test("is known here, and has a page", () => {
    const kinds = keysByKind(pages);
    expect(kinds.get(undefined)).toBeUndefined();
    expect([...kinds.keys()].toSorted()).toEqual(KIND_NAMES.toSorted());
  });

  test.each(READINGS)("fits every window, says nothing, asks nobody: $kind, $language", async (reading) => {
    const keys = new Set(pages.map(({ key }) => key));
    said.length = 0;
    await read(reading, async () => {
      await expect(page.evaluate(ask.BODY_WIDTH)).resolves.not.toBe("none");
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(ask.SIDEWAYS), `${width} px`).toBe(0);
        expect(await page.evaluate(ask.BEYOND_MARGINS), `${width} px`).toEqual([]);
        expect(await page.evaluate(ask.SMALL_TEXT), `${width} px`).toEqual([]);
        expect(await page.evaluate(ask.SMALL_TARGETS), `${width} px`).toEqual([]);
        expect(await page.evaluate(ask.LOST_SCROLLERS), `${width} px`).toEqual([]);
      }
      const own = (await page.evaluate<string[]>(ask.ADDRESSES)).filter((href) => href.startsWith(site.address));
      expect(own.map((href) => new URL(href).pathname.slice(1)).filter((key) => !keys.has(key))).toEqual([]);
      expect(own.length).toBeGreaterThan(5);
    });
    expect(said).toEqual([]);
  });

  test.each(KIND_NAMES.map((kind, i) => ({ kind, language: DIGEST_LANGUAGES[i % DIGEST_LANGUAGES.length] ?? "ru" })))(
    "has no serious accessibility finding, light or dark: $kind, $language",
    async (reading) => {
      await read(reading, async () => {
        expect(await graveFindings(new AxeBuilder({ page }))).toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        // Only colours differ in the dark.
        expect(await graveFindings(new AxeBuilder({ page }).withRules("color-contrast"))).toEqual([]);
        await page.emulateMedia({ colorScheme: "light" });
      });
    },
  );

  test.each(KIND_NAMES)("is reached by the keyboard alone, all of it and in sight: %s", async (kind) => {
    for (const key of new Set(keysOf(kind))) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(site.address + key);
      const count = await page.evaluate<number>(ask.WATCH_FOCUS);
      for (let i = 0; i <= count; i++) await page.keyboard.press("Tab");
      const focused = (await page.evaluate<ask.Focused[]>(ask.FOCUSED)).slice(0, count);
      expect(focused.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(focused.filter(({ isSeen }) => !isSeen)).toEqual([]);
      expect(count).toBeGreaterThan(8);
    }
  });

  test.each(KIND_NAMES)("lets the keyboard skip the masthead and open its folds: %s", async (kind) => {
    await page.goto(site.address + keysOf(kind)[0]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main, footer') !== null")).toBe(true);
    for (const fold of await page.locator("details").all()) {
      for (const key of ["Enter", "Space"]) {
        const wasOpen = (await fold.getAttribute("open")) !== null;
        await fold.locator("summary").press(key);
        expect((await fold.getAttribute("open")) !== null).toBe(!wasOpen);
      }
    }
  });

  test("reads the same without JavaScript, and leads on", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    for (const kind of KIND_NAMES) {
      const [key] = keysOf(kind);
      const texts: string[] = [];
      for (const reader of [page, plain]) {
        await reader.goto(site.address + key);
        // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, folds and all, is the point.
        texts.push(await reader.locator("body").innerText());
      }
      if (kind === "search") expect(texts[1]).toContain("Поиску нужен JavaScript.");
      else expect(texts[1]).toBe(texts[0]);
      expect(texts[1]?.length).toBeGreaterThan(100);
      await plain.locator(".brand").click();
      expect(plain.url()).toBe(`${site.address}index.html`);
    }
    await context.close();
  });
});
