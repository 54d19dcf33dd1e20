import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { corpusPath } from "../../../bench/corpus.ts";
import { readPage } from "../../../shared/articles/read-page.ts";

const folder = corpusPath("pages/news");
const manifest = z.array(z.object({ file: z.string(), url: z.string(), date: z.string() }));
const pages =
  folder === undefined ? [] : manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));

/** Words of menus, share bars and footers of these pages; none is of their articles. */
const NOT_THE_ARTICLE =
  /Поделиться|Подписывайтесь|Подписаться|Читайте также|Главная|Все новости|Комментарии|Реклама на сайте|Все права защищены|Войти/u;

/** A page of a radio programme: a player, and no text. */
const SOUND_ONLY = "https://www.slobodnaevropa.org/a/30657941.html";

describe.skipIf(folder === undefined)("captured news pages", () => {
  test.each(pages)("$url is read with its date and without its menus", ({ file, url, date }) => {
    const page = readPage(readFileSync(join(folder ?? "", file)), { url, timeZone: "UTC" });
    const text = "text" in page ? page.text : "";
    expect(page.published?.slice(0, 10)).toBe(date);
    expect(page.title).toMatch(/^\p{Lu}.{10,}[^|]$/u);
    expect(page.canonical).toBe(url);
    expect(text).not.toMatch(NOT_THE_ARTICLE);
    expect(text === "").toBe(url === SOUND_ONLY);
  });
});
