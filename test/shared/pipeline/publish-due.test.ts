import { expect, test } from "vitest";
import { openSqliteStore } from "../../../cli/local/sqlite-store.ts";
import { publishDigest } from "../../../shared/pipeline/publish-digest.ts";
import { publishDue } from "../../../shared/pipeline/publish-due.ts";
import { aWatchlist } from "../../support/an-edition.ts";
import { memoryObjects } from "../../support/memory-objects.ts";

test("yesterday, today so far, and every day left open are due; the oldest comes first", async () => {
  const log = { info: () => undefined, warn: () => undefined };
  const fixed = { store: openSqliteStore(":memory:"), site: memoryObjects(), watchlist: aWatchlist(), log };
  const published = async (now: string) => {
    const results = await publishDue({ ...fixed, clock: () => now });
    return results.map(({ edition: { date, revision } }) => `${date} ${revision}`);
  };
  const poll = async (day: string) => {
    const feed = "https://steppe-post.example/rss.xml";
    await fixed.store.countPoll({
      day,
      feed,
      source: "steppe-post",
      outcome: "unchanged",
      condition: "unchanged",
      newItems: 0,
    });
  };
  for (const day of ["2026-02-10", "2026-02-11", "2026-02-13"]) await poll(day);
  // In Tashkent, five hours ahead, the day is already the next.
  expect(await published("2026-02-10T19:00:00.000Z")).toEqual(["2026-02-10 1", "2026-02-11 0"]);
  expect(await published("2026-02-14T02:00:00.000Z")).toEqual(["2026-02-11 1", "2026-02-13 1", "2026-02-14 0"]);
  await publishDigest({ ...fixed, clock: () => "2026-02-14T02:00:00.000Z" }, "2026-02-09");
  expect(await published("2026-02-15T02:00:00.000Z")).toEqual(["2026-02-14 1", "2026-02-15 0"]);
  fixed.store.close();
});

test("a yesterday on which nobody looked is no edition", async () => {
  const store = openSqliteStore(":memory:");
  const log = { info: () => undefined, warn: () => undefined };
  const clock = () => "2026-02-10T19:00:00.000Z";
  const results = await publishDue({ store, site: memoryObjects(), watchlist: aWatchlist(), log, clock });
  expect(results.map(({ edition: { date } }) => date)).toEqual(["2026-02-11"]);
  store.close();
});
