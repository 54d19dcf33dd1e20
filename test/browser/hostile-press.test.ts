import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HostileDay, PAYLOADS, publishHostileDay } from "../support/a-hostile-outlet.ts";
import { openBrowser, type ServedSite, serveSite } from "../support/browser.ts";

/** Elements that could act: those of a page of ours are none of them. */
const ACTING = `(() => {
  const acts = (element) =>
    /^(script|iframe|object|embed|base|form|input|math|template|style|img)$/i.test(element.localName) ||
    element.matches("meta[http-equiv=refresh]") ||
    [...element.attributes].some(({ name, value }) => /^on|^srcdoc$/i.test(name) || /^\\s*(javascript|data|vbscript):/i.test(value));
  return [...document.querySelectorAll("*")].filter(acts).map((element) => element.outerHTML.slice(0, 200));
})()`;

describe("what a hostile outlet wrote, in a reader's browser", () => {
  let browser: Browser;
  let day: HostileDay;
  let site: ServedSite;
  let context: BrowserContext;
  const ran: string[] = [];
  beforeAll(async () => {
    [browser, day] = await Promise.all([openBrowser(), publishHostileDay()]);
    site = await serveSite(day.pages);
    // Without the content policy, which would stop it as well: the escape has to hold alone.
    context = await browser.newContext({ bypassCSP: true });
    await context.exposeFunction("owned", () => ran.push("owned"));
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });

  /** Opens a page of the site with every fold open; what it asked elsewhere or opened is noted with what ran. */
  async function visit(key: string): Promise<Page> {
    ran.length = 0;
    const page = await context.newPage();
    page.on("dialog", async (dialog) => {
      ran.push(dialog.message());
      await dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(site.address)) ran.push(request.url());
    });
    await page.goto(site.address + key, { waitUntil: "networkidle" });
    for (const fold of await page.locator("details").all()) await fold.evaluate((e) => e.setAttribute("open", ""));
    return page;
  }

  const keys = ["index.html", "2026-02-10/index.html", "2026-02-10/index.en.html", "archive.html"];
  test.each(keys)("runs nothing, opens nothing and asks for nothing: %s", async (key) => {
    const page = await visit(key);
    expect(await page.evaluate(ACTING)).toEqual([]);
    expect(ran).toEqual([]);
    expect(page.url()).toBe(site.address + key);
    await page.close();
  });

  test("stands there as the text it is", async () => {
    const page = await visit("2026-02-10/index.en.html");
    const quotations = (await page.locator("blockquote").allTextContents()).join("\n");
    const lost = Object.keys(PAYLOADS).filter((name) => !quotations.includes(PAYLOADS[name] ?? ""));
    expect(lost).toEqual([]);
    await page.close();
  });

  test("a browser that does run it is noticed", async () => {
    const open = await serveSite([
      { key: "index.html", contentType: "text/html", body: `<title>x</title>${PAYLOADS["a picture that fails"]}` },
    ]);
    ran.length = 0;
    const page = await context.newPage();
    await page.goto(open.address, { waitUntil: "networkidle" });
    expect(ran).toEqual(["owned"]);
    expect(await page.evaluate(ACTING)).toHaveLength(1);
    await page.close();
    await open.close();
  });
});
