import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteStore } from "../../../cli/local/sqlite-store.ts";
import { LONGEST_LINE, LONGEST_TEXT } from "../../../shared/pipeline/bounds.ts";
import { readArticle } from "../../../shared/pipeline/read-article.ts";
import { anItem, aWatchlist } from "../../support/an-edition.ts";

const NOW = "2026-02-10T07:00:00.000Z";
const ITEM = anItem({ title: "", state: "waiting" });

let store: ReturnType<typeof openSqliteStore>;
beforeEach(() => {
  store = openSqliteStore(":memory:");
});
afterEach(() => store.close());

async function read(page: string, judge?: () => never) {
  await store.rememberItem(ITEM);
  const evidence = { field: "title", start: 0, end: 5, quote: "Canal", confidence: 0.9 } as const;
  const themes = [{ theme: "water", confidence: 0.9, evidence: [evidence] }];
  return await readArticle(
    {
      clock: () => NOW,
      store,
      fetch: async ({ url }) => ({
        status: 200,
        url,
        headers: { "content-type": "text/html" },
        body: Buffer.from(page),
      }),
      articles: { send: async () => undefined },
      watchlist: aWatchlist(),
      matcher: judge ?? (() => ({ language: "en", themes, positions: [] })),
      log: { info: () => undefined, warn: () => undefined },
    },
    { item: ITEM.id },
  );
}

const paragraphs = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<p>Paragraph ${i}: the canal was opened by the ministers in Nukus.</p>`,
  ).join("");

test("the text is kept with the article, what was found in it without the text", async () => {
  expect(
    await read(`<html><head><title>Canal opened</title></head><body><article>${paragraphs(9)}</article></body></html>`),
  ).toEqual({
    state: "matched",
  });
  const article = await store.article(ITEM.id);
  expect(article?.text).toContain("Paragraph 8");
  const [match] = await store.matchesOfDay(ITEM.day);
  expect(match?.article).toMatchObject({ id: ITEM.id, title: "Canal opened", textFrom: "page" });
  expect(match?.article).not.toHaveProperty("text");
});

test("whatever a page holds, an article is kept within its bounds", async () => {
  const head = `<title>${"Canal ".repeat(1_000)}</title><meta name="author" content="${"A. ".repeat(1_000)}">
    <link rel="canonical" href="${ITEM.url}/${"a".repeat(5_000)}">`;
  await read(`<html><head>${head}</head><body><article>${paragraphs(3_000)}</article></body></html>`);
  const article = await store.article(ITEM.id);
  expect(article?.title).toHaveLength(LONGEST_LINE);
  expect(article?.author?.length ?? 0).toBeLessThanOrEqual(LONGEST_LINE);
  expect(article?.text).toHaveLength(LONGEST_TEXT);
  expect(article?.url).toBe(ITEM.url);
});

test("an item that a defect of ours stops is tried again a few times, and then ends as failed with the reason", async () => {
  const page = `<html><head><title>Canal</title></head><body><article>${paragraphs(9)}</article></body></html>`;
  const defect = () => {
    throw new TypeError("nothing is undefined");
  };
  for (let i = 0; i < 8; i++) await expect(read(page, defect)).rejects.toThrow("nothing is undefined");
  expect(await read(page, defect)).toEqual({ state: "failed", reason: "a defect: nothing is undefined" });
  expect((await store.item(ITEM.id))?.state).toBe("failed");
});
