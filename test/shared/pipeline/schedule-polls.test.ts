import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteStore } from "../../../cli/local/sqlite-store.ts";
import type { PollMessage } from "../../../shared/pipeline/ports.ts";
import { schedulePolls } from "../../../shared/pipeline/schedule-polls.ts";
import { plus } from "../../../shared/time.ts";
import { aSource, aWatchlist } from "../../support/an-edition.ts";

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

async function schedule(): Promise<{ feeds: string[]; feedsFailing: number }> {
  const feeds: string[] = [];
  const polls = { send: async ({ feed }: PollMessage) => void feeds.push(feed) };
  const articles = { send: async () => undefined };
  const log = { info: () => undefined, warn: () => undefined };
  const { feedsFailing } = await schedulePolls({ clock: () => NOW, store, polls, articles, watchlist, log });
  return { feeds, feedsFailing };
}

async function remember(feed: string, nextPoll: string, failures = 0): Promise<void> {
  await store.saveFeedState({ feed, lastPoll: NOW, nextPoll, failures, listed: {} });
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
