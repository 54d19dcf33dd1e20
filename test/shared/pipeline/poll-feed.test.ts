import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../../cli/local/sqlite-store.ts";
import { type PollResult, pollFeed } from "../../../shared/pipeline/poll-feed.ts";
import type { HttpRequest, HttpResponse, ReadMessage, Sending, Store } from "../../../shared/pipeline/ports.ts";
import { between, DAY, HOUR, MINUTE, plus } from "../../../shared/time.ts";
import { aSource, aWatchlist } from "../../support/an-edition.ts";

const NOON = "2026-02-10T12:00:00.000Z";
const FEED = "https://a.example/rss.xml";
const watchlist = aWatchlist({ sources: [aSource({ id: "one", feeds: [FEED] })] });

let store: ReturnType<typeof openSqliteStore>;
/** What was asked of the store, in order. */
let calls: string[];
let sent: Sending<ReadMessage>[];
let asked: HttpRequest[];
beforeEach(() => {
  store = openSqliteStore(":memory:");
  calls = [];
  sent = [];
  asked = [];
});
afterEach(() => store.close());

/** The same store, which notes what it is asked. */
function noted(): Store {
  return new Proxy(store, {
    get: (target, name: keyof Store) => {
      calls.push(name);
      return target[name];
    },
  });
}

/** A feed of items by number, and of elements of its own. */
function rss(...parts: readonly string[]): Partial<HttpResponse> {
  const date = "<pubDate>Tue, 10 Feb 2026 11:00:00 GMT</pubDate>";
  const listed = parts.map((part) =>
    part.startsWith("<")
      ? part
      : `<item><title>News ${part}</title><link>https://a.example/${part}</link>${date}</item>`,
  );
  return { body: Buffer.from(`<rss version="2.0"><channel><title>A</title>${listed.join("")}</channel></rss>`) };
}

/** One poll, `laterMs` after noon. */
async function poll(laterMs: number, answer: Partial<HttpResponse>) {
  calls.length = 0;
  const response = { status: 200, url: FEED, headers: {}, body: new Uint8Array(), ...answer };
  const deps = {
    clock: () => plus(NOON, laterMs),
    store: noted(),
    fetch: async (request: HttpRequest) => {
      asked.push(request);
      return response;
    },
    articles: { send: async (messages: readonly Sending<ReadMessage>[]) => void sent.push(...messages) },
    watchlist,
    log: { info: () => undefined, warn: () => undefined },
  };
  return await pollFeed(deps, { feed: FEED });
}

/** As one poll follows another: each as soon as the feed is due, but `HOUR` later at the least. */
async function pollInTurn(answers: readonly Partial<HttpResponse>[], each = (_: PollResult) => {}) {
  let laterMs = 0;
  for (const answer of answers) {
    each(await poll(laterMs, answer));
    const { nextPoll = NOON } = (await store.feedState(FEED)) ?? {};
    laterMs = Math.max(laterMs + HOUR, between(NOON, nextPoll));
  }
}

test("a poll that tells nothing new writes when it was, and nothing else", async () => {
  await poll(0, rss("1"));
  await poll(HOUR, rss("1", "1"));
  expect(calls).toEqual(["feedState", "hostRest", "feedListing", "saveFeedState"]);
  await poll(4 * HOUR, { ...rss("1", "1"), headers: { etag: '"1"' } });
  expect(calls).toEqual(["feedState", "hostRest", "saveFeedState"]);
  await poll(6.5 * HOUR, { status: 304 });
  expect(calls).toEqual(["feedState", "hostRest", "saveFeedState"]);
});

test("what is stored of a feed costs one write unit", async () => {
  const headers = { etag: `W/"${"5".repeat(40)}"`, "last-modified": "Tue, 10 Feb 2026 12:00:00 GMT" };
  for (let day = 0; day < 40; day++) await poll(day * DAY, { ...rss(`${day}`, "0"), headers });
  await poll(41 * DAY, { status: 503, url: `${FEED}?${"a".repeat(60)}` });
  const state = await store.feedState(FEED);
  expect(state).toMatchObject({ failures: 1, condition: "failing" });
  // DynamoDB counts names and values; JSON's quotation marks are more than its overhead.
  expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(900);
});

test("a day's edition is told of the first poll, of the first news, and of each change of what is wrong", async () => {
  const told: string[] = [];
  const undated = {
    body: Buffer.from("<rss><channel><item><title>1</title><link>https://a.example/1</link></item></channel></rss>"),
  };
  const empty = { body: Buffer.from("<rss><channel><title>A</title></channel></rss>") };
  const answers = [empty, empty, rss("1"), rss("1", "2"), { status: 503 }, { status: 503 }, { status: 404 }];
  await pollInTurn(
    [...answers, { ...rss("1", "2"), headers: { etag: '"2"' } }, { status: 304 }, undated],
    ({ outcome }) => {
      told.push(`${outcome}${calls.includes("countPoll") ? ", told" : ""}`);
    },
  );
  expect(told).toEqual([
    "unchanged, told",
    "unchanged",
    "fetched, told",
    "fetched",
    "failed, told",
    "failed",
    "failed, told",
    // After midnight in the outlet's zone: another day.
    "unchanged, told",
    "unchanged",
    "fetched, told",
  ]);
  expect(await store.pollsOfDay("2026-02-10")).toMatchObject([
    { unchanged: 1, fetched: 1, last: "failing", reason: `404 from ${FEED}` },
  ]);
  expect(await store.pollsOfDay("2026-02-11")).toMatchObject([{ unchanged: 1, fetched: 1, last: "undated" }]);
});

describe("validators", () => {
  const both = { etag: 'W/"«\u00e9» \\ 1"', "last-modified": "Tue, 10 Feb 2026 07:00:00 +0500" };
  const conditional = { "if-none-match": both.etag, "if-modified-since": both["last-modified"] };
  const sent = () =>
    Object.fromEntries(Object.entries(asked.at(-1)?.headers ?? {}).filter(([name]) => name.startsWith("if-")));

  test("both go back as they came with the last full answer, byte for byte", async () => {
    await poll(0, { ...rss("1"), headers: both });
    expect(sent()).toEqual({});
    await poll(HOUR, { status: 304, headers: { etag: '"another"' } });
    expect(sent()).toEqual(conditional);
    await poll(4 * HOUR, { ...rss("1", "2"), headers: { etag: '"2"' } });
    expect(sent()).toEqual(conditional);
    await poll(8 * HOUR, { status: 304 });
    expect(sent()).toEqual({ "if-none-match": '"2"' });
  });

  test("one that is longer than any server's is not kept", async () => {
    await poll(0, { ...rss("1"), headers: { ...both, etag: `"${"a".repeat(500)}"` } });
    await poll(HOUR, { status: 304 });
    expect(sent()).toEqual({ "if-modified-since": both["last-modified"] });
  });

  test("once a day the feed is asked for in full, whatever the server says in between", async () => {
    await poll(0, { ...rss("1"), headers: both });
    for (const hours of [3, 6, 9, 12, 15, 18, 21]) await poll(hours * HOUR, { status: 304 });
    expect(sent()).toEqual(conditional);
    await poll(24 * HOUR, { ...rss("1", "2"), headers: both });
    expect(sent()).toEqual({});
    // The validators say that nothing has changed, and something has: they are not sent for a week.
    for (const days of [1.2, 1.4, 7.7, 7.9]) {
      await poll(days * DAY, { ...rss("1", "2"), headers: both });
      expect(sent()).toEqual({});
    }
    await poll(8.1 * DAY, { status: 304 });
    expect(sent()).toEqual(conditional);
  });

  test("a failure is over when a feed comes, and not when the server says that nothing has changed", async () => {
    await poll(0, { ...rss("1"), headers: both });
    await poll(HOUR, { status: 500 });
    expect(await poll(4 * HOUR, { status: 304 })).toMatchObject({ outcome: "failed", reason: `304 from ${FEED}` });
    expect(sent()).toEqual({});
    expect(await store.feedState(FEED)).toMatchObject({ failures: 2, condition: "failing", etag: both.etag });
    await poll(8 * HOUR, { ...rss("1"), headers: both });
    const after = await store.feedState(FEED);
    expect(after).toMatchObject({ failures: 0, condition: "unchanged" });
    expect(after).not.toHaveProperty("reason");
  });
});

test("after a failure a feed is looked at anew, also where it holds what it held", async () => {
  const empty = { body: Buffer.from("<rss><channel><title>A</title></channel></rss>") };
  const conditions: unknown[] = [];
  await pollInTurn([empty, empty, { status: 500 }, empty], () => void conditions.push(calls.includes("feedListing")));
  expect(conditions).toEqual([true, false, false, true]);
  expect(await store.feedState(FEED)).toMatchObject({ condition: "empty", failures: 0 });
});

describe("a feed that cannot be read is", () => {
  const challenge = Buffer.from("<!DOCTYPE html><html><title>Just a moment...</title></html>");
  test.each<[string, Partial<HttpResponse>, string]>([
    ["failing", { status: 500 }, `500 from ${FEED}`],
    ["failing", { body: Buffer.from("<html><body>News</body></html>") }, `a web page, not a feed, at ${FEED}`],
    ["blocked", { status: 403 }, `403 from ${FEED}`],
    [
      "blocked",
      { status: 503, body: challenge },
      `a question of Cloudflare for browsers in place of the feed at ${FEED}`,
    ],
    ["blocked", { body: challenge }, `a question of Cloudflare for browsers in place of the feed at ${FEED}`],
    ["gone", { status: 410 }, `410 from ${FEED}`],
  ])("%s: %j", async (condition, answer, reason) => {
    expect(await poll(0, answer)).toEqual({ outcome: "failed", newItems: 0, reason });
    expect(await store.feedState(FEED)).toMatchObject({ condition, reason, failures: 1 });
    expect(await store.pollsOfDay("2026-02-10")).toMatchObject([{ failed: 1, last: condition, reason }]);
  });
});

describe("the next poll", () => {
  const waitAfter = async (laterMs: number, answer: Partial<HttpResponse>) => {
    await poll(laterMs, answer);
    return between(plus(NOON, laterMs), (await store.feedState(FEED))?.nextPoll ?? "");
  };

  test("is put off for longer by each failure, but comes on every day", async () => {
    const waits: number[] = [];
    let laterMs = 0;
    for (let i = 0; i < 12; i++) {
      waits.push(await waitAfter(laterMs, { status: 500 }));
      laterMs += waits.at(-1) ?? 0;
    }
    expect(waits[0]).toBeGreaterThan(25 * MINUTE);
    expect(waits[1]).toBeGreaterThan((waits[0] ?? 0) * 1.5);
    expect(Math.max(...waits)).toBeGreaterThan(10 * HOUR);
    expect(Math.max(...waits)).toBeLessThan(13.5 * HOUR);
  });

  test.each<[string, Partial<HttpResponse>, number]>([
    ["the feed's own wish", rss("1", "<ttl>300</ttl>"), 5 * HOUR],
    ["the answer's", { ...rss("1"), headers: { "cache-control": "max-age=18000" } }, 5 * HOUR],
    ["that of an error", { status: 503, headers: { "retry-after": "18000" } }, 5 * HOUR],
    [
      "that of too many requests",
      { status: 429, headers: { "retry-after": "Tue, 10 Feb 2026 17:00:00 GMT" } },
      5 * HOUR,
    ],
  ])("follows %s", async (_, answer, ms) => {
    expect(await waitAfter(0, answer)).toBe(ms + MINUTE);
    expect(await poll(ms - 1, rss("1"))).toMatchObject({ outcome: "not-due" });
  });

  test("follows the feed's wish also when it has not changed", async () => {
    await poll(0, { ...rss("1", "<ttl>300</ttl>"), headers: { etag: '"1"' } });
    expect(await waitAfter(6 * HOUR, { status: 304 })).toBe(5 * HOUR + MINUTE);
    expect(await waitAfter(12 * HOUR, { status: 500 })).toBe(5 * HOUR + MINUTE);
    expect(await waitAfter(18 * HOUR, rss("1", "2"))).toBeLessThan(3 * HOUR);
  });

  test("leaves out the hours that the feed excludes, also where a schedule comes late", async () => {
    await poll(0, rss("1", "<skipHours><hour>14</hour></skipHours>"));
    expect(await poll(2 * HOUR + 59 * MINUTE, rss("1"))).toMatchObject({ outcome: "not-due" });
    expect(await poll(3 * HOUR, rss("1"))).toMatchObject({ outcome: "unchanged" });
  });
});

test("where nothing that is listed was known, items may have been lost: it is told once a day", async () => {
  const lost = async (day: string) => (await store.problemsOfDay(day)).filter(({ stage }) => stage === "list");
  await poll(0, rss("1", "2"));
  await poll(HOUR, rss("2", "3"));
  expect(await lost("2026-02-10")).toEqual([]);
  await poll(2 * HOUR, rss("4", "5"));
  await poll(3 * HOUR, rss("6", "7"));
  const reason = `items may have been lost: of what ${FEED} lists, nothing was known`;
  expect(await lost("2026-02-10")).toEqual([{ source: "one", stage: "list", reason, times: 1 }]);
  expect(await store.feedState(FEED)).toMatchObject({ lostAt: plus(NOON, 3 * HOUR), condition: "fine" });
  await poll(DAY, rss("8"));
  expect(await lost("2026-02-11")).toHaveLength(1);
});

test("what is new is counted by the day, but not what was there before the first poll", async () => {
  await poll(0, rss("1", "2"));
  await poll(HOUR, rss("1", "2", "3"));
  await poll(DAY, rss("1", "2", "3", "4", "5"));
  expect(await store.feedState(FEED)).toMatchObject({ volume: { day: "2026-02-11", counts: [1, 2] } });
});

test("a feed that says three times that it has moved for good is read on, and the new address proposed", async () => {
  const moved = "https://a.example/feed";
  const conditions: unknown[] = [];
  for (const hours of [0, 3, 6, 9]) {
    await poll(hours * HOUR, { ...rss("1"), moved });
    conditions.push((await store.feedState(FEED))?.condition);
  }
  expect(conditions).toEqual(["fine", "unchanged", "redirected", "redirected"]);
  expect(await store.feedState(FEED)).toMatchObject({ moved: { to: moved, times: 3 }, failures: 0 });
  await poll(12 * HOUR, rss("1"));
  expect(await store.feedState(FEED)).not.toHaveProperty("moved");
});

describe("a host that wants to be let alone", () => {
  test.each<[string, Partial<HttpResponse>, number | undefined]>([
    ["too many requests", { status: 429 }, 30_000],
    ["too many requests, with a time", { status: 429, headers: { "retry-after": "7200" } }, 2 * HOUR],
    ["too many requests, with a short time", { status: 429, headers: { "retry-after": "1" } }, 30_000],
    ["unavailable, with a time", { status: 503, headers: { "retry-after": "7200" } }, 2 * HOUR],
    ["unavailable", { status: 503 }, undefined],
    ["another error", { status: 500, headers: { "retry-after": "7200" } }, undefined],
  ])("%s", async (_, answer, restMs) => {
    await poll(0, answer);
    expect(await store.hostRest("a.example")).toBe(restMs === undefined ? undefined : plus(NOON, restMs));
  });

  test("is asked for no feed before", async () => {
    await store.restHost("a.example", plus(NOON, HOUR));
    expect(await poll(HOUR - 1, rss("1"))).toMatchObject({ outcome: "not-due" });
    expect(asked).toEqual([]);
    expect(await store.feedState(FEED)).toBeUndefined();
    expect(await poll(HOUR, rss("1"))).toMatchObject({ outcome: "fetched" });
  });
});

test("new items of one host are queued together, a spacing apart, the first a spacing after the poll", async () => {
  expect(await poll(0, rss("1", "2", "3"))).toEqual({ outcome: "fetched", newItems: 3 });
  const { hostSpacingMs } = watchlist.monitor.polling;
  expect(sent.map(({ delayMs }) => delayMs)).toEqual([1, 2, 3].map((n) => n * hostSpacingMs));
  expect(calls.filter((name) => name === "reserveSlots")).toHaveLength(1);
  await poll(DAY, rss("1", "2", "3", "4"));
  expect(sent).toHaveLength(4);
});
