import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runMizan, withoutAccount } from "../support/run-mizan.ts";

const TEXT =
  "Дамба Сардобинского водохранилища дала течь ночью. Эвакуируют 1 200 жителей посёлка Курган. Воду сбрасывают в Арнасай, сказал инженер Мурат Алиев.";
const LINES = [
  { id: 7, title: "Течь дамбы под Сардобой", text: TEXT, date: "2026-03-01 12:00", source: "b" },
  { id: "a", title: "Под Сардобой течёт дамба", text: TEXT, date: "2026-03-01T09:00:00+05:00", source: "a", extra: 1 },
  { id: "c", title: "Снег в Астане", text: "Выпала половина месячной нормы." },
].map((line) => JSON.stringify(line));

function stories(lines: readonly string[]) {
  const file = join(mkdtempSync(join(tmpdir(), "mizan-stories-")), "articles.jsonl");
  writeFileSync(file, lines.join("\n"));
  return runMizan(["stories", file], withoutAccount());
}

describe("stories", () => {
  test("writes one line for each article, in order, with the ids as they were", async () => {
    const { status, stdout, stderr } = await stories(LINES);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe('{"id":7,"story":"a","reprintOf":"a"}\n{"id":"a","story":"a"}\n{"id":"c","story":"c"}\n');
  });

  test("reads standard input", async () => {
    const { stdout } = await runMizan(["stories", "-"], withoutAccount(), LINES.join("\n"));
    expect(stdout.trim().split("\n")).toHaveLength(3);
  });

  test("tells every bad line with its number, and groups the others", async () => {
    const bad = ["nonsense", '{"id": 1}', '{"title": "x", "text": "y"}', '{"id": 2, "text": "y", "date": "gestern"}'];
    const { status, stdout, stderr } = await stories([...bad, ...LINES]);
    expect(status).toBe(2);
    expect(
      stderr
        .trim()
        .split("\n")
        .map((line) => /:(\d+): /u.exec(line)?.[1]),
    ).toEqual(["1", "2", "3", "4"]);
    expect(stdout).toContain('{"id":2,"story":2}\n{"id":7,"story":"a","reprintOf":"a"}\n');
  });

  test("says of a file that is not there what is wrong", async () => {
    const { status, stderr } = await runMizan(["stories", "/nowhere.jsonl"], withoutAccount());
    expect(status).toBe(2);
    expect(stderr).toContain("/nowhere.jsonl cannot be read");
  });
});
