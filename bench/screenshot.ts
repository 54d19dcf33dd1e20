/** `npm run screenshot`: the README's pictures, and those of docs/pages.md with the page itself. Plays the demo anew. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { nameIn } from "../shared/digest/site.ts";
import { aDemoSite } from "../test/support/a-demo-site.ts";
import { openBrowser, serveSite } from "../test/support/browser.ts";
import { keysByKind, pagesIn } from "../test/support/page-kinds.ts";
import { GALLERY, galleryPage, LANGUAGES, pictureName, WIDTHS } from "./gallery.ts";

const ROOT = join(import.meta.dirname, "..");
const IMAGES = join(ROOT, "docs/images");

interface Screen {
  readonly page: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
  /** How wide it stands in the picture. */
  readonly shown: number;
}

const PHONE = { width: 390, height: 844, shown: 300 };
const DESK = { width: 1280, height: 1100, shown: 756 };

/** The README's pictures, and the screens of each. */
const PICTURES: Readonly<Record<string, readonly Screen[]>> = {
  "digest.png": [
    { ...PHONE, page: "2026-02-11/index.html", colorScheme: "light" },
    { ...DESK, page: "2026-02-11/index.en.html", colorScheme: "dark" },
  ],
  "claim.png": [
    { ...PHONE, page: "position/p5-joint-assets.html", colorScheme: "dark" },
    { ...DESK, page: "position/p5-joint-assets.en.html", colorScheme: "light" },
  ],
  "site.png": [
    { ...PHONE, page: "archive.html", colorScheme: "light" },
    { ...DESK, page: "positions.en.html", colorScheme: "light" },
  ],
};

/** Of a long page, as much as a reader scrolls to see what it is; in CSS pixels. */
const TALLEST = 1400;
/** WebP, in percent: text stays legible, and all pictures together take some 5 MB. */
const QUALITY = 40;

async function capture(browser: Browser, site: string, { page: path, width, height, colorScheme }: Screen) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(site + path);
  const image = await page.screenshot({ type: "png" });
  await page.close();
  return `data:image/png;base64,${image.toString("base64")}`;
}

async function writeReadmePictures(browser: Browser, site: string): Promise<void> {
  for (const [name, screens] of Object.entries(PICTURES)) {
    const images: string[] = [];
    for (const screen of screens) images.push(await capture(browser, site, screen));
    const page = await browser.newPage({ viewport: { width: 1140, height: 720 } });
    await page.setContent(`<body style="margin:0;padding:30px;display:flex;gap:24px;align-items:center;background:#d9d4c7">
${images.map((source, i) => `<img src="${source}" width="${screens[i]?.shown}" style="border-radius:10px;box-shadow:0 6px 24px #0004">`).join("\n")}`);
    await writeFile(join(IMAGES, name), await page.screenshot({ type: "png", fullPage: true }));
    await page.close();
  }
}

/** Playwright writes no WebP; Chromium itself does. */
async function writeGallery(browser: Browser, site: string, keys: ReturnType<typeof keysByKind>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const chromium = await context.newCDPSession(page);
  for (const width of WIDTHS)
    for (const { kind, key = keys.get(kind)?.[0] ?? "", typed } of GALLERY)
      for (const language of LANGUAGES) {
        await page.goto(site + nameIn(language, key, LANGUAGES));
        if (typed !== undefined) {
          await page.locator("input").fill(typed);
          await page.locator("#results cite").first().waitFor();
          await page.locator("input").blur();
        }
        await page.setViewportSize({ width, height: TALLEST });
        const bottom = await page.evaluate<number>("document.body.getBoundingClientRect().bottom");
        await page.setViewportSize({ width, height: Math.min(TALLEST, Math.ceil(bottom)) });
        const { data } = await chromium.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
        await writeFile(join(IMAGES, "pages", pictureName(kind, width, language)), Buffer.from(data, "base64"));
      }
  await context.close();
}

const folder = await mkdtemp(join(tmpdir(), "mizan-screenshot-"));
const pages = pagesIn(await aDemoSite(folder, LANGUAGES));
const [browser, site] = await Promise.all([openBrowser(), serveSite(pages)]);
await rm(join(IMAGES, "pages"), { recursive: true, force: true });
await mkdir(join(IMAGES, "pages"), { recursive: true });
await writeReadmePictures(browser, site.address);
await writeGallery(browser, site.address, keysByKind(pages));
await writeFile(join(ROOT, "docs/pages.md"), galleryPage());
await Promise.all([browser.close(), site.close(), rm(folder, { recursive: true })]);
console.log(`docs/pages.md, and the pictures in ${IMAGES}`);
