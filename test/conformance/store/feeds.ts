import { expect, test } from "vitest";
import type { FeedState } from "../../../shared/model.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { plus } from "../../../shared/time.ts";

const NOON = "2026-02-10T12:00:00.000Z";
/** More than twice as many entries as are read of any feed (shared/feeds). */
const MANY_ENTRIES = 5_000;

function aFeedState(changed: Partial<FeedState> = {}): FeedState {
  return {
    feed: "https://steppe-post.example/rss.xml",
    lastPoll: NOON,
    nextPoll: plus(NOON, 900_000),
    failures: 0,
    condition: "fine",
    intervalMs: 900_000,
    volume: { day: "2026-02-10", counts: [0, 7] },
    told: "2026-02-10 news",
    ...changed,
  };
}

export function feedPromises(store: () => Store): void {
  test("a feed never polled has no state", async () => {
    expect(await store().feedState("https://steppe-post.example/rss.xml")).toBeUndefined();
  });

  test.each([
    [
      "with validators, byte for byte",
      aFeedState({ etag: 'W/"«ө» \\ \\" 1"', lastModified: "Tue, 10 Feb 2026 07:00:00 +0500" }),
    ],
    ["without validators", aFeedState()],
    [
      "with everything that can be known of it",
      aFeedState({
        etag: '"1"',
        lastModified: "Tue, 10 Feb 2026 07:00:00 GMT",
        body: "0123456789ab",
        fullAt: NOON,
        askInFullUntil: plus(NOON, 604_800_000),
        failures: 2,
        condition: "blocked",
        reason: "403 from https://steppe-post.example/rss.xml",
        schedule: { everyMs: 3_600_000, skipHours: [0, 23], skipDays: [6] },
        newsAt: NOON,
        lostAt: NOON,
        moved: { to: "https://steppe-post.example/feed", times: 2 },
      }),
    ],
    [
      "from before most of it was remembered",
      { feed: "https://a.example/", lastPoll: NOON, nextPoll: NOON, failures: 0 },
    ],
    ["under an address in another script", aFeedState({ feed: "https://пример.example/жаңалықтар?тема=су&п=1#🌊" })],
  ])("a feed's state comes back as it was saved: %s", async (_, state) => {
    await store().saveFeedState(state);
    expect(await store().feedState(state.feed)).toStrictEqual(state);
  });

  test("saving a feed's state replaces all of it", async () => {
    const { told: _, ...untold } = aFeedState({ failures: 2 });
    await store().saveFeedState(aFeedState({ etag: '"old"' }));
    await store().saveFeedState(untold);
    expect(await store().feedState(untold.feed)).toStrictEqual(untold);
  });

  test("addresses that differ only far behind are two feeds", async () => {
    const [one, other] = ["1", "2"].map((end) => aFeedState({ feed: `https://a.example/${"ж".repeat(3_000)}${end}` }));
    if (one === undefined || other === undefined) throw new Error("two were made");
    await store().saveFeedState(one);
    await store().saveFeedState({ ...other, failures: 7 });
    expect(await store().feedState(one.feed)).toStrictEqual(one);
    expect(await store().feedState(other.feed)).toStrictEqual({ ...other, failures: 7 });
  });

  test("all feeds come at once, each as it was saved last", async () => {
    expect(await store().feedStates()).toEqual([]);
    const feeds = Array.from({ length: 7 }, (_, i) => aFeedState({ feed: `https://${i}.example/`, failures: i }));
    for (const state of feeds) await store().saveFeedState(state);
    const changed = { ...aFeedState({ feed: "https://0.example/" }), lastPoll: plus(NOON, 1) };
    await store().saveFeedState(changed);
    const found = await store().feedStates();
    expect(found.toSorted((a, b) => (a.feed < b.feed ? -1 : 1))).toStrictEqual([changed, ...feeds.slice(1)]);
  });

  test("a feed's listing comes back as it was saved last, and is empty before", async () => {
    const feed = "https://пример.example/жаңалықтар?тема=су&п=1#🌊";
    expect(await store().feedListing(feed)).toEqual({});
    await store().saveFeedListing(feed, { a1b2c3d4e5f60718: "1:0123456789ab", b1b2c3d4e5f60718: "2:ba9876543210" });
    await store().saveFeedListing(feed, { b1b2c3d4e5f60718: "3:0123456789ab" });
    expect(await store().feedListing(feed)).toStrictEqual({ b1b2c3d4e5f60718: "3:0123456789ab" });
    expect(await store().feedListing("https://other.example/")).toEqual({});
    expect(await store().feedStates()).toEqual([]);
  });

  test("a feed can list thousands of items", async () => {
    const ids = Array.from({ length: MANY_ENTRIES }, (_, i) => [
      i.toString(16).padStart(16, "0"),
      `999:${i}`.padEnd(16, "f"),
    ]);
    const listing = Object.fromEntries(ids);
    await store().saveFeedListing("https://steppe-post.example/rss.xml", listing);
    expect(await store().feedListing("https://steppe-post.example/rss.xml")).toStrictEqual(listing);
  });
}
