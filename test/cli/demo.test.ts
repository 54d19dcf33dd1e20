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
  readonly counts: { readonly items: number };
  readonly coverage: { readonly states: Record<string, number> };
  readonly stories: readonly {
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
    expect(first.stdout.match(/^2026-02-1[012] {2}.*\(revision 1\)$/gmu)).toHaveLength(3);
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

  test("an agency's text in four outlets is one story with one independent source, told with its chain", () => {
    const digest: Digest = JSON.parse(readFileSync(join(folder, "site/2026-02-11/digest.json"), "utf8"));
    const [story, ...more] = digest.stories.filter(({ articles }) => articles.length > 2);
    expect(more).toEqual([]);
    expect(story?.sources).toBe(1);
    expect(
      story?.articles.map(({ outlet, reprintOf }) => `${outlet.id}${reprintOf === undefined ? "" : " again"}`),
    ).toEqual(["evraziya-express", "varzob-novosti again", "vestnik-turana again", "syrdarya-info again"]);
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
