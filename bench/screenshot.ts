/** `npm run screenshot`: the README's pictures, from the pages that `npm run demo` has made. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser } from "../test/support/browser.ts";

const ROOT = join(import.meta.dirname, "..");
const SITE = join(ROOT, "data/demo/site");
const TARGET = join(ROOT, "docs/images");

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

async function capture(browser: Browser, { page: path, width, height, colorScheme }: Screen): Promise<string> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(pathToFileURL(join(SITE, path)).href);
  const image = await page.screenshot({ type: "png" });
  await page.close();
  return `data:image/png;base64,${image.toString("base64")}`;
}

const browser = await openBrowser();
await mkdir(TARGET, { recursive: true });
for (const [name, screens] of Object.entries(PICTURES)) {
  const images: string[] = [];
  for (const screen of screens) images.push(await capture(browser, screen));
  const page = await browser.newPage({ viewport: { width: 1140, height: 720 } });
  await page.setContent(`<body style="margin:0;padding:30px;display:flex;gap:24px;align-items:center;background:#d9d4c7">
${images.map((source, i) => `<img src="${source}" width="${screens[i]?.shown}" style="border-radius:10px;box-shadow:0 6px 24px #0004">`).join("\n")}`);
  await writeFile(join(TARGET, name), await page.screenshot({ type: "png", fullPage: true }));
  await page.close();
  console.log(join(TARGET, name));
}
await browser.close();
