import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { corpusPath } from "../../../bench/corpus.ts";
import { parseFeed } from "../../../shared/feeds/parse-feed.ts";

const read = (file: string) => parseFeed(readFileSync(file), { url: "https://a.example/rss", timeZone: "UTC" });

const cyrillic = corpusPath("feeds/cyrillic");
describe.skipIf(cyrillic === undefined)("captured feeds in windows-1251 come out as Russian", () => {
  test.each(cyrillic === undefined ? [] : globSync(join(cyrillic, "*.xml")))("%s", async (file) => {
    const result = await read(file);
    const entries = result.ok ? result.feed.entries : [];
    expect(entries.length).toBeGreaterThan(5);
    for (const { title = "", summary = "", url } of entries) {
      expect(`${title} ${summary}`).toMatch(/[а-яё]{3}/u);
      expect(`${title} ${summary}`).not.toMatch(/Р[°±µ»]|С[‚Ѓ]|[À-ÿ]{3}|\ufffd/u);
      expect(url).toMatch(/^https?:/u);
    }
  });
});

describe.each(["feeds/gofeed", "feeds/feedparser"])("every feed of %s is read or refused, and none throws", (name) => {
  const folder = corpusPath(name);
  test.skipIf(folder === undefined)(name, async () => {
    const files = globSync(join(folder ?? "", "**/*.xml"));
    expect(files.length).toBeGreaterThan(400);
    const refused: string[] = [];
    for (const file of files) {
      const result = await read(file);
      if (!result.ok) refused.push(file);
    }
    expect(refused.length / files.length).toBeLessThan(0.03);
  });
});
