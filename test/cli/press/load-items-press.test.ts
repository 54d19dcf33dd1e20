import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadItemsPress } from "../../../cli/press/load-items-press.ts";

function fileOf(name: string, content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "mizan-items-")), name);
  writeFileSync(path, content);
  return path;
}

test("items become articles of their outlets, with dates read in the given zone where they name none", async () => {
  const path = fileOf(
    "items.json",
    JSON.stringify([
      {
        title: "One",
        summary: "Lead",
        full_content: "Text.",
        source: "UZ Daily",
        source_url: "https://a.uz/1",
        published_at: "2025-12-04T11:04:00+05:00",
        language: "EN",
      },
      { title: "Two", source: "UZ Daily", source_url: "https://a.uz/2", published_at: "2025-12-04T00:00:00" },
      { title: "Three", source: "Спот", source_url: "javascript:alert(1)", published_at: "2025-12-05" },
      { title: "No date", source: "UZ Daily" },
    ]),
  );
  const { press, leftOut } = await loadItemsPress(path, "Asia/Tashkent");
  expect(leftOut).toBe(1);
  expect(press.outlets.map(({ id, name, language }) => ({ id, name, language }))).toEqual([
    { id: "uz-daily", name: "UZ Daily", language: "en" },
    { id: "outlet-2", name: "Спот", language: "ru" },
  ]);
  expect(press.outlets[0]?.articles).toMatchObject([
    { url: "https://a.uz/1", title: "One", lead: "Lead", text: "Text.", published: "2025-12-04T06:04:00.000Z" },
    { url: "https://a.uz/2", title: "Two", text: "Two", published: "2025-12-03T19:00:00.000Z" },
  ]);
  expect(press.outlets[1]?.articles[0]?.url).toBe("http://outlet-2.example/3");
});

test("JSON Lines of dated posts get a title from their first sentence", async () => {
  const path = fileOf(
    "posts.jsonl",
    `${JSON.stringify({ id: "p:0", date: "2023-04-18 14:53:35", url: "https://b.uz/x/", text: "Первое предложение о воде. Второе." })}\n\n`,
  );
  const { press } = await loadItemsPress(path, "Asia/Tashkent");
  expect(press.outlets[0]).toMatchObject({
    id: "b-uz",
    articles: [{ url: "https://b.uz/x/", title: "Первое предложение о воде.", published: "2023-04-18T09:53:35.000Z" }],
  });
});

test.each([
  ["items.json", "{}", "expected a JSON array of items"],
  ["items.json", "[1", "not JSON"],
  ["items.jsonl", '{"a": 1}\n{"b"', ":2: not JSON"],
])("%s holding %s is refused in one line", async (name, content, told) => {
  await expect(loadItemsPress(fileOf(name, content), "UTC")).rejects.toThrow(told);
});
