import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

function mizan(...args: string[]) {
  return spawnSync(process.execPath, [join(ROOT, "cli/main.ts"), ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
}

function pagesIn(data: string): Record<string, string> {
  const site = join(data, "site");
  const files = globSync("**/*", { cwd: site }).filter((name) => statSync(join(site, name)).isFile());
  return Object.fromEntries(
    files.toSorted().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(site, name)))
        .digest("hex"),
    ]),
  );
}

interface Digest {
  readonly revision: number;
  readonly counts: { readonly items: number };
  readonly coverage: { readonly states: Record<string, number> };
  readonly stories: readonly {
    readonly id: string;
    readonly origin: { readonly name: string; readonly isAgency: boolean };
    readonly since?: string;
    readonly sources: number;
    readonly articles: readonly { readonly outlet: { readonly id: string }; readonly reprintOf?: string }[];
  }[];
}

describe("the demo over the sample press", () => {
  const data = mkdtempSync(join(tmpdir(), "mizan-demo-"));
  const first = mizan("--data", data, "demo");
  const folder = join(data, "demo");

  test("ends with the digests of three days, quietly in a pipe", () => {
    expect(first.status).toBe(0);
    expect(first.stderr).toBe("");
    expect(first.stdout.match(/^2026-02-1[012] {2}.*\(revision \d\)$/gmu)?.map((line) => line.slice(0, 10))).toEqual([
      "2026-02-10",
      "2026-02-11",
      "2026-02-10",
      "2026-02-12",
    ]);
    expect(Object.keys(pagesIn(folder))).toEqual(
      expect.arrayContaining([
        "2026-02-10/index.html",
        "2026-02-11/digest.json",
        "2026-02-12/digest.md",
        "archive.html",
        "feed.xml",
        "index.html",
      ]),
    );
  });

  test("every item is counted in exactly one state, and each sum is the number of items seen", () => {
    for (const day of ["2026-02-10", "2026-02-11", "2026-02-12"]) {
      const digest: Digest = JSON.parse(readFileSync(join(folder, "site", day, "digest.json"), "utf8"));
      const sum = Object.values(digest.coverage.states).reduce((a, b) => a + b, 0);
      expect(sum).toBe(digest.counts.items);
      expect(sum).toBeGreaterThan(30);
    }
  });

  const page = (name: string) => readFileSync(join(folder, "site", name), "utf8");
  const digestOf = (name: string): Digest => JSON.parse(page(name));
  /** Text between two marks of a page, its tags taken out. */
  const textIn = (name: string, from: string, to: string) => {
    const body = page(name);
    const start = body.indexOf(from);
    if (start < 0) throw new Error(`${name} has no ${from}`);
    return body
      .slice(start, body.indexOf(to, start))
      .replace(/<[^>]*>/gu, " ")
      .replace(/[\s\u00a0]+/gu, " ");
  };

  test("an agency's text in four outlets is one story with one independent source, told with its chain", () => {
    const [story, ...more] = digestOf("2026-02-11/digest.json").stories.filter(({ articles }) => articles.length > 2);
    expect(more).toEqual([]);
    expect(story).toMatchObject({ sources: 1, origin: { name: "Евразия-Экспресс", isAgency: false } });
    expect(
      story?.articles.map(({ outlet, reprintOf }) => `${outlet.id}${reprintOf === undefined ? "" : " again"}`),
    ).toEqual(["evraziya-express", "varzob-novosti again", "vestnik-turana again", "syrdarya-info again"]);

    const from = '<p class="meta chain">Первоисточник: <bdi><a href="http://evraziya-express.example';
    const line = textIn("2026-02-11/index.html", from, "</p>");
    expect(line).toContain(
      "Первоисточник: Евразия-Экспресс 11:40; перепечатали: Варзоб 12:30, Вестник Турана 13:05, Сырдарья-Инфо 14:50",
    );
    expect(page("2026-02-11/index.html")).toMatch(
      new RegExp(`<a href="../story/${story?.id}.html">1[^<]*издание, 3[^<]*перепечатки</a>`, "u"),
    );
    const chain = page(`story/${story?.id}.html`).match(/<section class="chains">[\s\S]*?<\/section>/u)?.[0];
    expect(chain?.match(/<a href="[^"]+"/gu)).toEqual([
      '<a href="http://evraziya-express.example/economy/20260211/1840102.html"',
      '<a href="http://varzob-novosti.example/news/ekonomika/15549"',
      '<a href="http://vestnik-turana.example/news/2026/02/11/pyat-zavodov-dushanbe"',
      '<a href="http://syrdarya-info.example/ru/news/48244-pyat-zavodov"',
    ]);
    expect(chain?.match(/<ol/gu)).toHaveLength(2);
  });

  test("a corrected article has both texts in the past day's second revision, and the first stays as it was", () => {
    expect(digestOf("2026-02-10/digest.json").revision).toBe(2);
    const note = textIn("2026-02-10/index.en.html", '<p class="note"', '<section class="dossier"');
    expect(note).toMatch(/revision 2.*Earlier revision/u);
    expect(note).toMatch(
      /Before, 10 February : На «Ак-Тилеке» больше нет очередей.* After, 11 February : Исправлено: на/u,
    );
    expect(page("2026-02-10/index.en.html")).toContain('href="revision-1-index.en.html"');
    const before = page("2026-02-10/revision-1-index.en.html");
    expect(before).toContain("На «Ак-Тилеке» больше нет очередей");
    expect(before).not.toContain("Исправлено");
    expect(digestOf("2026-02-10/revision-1-digest.json").revision).toBe(1);
    expect(textIn("2026-02-11/index.en.html", "Corrected by outlets", "</section>")).toMatch(
      /Before, 10 February : На «Ак-Тилеке».* After, 11 February : Исправлено/u,
    );
  });

  test("a story that goes on has one page, with every day of it", () => {
    const { id = "", since } =
      digestOf("2026-02-11/digest.json").stories.find((story) => story.since !== undefined) ?? {};
    expect(since).toBe("2026-02-10");
    const own = `story/${id}.html`;
    expect(page(own).match(/<a href="#day-[^"]+"/gu)).toEqual([
      '<a href="#day-2026-02-10"',
      '<a href="#day-2026-02-11"',
    ]);
    expect(page(own).match(/<section class="ledger-day" id="day-[^"]+"/gu)).toHaveLength(2);
    expect(page("2026-02-11/index.html")).toContain(`href="../${own}"`);
  });

  test("a second run adds nothing and leaves byte-identical pages", () => {
    const before = pagesIn(folder);
    const second = mizan("--data", data, "demo");
    expect(second.stdout).toContain("Nothing new since the last time.");
    expect(second.stdout.match(/\(unchanged\)$/gmu)).toHaveLength(3);
    expect(pagesIn(folder)).toEqual(before);
  });

  test("a fresh run elsewhere gives the same bytes", () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "mizan-demo-"));
    mizan("--data", elsewhere, "demo");
    expect(pagesIn(join(elsewhere, "demo"))).toEqual(pagesIn(folder));
  });
});

describe("mistakes are told in a line, with an exit code that means something", () => {
  test.each([
    [["nonsense"], 2, "unknown command 'nonsense'"],
    [["digest", "--date", "yesterday"], 2, "write a day as 2026-02-10"],
    [["--watch", "/nowhere", "demo"], 2, "no watchlist at /nowhere"],
    [["match", "/nowhere.jsonl"], 2, "/nowhere.jsonl cannot be read"],
    [["match", tmpdir()], 2, "is not a file"],
    [["demo", "--items", "/nowhere.json"], 2, "/nowhere.json cannot be read"],
  ])("%j", (args, status, told) => {
    const result = mizan("--data", mkdtempSync(join(tmpdir(), "mizan-")), ...args);
    expect(result.status).toBe(status);
    expect(result.stderr).toContain(told);
    expect(result.stderr.trim().split("\n").length).toBeLessThan(4);
  });

  test("a watchlist with mistakes runs nothing", () => {
    const watch = mkdtempSync(join(tmpdir(), "mizan-watch-"));
    writeFileSync(join(watch, "monitor.yaml"), "title: [\n");
    const data = mkdtempSync(join(tmpdir(), "mizan-"));
    const result = mizan("--watch", watch, "--data", data, "demo");
    expect(result.status).toBe(3);
    expect(result.stderr).toMatch(/^watch\/monitor\.yaml:\d+:\d+: not readable as YAML/mu);
    expect(globSync("**/*", { cwd: data })).toEqual([]);
  });
});
