import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseQuery } from "../../shared/query/parse-query.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/query-language.md"), "utf8");
const blocks = [...page.matchAll(/^```query\n(.*?)^```$/gmsu)].map(([, block = ""]) => block.trim().split("\n"));
const mistakes = [...page.matchAll(/^\| `([^`]+)`\s*\| (.+?)\s*\|$/gmu)].map(([, query = "", told = ""]) => ({
  query,
  told: told.replaceAll("\\", ""),
}));
const WRONG = page.indexOf("## When it is wrong");

describe("every example of docs/query-language.md can be read", () => {
  test.each(blocks.flat())("%s", (query) => {
    expect(parseQuery(query)).toMatchObject({ ok: true });
  });

  test("there are examples", () => {
    expect(blocks.length).toBeGreaterThan(6);
  });
});

describe("every mistake it shows is told as it says", () => {
  const shown = mistakes.filter(({ query }) => page.indexOf(`\`${query}\``, WRONG) !== -1);
  test.each(shown)("$query", ({ query, told }) => {
    expect(parseQuery(query)).toMatchObject({ ok: false, problems: [{ message: told }] });
  });

  test("there are mistakes", () => {
    expect(shown.length).toBeGreaterThan(10);
  });
});

test("the two queries that it says are the same are", () => {
  const [one, other] = blocks.find(([query]) => query?.includes("AND NOT река")) ?? [];
  expect(parseQuery(one ?? "")).toEqual(parseQuery(other ?? ""));
  expect(parseQuery(one ?? "").ok).toBe(true);
});
