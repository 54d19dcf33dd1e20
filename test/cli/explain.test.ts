import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { runMizan, withoutAccount } from "../support/run-mizan.ts";

const folder = mkdtempSync(join(tmpdir(), "mizan-explain-"));
const SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
const ESCAPE = "\u001b";
const ARTICLE = {
  title: `Казахстан и Узбекистан открыли пункт пропуска ${SCRIPT}`,
  text: `Очередей на границе больше нет. ${SCRIPT} ${"пограничный".repeat(30)}`,
  language: "ru",
  url: "javascript:alert(1)",
};
const file = join(folder, "article.json");
writeFileSync(file, JSON.stringify(ARTICLE));

const explain = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  await runMizan(["explain", file, ...args], { ...withoutAccount(), ...env });

test("the command speaks the monitor's first language, without colours where there is no terminal", async () => {
  const { status, stdout, stderr } = await explain([]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("Границы, транзит, логистика (borders-transit): найдена\n");
  expect(stdout).not.toContain(ESCAPE);
});

test("with colours where the terminal has them, and never against NO_COLOR", async () => {
  expect((await explain([], { FORCE_COLOR: "1" })).stdout).toContain(`${ESCAPE}[1mТЕМЫ${ESCAPE}[22m`);
  expect((await explain([], { NO_COLOR: "1" })).stdout).not.toContain(ESCAPE);
});

test("as JSON it holds the same facts as the judgement, with offsets into the article as given", async () => {
  const told = JSON.parse((await explain(["--json"])).stdout);
  writeFileSync(join(folder, "line.jsonl"), JSON.stringify({ id: 1, ...ARTICLE }));
  const judged = JSON.parse((await runMizan(["match", join(folder, "line.jsonl")], withoutAccount())).stdout);
  const matched = told.themes.filter(({ gate }: { gate?: string }) => gate === undefined);
  expect(matched.map(({ theme }: { theme: string }) => theme)).toEqual(judged.themes);
  expect(judged.themes.length).toBeGreaterThan(0);
  for (const { field, start, end, text } of told.sentences)
    expect(ARTICLE[field as "title" | "text"].slice(start, end)).toBe(text);
  expect(told.input).toEqual({ title: ARTICLE.title, text: ARTICLE.text, language: "ru" });
});

test("a mistake is told in one line", async () => {
  const { status, stdout, stderr } = await explain(["--html", join(folder, "no", "page.html")]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^.*no\/page\.html cannot be written: ENOENT.*\n$/u);
});

describe("as a page", () => {
  const page = join(folder, "why.html");
  let browser: Browser;
  beforeAll(async () => {
    expect(await explain(["--all", "--html", page])).toEqual({ status: 0, stdout: "", stderr: "" });
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    [360, "light"],
    [1280, "dark"],
  ] as const)(
    "it stands at %i pixels, %s, can be read by all, and lets nothing through",
    async (width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const tab = await context.newPage();
      const complaints: string[] = [];
      tab.on("console", (message) => complaints.push(message.text()));
      tab.on("request", (request) => request.url().startsWith("file:") || complaints.push(request.url()));
      await tab.goto(`file://${page}`);
      expect(complaints).toEqual([]);
      expect(await tab.title()).toContain("<script>");
      expect(await tab.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect(await tab.evaluate("getComputedStyle(document.querySelector('mark')).backgroundColor")).toMatch(/^rgb\(/u);
      expect(await tab.evaluate("document.querySelectorAll('script, img, [onerror], a').length")).toBe(0);
      const { violations } = await new AxeBuilder({ page: tab }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await context.close();
    },
  );

  test("it needs nothing beside it, and would run nothing", () => {
    const text = readFileSync(page, "utf8");
    expect(text).toMatch(/default-src &#39;none&#39;; style-src &#39;sha256-[\w+/]{43}=&#39;; base-uri/u);
    expect(text).not.toMatch(/<link|@import|url\(|<script/u);
  });
});
