/** `npm run screenshot`: the README's picture, from the pages that `npm run demo` has made. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser } from "../test/support/browser.ts";

const ROOT = join(import.meta.dirname, "..");
const SITE = join(ROOT, "data/demo/site");
const TARGET = join(ROOT, "docs/images/digest.png");

/** Each screen of the picture: a page, its size in CSS pixels, its colours, and how wide it stands in the picture. */
const SCREENS = [
  { page: "2026-02-11/index.html", width: 390, height: 844, colorScheme: "light", shown: 300 },
  { page: "2026-02-11/index.en.html", width: 1280, height: 1100, colorScheme: "dark", shown: 756 },
] as const;

async function capture(browser: Browser, { page: path, width, height, colorScheme }: (typeof SCREENS)[number]) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(pathToFileURL(join(SITE, path)).href);
  const image = await page.screenshot({ type: "png" });
  await page.close();
  return `data:image/png;base64,${image.toString("base64")}`;
}

const browser = await openBrowser();
const images: string[] = [];
for (const screen of SCREENS) images.push(await capture(browser, screen));
const page = await browser.newPage({ viewport: { width: 1140, height: 720 } });
await page.setContent(`<body style="margin:0;padding:30px;display:flex;gap:24px;align-items:center;background:#d9d4c7">
${images.map((source, i) => `<img src="${source}" width="${SCREENS[i]?.shown}" style="border-radius:10px;box-shadow:0 6px 24px #0004">`).join("\n")}`);
await mkdir(join(ROOT, "docs/images"), { recursive: true });
await writeFile(TARGET, await page.screenshot({ type: "png", fullPage: true }));
await browser.close();
console.log(TARGET);
