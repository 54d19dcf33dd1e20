import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../../cli/local/sqlite-store.ts";
import type { Judgement } from "../../../shared/model.ts";
import { LONGEST_LINE, LONGEST_TEXT } from "../../../shared/pipeline/bounds.ts";
import type { Fetch, HttpResponse, ReadMessage, RobotsRecord, Sending } from "../../../shared/pipeline/ports.ts";
import { readArticle } from "../../../shared/pipeline/read-article.ts";
import { DAY, MINUTE, plus } from "../../../shared/time.ts";
import { anItem, aWatchlist } from "../../support/an-edition.ts";

const NOW = "2026-02-10T07:00:00.000Z";
const ITEM = anItem({ title: "", state: "waiting" });

let store: ReturnType<typeof openSqliteStore>;
beforeEach(async () => {
  store = openSqliteStore(":memory:");
  await store.saveRobots({ origin: new URL(ITEM.url).origin, asked: NOW, rules: "" });
});
afterEach(() => store.close());

async function read(page: string, judge?: () => Judgement, item = ITEM) {
  await store.rememberItem(item);
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
    { item: item.id },
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

const nothing = (): Judgement => ({ language: "en", themes: [], positions: [] });

test("of an article in which nothing was found the text is not kept", async () => {
  const page = `<html><head><title>Weather</title></head><body><article>${paragraphs(9)}</article></body></html>`;
  expect(await read(page, nothing)).toEqual({ state: "below-threshold" });
  expect(await store.article(ITEM.id)).toBeUndefined();
});

test.each([
  ["something", undefined],
  ["nothing", nothing],
])(
  "a correction that changed neither title nor text is told from one that did, also where %s was found",
  async (_, judge) => {
    const page = (count: number) =>
      `<html><head><title>Canal</title></head><body><article>${paragraphs(count)}</article></body></html>`;
    await read(page(9), judge);
    const changed = await read(page(10), judge, { ...ITEM, id: `${ITEM.id}~2`, revision: 2 });
    expect(changed.state).toBe(judge === undefined ? "matched" : "below-threshold");
    expect(await read(page(10), judge, { ...ITEM, id: `${ITEM.id}~3`, revision: 3 })).toEqual({
      state: "duplicate",
      reason: "the correction changed neither title nor text",
    });
  },
);

test("whom the text credits is kept with what was found", async () => {
  const page = `<html><head><title>Canal</title></head><body><article>${paragraphs(9)}<p>The canal is open, Reuters reports.</p></article></body></html>`;
  await read(page);
  expect(await store.matchesOfDay(ITEM.day)).toMatchObject([{ article: { id: ITEM.id }, credited: "Reuters" }]);
});

describe("a correction", () => {
  const page = (count: number) =>
    `<html><head><title>Canal</title></head><body><article>${paragraphs(count)}</article></body></html>`;
  const revision = (number: number) => ({ ...ITEM, id: `${ITEM.id}~${number}`, revision: number, day: "2026-02-11" });
  const corrections = async () =>
    (await store.matchesOfDay("2026-02-11")).map(({ article, corrects, judgement }) => ({
      id: article.id,
      corrects,
      themes: judgement.themes.length,
    }));

  test("is kept with what it corrects, also where nothing is found in it any more", async () => {
    await read(page(9));
    await read(page(10), nothing, revision(2));
    expect(await corrections()).toEqual([{ id: `${ITEM.id}~2`, corrects: { id: ITEM.id, day: ITEM.day }, themes: 0 }]);
  });

  test("corrects the last text that was judged: a revision that said nothing new is passed over", async () => {
    await read(page(9));
    await read(page(9), undefined, revision(2));
    await read(page(9), undefined, revision(3));
    await read(page(10), undefined, revision(4));
    expect(await corrections()).toEqual([{ id: `${ITEM.id}~4`, corrects: { id: ITEM.id, day: ITEM.day }, themes: 1 }]);
  });

  test("of what was never reported corrects nothing", async () => {
    await read(page(9), nothing);
    await read(page(10), undefined, revision(2));
    await read(page(11), nothing, { ...ITEM, id: "b", url: "https://steppe-post.example/b" });
    await read(page(12), nothing, { ...revision(2), id: "b~2", url: "https://steppe-post.example/b" });
    expect(await corrections()).toEqual([{ id: `${ITEM.id}~2`, corrects: undefined, themes: 1 }]);
  });
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

describe("an outlet's robots.txt", () => {
  const ORIGIN = new URL(ITEM.url).origin;
  const PAGE = `<html><head><title>Canal</title></head><body><article>${paragraphs(9)}</article></body></html>`;
  const RULES = `# Welcome\nSitemap: ${ORIGIN}/map.xml\nUser-agent: *\nDisallow: /water/\nAllow: /water/canal$\n\nUser-agent: Other\nDisallow: /`;
  let asked: string[];
  let sent: Sending<ReadMessage>[];
  beforeEach(async () => {
    [asked, sent] = [[], []];
    await store.rememberItem(ITEM);
  });

  /** Reads the item `laterMs` after now from an outlet that answers so to robots.txt, and with the page to all else. */
  async function visit(laterMs: number, robots: Partial<HttpResponse>, item = ITEM) {
    const fetch: Fetch = async ({ url }) => {
      asked.push(url);
      const answer = url.endsWith("/robots.txt")
        ? robots
        : { headers: { "content-type": "text/html" }, body: Buffer.from(PAGE) };
      return { status: 200, url, headers: {}, body: Buffer.from(""), ...answer };
    };
    const articles = { send: async (messages: readonly Sending<ReadMessage>[]) => void sent.push(...messages) };
    const log = { info: () => undefined, warn: () => undefined };
    const clock = () => plus(NOW, laterMs);
    return await readArticle(
      { clock, store, fetch, articles, watchlist: aWatchlist(), matcher: nothing, log },
      { item: item.id },
    );
  }

  /** As if it had been asked for two days ago. */
  const longAgo = async (record: Partial<RobotsRecord> = {}) =>
    await store.saveRobots({ origin: ORIGIN, asked: plus(NOW, -2 * DAY), ...record });

  test("is asked for once a day, in the place of a page, which is read in its host's next turn", async () => {
    await longAgo({ rules: "User-agent: *\nDisallow: /" });
    expect(await visit(0, { body: Buffer.from(RULES) })).toEqual({ state: "put-off" });
    expect(sent).toHaveLength(1);
    expect(await store.item(ITEM.id)).toMatchObject({ state: "waiting", attempts: 0 });
    expect(await visit(5_000, {})).toEqual({ state: "below-threshold" });
    const other = anItem({ ...ITEM, id: "other" });
    await store.rememberItem(other);
    await visit(DAY - 1, {}, other);
    await store.rememberItem(anItem({ ...ITEM, id: "last" }));
    expect(await visit(DAY, {}, anItem({ ...ITEM, id: "last" }))).toEqual({ state: "put-off" });
    expect(asked).toEqual([`${ORIGIN}/robots.txt`, ITEM.url, ITEM.url, `${ORIGIN}/robots.txt`]);
    expect(await store.robots(ORIGIN)).toEqual({ origin: ORIGIN, asked: plus(NOW, DAY), rules: "" });
  });

  test.each<[string, string]>([
    ["for everybody", "User-agent: *\nDisallow: /water"],
    ["for us by name, in any case", "User-agent: *\nAllow: /\n\nuser-agent: mizan/2.0\nDisallow: /*/canal$"],
    ["after a byte order mark and without ends of lines", "\ufeffUser-agent: *\rDisallow: /"],
  ])("that forbids it %s is kept to: the feed's own text has to do, or the item is blocked", async (_, rules) => {
    await longAgo();
    await visit(0, { body: Buffer.from(rules) });
    const reason = `forbidden by ${ORIGIN}/robots.txt`;
    const told = anItem({ ...ITEM, id: "told", title: "Canal", summary: "The canal was opened." });
    await store.rememberItem(told);
    expect(await visit(5_000, {}, told)).toEqual({ state: "below-threshold", reason });
    expect(await visit(5_000, {})).toEqual({ state: "blocked", reason });
    expect(asked).toEqual([`${ORIGIN}/robots.txt`]);
  });

  test.each<[string, Partial<HttpResponse>]>([
    ["there is none", { status: 404 }],
    ["we may not see it", { status: 403 }],
    ["a page stands in its place", { body: Buffer.from("<html><body>User-agent: we know you</body></html>") }],
    ["it forbids others", { body: Buffer.from("User-agent: Other\nDisallow: /") }],
    ["it forbids nothing", { body: Buffer.from("User-agent: *\nDisallow:\n") }],
  ])("allows everything where %s", async (_, answer) => {
    await longAgo();
    await visit(0, answer);
    expect(await visit(5_000, {})).toEqual({ state: "below-threshold" });
  });

  test.each<[string, Partial<HttpResponse>, string]>([
    ["an error", { status: 503 }, `503 from ${ORIGIN}/robots.txt`],
    ["too many requests", { status: 429 }, `429 from ${ORIGIN}/robots.txt`],
    [
      "endless rules",
      { body: Buffer.from("Disallow: /a\n".repeat(9_000)) },
      `more rules than anyone writes in ${ORIGIN}/robots.txt`,
    ],
  ])("that is %s forbids everything for now, and then the feed's text has to do", async (_, answer, problem) => {
    await longAgo();
    const steps: unknown[] = [];
    for (const minutes of [0, 1, 11, 21]) steps.push((await visit(minutes * MINUTE, answer)).state);
    expect(steps).toEqual(["put-off", "put-off", "put-off", "failed"]);
    expect(await store.item(ITEM.id)).toMatchObject({ state: "failed", reason: problem });
    expect(asked).toEqual([`${ORIGIN}/robots.txt`]);
  });

  test("that cannot be had leaves the rules that were known in force", async () => {
    await longAgo({ rules: "User-agent: *\nDisallow: /water" });
    await visit(0, { status: 500 });
    expect(await visit(MINUTE, {})).toMatchObject({ state: "blocked" });
    await store.rememberItem(anItem({ ...ITEM, id: "next" }));
    await visit(31 * MINUTE, {}, anItem({ ...ITEM, id: "next" }));
    expect(await visit(32 * MINUTE, {}, anItem({ ...ITEM, id: "next" }))).toEqual({ state: "below-threshold" });
  });
});

describe("a host that wants to be let alone", () => {
  test("is asked for no page until then, and that does not count as a try", async () => {
    const sent: Sending<ReadMessage>[] = [];
    const host = new URL(ITEM.url).host;
    await store.rememberItem(ITEM);
    await store.restHost(host, plus(NOW, 10 * MINUTE));
    const fetch: Fetch = async () => {
      throw new Error("asked");
    };
    const articles = { send: async (messages: readonly Sending<ReadMessage>[]) => void sent.push(...messages) };
    const log = { info: () => undefined, warn: () => undefined };
    const watchlist = aWatchlist();
    const deps = { clock: () => NOW, store, fetch, articles, watchlist, matcher: nothing, log };
    expect(await readArticle(deps, { item: ITEM.id })).toEqual({ state: "put-off" });
    expect(sent).toEqual([
      { message: { item: ITEM.id, host }, delayMs: 10 * MINUTE + watchlist.monitor.polling.hostSpacingMs },
    ]);
    expect(await store.item(ITEM.id)).toMatchObject({ state: "waiting", attempts: 0 });
  });

  test("is let alone by everyone when it says so of a page", async () => {
    await store.rememberItem(ITEM);
    const fetch: Fetch = async ({ url }) => ({
      status: 429,
      url,
      headers: { "retry-after": "600" },
      body: Buffer.from(""),
    });
    const log = { info: () => undefined, warn: () => undefined };
    const articles = { send: async () => undefined };
    await readArticle(
      { clock: () => NOW, store, fetch, articles, watchlist: aWatchlist(), matcher: nothing, log },
      { item: ITEM.id },
    );
    expect(await store.hostRest(new URL(ITEM.url).host)).toBe(plus(NOW, 10 * MINUTE));
  });
});
