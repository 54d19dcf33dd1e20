import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/security.md"), "utf8");
const files = [
  ...new Set([...page.matchAll(/`((?:shared|functions|test|infra|cli)\/[^`]+\.ts)`/gu)].map(([, file = ""]) => file)),
];
const rows = page.split("\n").filter((line) => /^\| (?!-|.*held by)/u.test(line));

test.each(files)("%s, which the threat model names, exists", (file) => {
  expect(existsSync(join(root, file))).toBe(true);
});

describe("every line of it names a test that holds it", () => {
  test.each(rows.map((row) => [row.split("|")[1]?.trim() ?? "", row]))("%s", (_threat, row) => {
    expect(row.split("|").at(-2)).toMatch(/`test\/[\w/.-]+\.ts`/u);
  });
});

test("there are lines, and files", () => {
  expect(rows.length).toBeGreaterThan(12);
  expect(files.length).toBeGreaterThan(12);
});
