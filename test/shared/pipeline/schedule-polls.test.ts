import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteStore } from "../../../cli/local/sqlite-store.ts";
import type { PollMessage, Sending } from "../../../shared/pipeline/ports.ts";
import { schedulePolls } from "../../../shared/pipeline/schedule-polls.ts";
import { plus } from "../../../shared/time.ts";
import { anItem, aSource, aWatchlist } from "../../support/an-edition.ts";

const NOW = "2026-02-10T12:00:00.000Z";
const FEEDS = ["https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/"];
const watchlist = aWatchlist({
  sources: [aSource({ id: "one", feeds: FEEDS.slice(0, 3) }), aSource({ id: "two", feeds: FEEDS.slice(3) })],
});

let store: ReturnType<typeof openSqliteStore>;
beforeEach(() => {
  store = openSqliteStore(":memory:");
});
afterEach(() => store.close());

async function schedule(watched = watchlist): Promise<{ feeds: string[]; feedsFailing: number; requeued: number }> {
  const feeds: string[] = [];
  const polls = {
    send: async (messages: readonly Sending<PollMessage>[]) => {
      feeds.push(...messages.map(({ message: { feed }, delayMs }) => (delayMs === 0 ? feed : `${feed} +${delayMs}`)));
    },
  };
  const articles = { send: async () => undefined };
  const log = { info: () => undefined, warn: () => undefined };
  const { feedsFailing, requeued } = await schedulePolls({
    clock: () => NOW,
    store,
    polls,
    articles,
    watchlist: watched,
    log,
  });
  return { feeds, feedsFailing, requeued };
}

async function remember(feed: string, nextPoll: string, failures = 0): Promise<void> {
  await store.saveFeedState({ feed, lastPoll: NOW, nextPoll, failures });
}

test("what is due is queued: never asked, due by now, or due before the schedule ticks again in earnest", async () => {
  await remember("https://a.example/", NOW);
  await remember("https://b.example/", plus(NOW, 200));
  await remember("https://c.example/", plus(NOW, 300_000));
  expect((await schedule()).feeds).toEqual(["https://a.example/", "https://b.example/", "https://d.example/"]);
});

test("a feed is failing from the third failure in a row; one that was never polled is not", async () => {
  await remember("https://a.example/", NOW, 3);
  await remember("https://b.example/", NOW, 2);
  expect((await schedule()).feedsFailing).toBe(25);
});

test("a feed alone on its host is queued without a slot, unless somebody waits for the host", async () => {
  const { hostSpacingMs } = watchlist.monitor.polling;
  const one = { earliest: NOW, latest: NOW, spacingMs: hostSpacingMs, count: 1 };
  await store.reserveSlots("a.example", { ...one, earliest: plus(NOW, -hostSpacingMs) });
  await store.reserveSlots("b.example", one);
  await store.restHost("c.example", plus(NOW, 3_600_000));
  const slots = await store.hostSlots();
  expect((await schedule()).feeds).toEqual([
    "https://a.example/",
    `https://b.example/ +${hostSpacingMs}`,
    "https://d.example/",
  ]);
  expect(await store.hostSlots()).toEqual(new Map([...slots, ["b.example", plus(NOW, hostSpacingMs)]]));
});

test("what does not find a slot in time is left for the next run", async () => {
  const { hostSpacingMs } = watchlist.monitor.polling;
  const [latest, feeds] = [plus(NOW, 900_000), ["1", "2", "3"].map((n) => `https://a.example/${n}`)];
  await store.reserveSlots("a.example", {
    earliest: plus(latest, -2 * hostSpacingMs),
    latest,
    spacingMs: hostSpacingMs,
    count: 1,
  });
  const one = aWatchlist({ sources: [aSource({ id: "one", feeds })] });
  const delays = [900_000 - hostSpacingMs, 900_000];
  expect((await schedule(one)).feeds).toEqual(delays.map((delayMs, i) => `${feeds[i]} +${delayMs}`));
  expect((await schedule(one)).feeds).toEqual([]);
});

test("what was lost on its way to be read goes first, and a host with many of them is not booked ahead for hours", async () => {
  const { hostSpacingMs } = watchlist.monitor.polling;
  const many = Array.from({ length: 200 }, (_, i) => `lost${i}`);
  for (const id of many)
    await store.rememberItem(
      anItem({ id, url: `https://a.example/${id}`, state: "waiting", firstSeen: plus(NOW, -3_600_000) }),
    );
  const { feeds, requeued } = await schedule();
  expect(requeued).toBe(Math.floor(900_000 / hostSpacingMs) + 1);
  expect(feeds).not.toContain("https://a.example/");
  expect((await schedule()).requeued).toBe(0);
  expect((await store.hostSlots()).get("a.example")).toBe(plus(NOW, 900_000));
});

test("feeds of one host are asked a spacing apart, and none later than a message can be delayed", async () => {
  const feeds = Array.from({ length: 200 }, (_, i) => `https://a.example/${i}`);
  const one = aWatchlist({ sources: [aSource({ id: "one", feeds: [...feeds, "https://b.example/"] })] });
  const { feeds: queued } = await schedule(one);
  const { hostSpacingMs } = one.monitor.polling;
  const inTime = feeds.filter((_, i) => i * hostSpacingMs <= 900_000);
  expect(inTime.length).toBeLessThan(200);
  expect(queued).toEqual([
    ...inTime.map((feed, i) => (i === 0 ? feed : `${feed} +${i * hostSpacingMs}`)),
    "https://b.example/",
  ]);
});
