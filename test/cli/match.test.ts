import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const MAIN = join(import.meta.dirname, "../../cli/main.ts");

const evidence = z.strictObject({
  theme: z.string().optional(),
  position: z.string().optional(),
  relation: z.enum(["for", "against", "mentions"]).optional(),
  field: z.enum(["title", "text"]),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  confidence: z.number().min(0).max(1),
});
const line = z.strictObject({
  id: z.union([z.string(), z.number()]),
  language: z.string(),
  themes: z.array(z.string()),
  positions: z.record(z.string(), z.enum(["for", "against", "mentions"])),
  evidence: z.array(evidence),
});

const ITEMS = [
  {
    id: "a",
    title: "Казахстан и Узбекистан открыли пункт пропуска",
    text: "Очередей больше нет.\n\nРайоны договорились сами.",
  },
  { id: 2, date: "2026-02-10", text: "The weather was fair.", language: "en" },
  { id: "c", title: null, text: "Қазақстан мен Өзбекстан су қоймасын бірлесіп басқарады.", extra: { kept: false } },
  { id: "d", text: "" },
];

function match(content: string, ...args: string[]) {
  const file = join(mkdtempSync(join(tmpdir(), "mizan-match-")), "items.jsonl");
  writeFileSync(file, content);
  return spawnSync(process.execPath, [MAIN, "match", ...args, file], { encoding: "utf8" });
}

describe("match writes one line for each line it reads", () => {
  const result = match(ITEMS.map((item) => `${JSON.stringify(item)}\n`).join(""));
  const lines = result.stdout
    .trim()
    .split("\n")
    .map((text) => line.parse(JSON.parse(text)));

  test("in order, in the agreed form, and says nothing else", () => {
    expect(result.status).toBe(0);
    expect(result.stderr).toBe("");
    expect(lines.map(({ id }) => id)).toEqual(["a", 2, "c", "d"]);
  });

  test("quotes stand at their offsets in the item as given", () => {
    for (const [i, { evidence: pieces }] of lines.entries()) {
      for (const { field, start, end, quote } of pieces) expect(ITEMS[i]?.[field]?.slice(start, end)).toBe(quote);
    }
    expect(lines[0]?.evidence.length).toBeGreaterThan(0);
  });

  test("every theme and position that is named has evidence", () => {
    for (const { themes, positions, evidence: pieces } of lines) {
      expect(new Set(pieces.flatMap(({ theme }) => theme ?? []))).toEqual(new Set(themes));
      expect(new Set(pieces.flatMap(({ position }) => position ?? []))).toEqual(new Set(Object.keys(positions)));
    }
    expect(lines[2]?.positions).toEqual({ "p5-joint-assets": "for" });
  });

  test("the same way each time", () => {
    expect(match(ITEMS.map((item) => `${JSON.stringify(item)}\n`).join("")).stdout).toBe(result.stdout);
  });
});

test.each([
  ['{"id": 1, "text": "x"}\nnot json\n', ":2: not a line of JSON"],
  ['{"id": 1}\n', ":1: "],
  ["[1]\n", ":1: "],
])("a line that cannot be read is told with its number: %j", (content, told) => {
  const result = match(content);
  expect(result.status).toBe(2);
  expect(result.stderr).toContain(told);
  expect(result.stderr.trim().split("\n")).toHaveLength(1);
});
