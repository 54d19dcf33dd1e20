import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GivenOptions, readGiven } from "../../../cli/explain/read-article.ts";
import { openWorld } from "../../../cli/local/open-world.ts";
import { UsageError } from "../../../cli/usage-error.ts";
import type { Item } from "../../../shared/model.ts";
import { aPage, PARAGRAPHS } from "../../support/a-page.ts";
import { serveTiny, type TinyServer } from "../../support/a-tiny-server.ts";
import { anArticle, aSource, aWatchlist } from "../../support/an-edition.ts";

const folder = mkdtempSync(join(tmpdir(), "mizan-explain-"));
const data = join(folder, "data");
const watchlist = aWatchlist({ sources: [aSource({ id: "steppe-post", language: "en" })] });
const given = async (what: string, options: Omit<GivenOptions, "data"> = {}) =>
  await readGiven(what, { data, ...options }, watchlist);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const lines = file("two.jsonl", '{"id": "a", "text": "Река."}\n\n{"id": 7, "text": "A river.", "language": "EN"}\n');

let server: TinyServer;
beforeAll(async () => {
  server = await serveTiny(({ path }) =>
    path === "/news/1" ? { headers: { "content-type": "text/html; charset=utf-8" }, body: aPage() } : { status: 404 },
  );
});
afterAll(() => server.close());

describe("an article comes from", () => {
  test.each([
    ["a saved page", "page.html"],
    ["one whose name does not say so", "page"],
  ])("%s", async (_, name) => {
    const { input } = await given(file(name, aPage()));
    expect(input).toEqual({ title: "Открыт пункт пропуска", text: PARAGRAPHS.join("\n\n") });
  });

  test("one of a watched outlet, in the language that the outlet writes in", async () => {
    const from = { url: "https://www.steppe-post.example/1" };
    const outlet = aWatchlist({ sources: [aSource({ feeds: ["https://steppe-post.example/rss"], language: "uz" })] });
    const told = await readGiven(file("page.html", aPage()), { data, ...from }, outlet);
    expect(told).toMatchObject({ ...from, input: { language: "uz" } });
  });

  test("a web address, as the poller would read it", async () => {
    const { input } = await given(`${server.endpoint}/news/1`);
    expect(input.text).toBe(PARAGRAPHS.join("\n\n"));
    expect(server.asked.at(-1)?.headers["user-agent"]).toMatch(/^Mizan\//u);
  });

  test.each([
    ["JSON Lines, by id", lines, { id: "7" }, { text: "A river.", language: "en" }],
    ["an array, by place", file("array.json", '[{"text": "one"}, {"text": "two"}]'), { id: "2" }, { text: "two" }],
    [
      "one object",
      file("one.json", '{"title": "T", "text": "one", "language": null}'),
      {},
      { title: "T", text: "one" },
    ],
    [
      "plain text",
      file("a.txt", "\ufeffКанал\r\n\r\nРека. \n\nМоре.\n"),
      {},
      { title: "Канал", text: "Река. \n\nМоре." },
    ],
    ["plain text without a headline", file("b.txt", "Река.\nМоре.\n"), {}, { text: "Река.\nМоре." }],
    [
      "plain text of one long paragraph",
      file("c.txt", `${"Река. ".repeat(60)}\n\nМоре.`),
      {},
      { text: `${"Река. ".repeat(60)}\n\nМоре.` },
    ],
  ])("%s", async (_, path, options, input) => {
    expect((await given(path, options)).input).toEqual(input);
  });

  test("the local store, in the language its source writes in", async () => {
    const article = anArticle({ id: "0123456789abcdef~2", title: "River", text: "Calm." });
    const world = await openWorld(data);
    await world.store.saveArticle(article);
    world.close();
    expect(await given(article.id)).toEqual({
      from: article.id,
      url: article.url,
      input: { title: "River", text: "Calm.", language: "en" },
    });
  });
});

test("where the store kept no text, it says so and how to get it", async () => {
  const item: Item = {
    id: "fedcba9876543210",
    source: "steppe-post",
    feed: "https://steppe-post.example/rss",
    url: "https://steppe-post.example/1",
    title: "Футбол",
    firstSeen: "2026-02-10T00:00:00.000Z",
    day: "2026-02-10",
    revision: 1,
    state: "waiting",
    attempts: 0,
  };
  const world = await openWorld(data);
  await world.store.rememberItem(item);
  await world.store.settleItem(item.id, { state: "below-threshold" });
  world.close();
  await expect(given(item.id)).rejects.toThrow(
    'fedcba9876543210: the text of "Футбол" was not kept (below-threshold), as only that of matched articles is; read it ' +
      "anew:\n  npm run mizan -- explain https://steppe-post.example/1",
  );
});

test.each([
  ["several articles and no id", lines, {}, "holds 2 articles; name one with --id, as in --id a"],
  ["an id that none has", lines, { id: "x" }, "none of its 2 articles has the id x; the first are a, 7"],
  ["no article at all", file("none.json", "[]"), {}, "holds no article; expected {id?, title?, text, language?}"],
  ["an item that is not remembered", "00000000000000ff", {}, "no item of"],
  ["a line that is no JSON", file("bad.jsonl", '{"text": "x"}\nno\n'), {}, "bad.jsonl:2: not a line of JSON"],
  ["a line without text", file("empty.jsonl", '{"id": 1}\n'), {}, "expected {id?, title?, text, language?}"],
  ["what is no object", file("number.json", "[1]"), {}, "1 is no article"],
  ["a page without an article", file("stub.html", "<!doctype html><p>Menu"), {}, "stub.html: "],
  ["a file that is none", join(folder, "missing"), {}, "cannot be read"],
])("%s is a mistake that is told", async (_, what, options, told) => {
  const error = await given(what, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect(String(error)).toContain(told);
});
