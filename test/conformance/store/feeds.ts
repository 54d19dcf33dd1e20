import { expect, test } from "vitest";
import type { FeedState } from "../../../shared/model.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { plus } from "../../../shared/time.ts";

const NOON = "2026-02-10T12:00:00.000Z";
const SPACING_MS = 5_000;
/** More than twice as many entries as are read of any feed (shared/feeds). */
const MANY_ENTRIES = 5_000;

function aFeedState(changed: Partial<FeedState> = {}): FeedState {
  return {
    feed: "https://steppe-post.example/rss.xml",
    lastPoll: NOON,
    nextPoll: plus(NOON, 900_000),
    failures: 0,
    listed: { a1b2c3d4e5f60718: "1:0123456789ab", b1b2c3d4e5f60718: "2:ba9876543210" },
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
    ["without validators, and with an empty listing", aFeedState({ listed: {} })],
    ["under an address in another script", aFeedState({ feed: "https://пример.example/жаңалықтар?тема=су&п=1#🌊" })],
  ])("a feed's state comes back as it was saved: %s", async (_, state) => {
    await store().saveFeedState(state);
    expect(await store().feedState(state.feed)).toStrictEqual(state);
  });

  test("saving a feed's state replaces all of it", async () => {
    await store().saveFeedState(aFeedState({ etag: '"old"', listed: { a1b2c3d4e5f60718: "1:0123456789ab" } }));
    await store().saveFeedState(aFeedState({ failures: 2, listed: {} }));
    expect(await store().feedState(aFeedState().feed)).toStrictEqual(aFeedState({ failures: 2, listed: {} }));
  });

  test("addresses that differ only far behind are two feeds", async () => {
    const [one, other] = ["1", "2"].map((end) => aFeedState({ feed: `https://a.example/${"ж".repeat(3_000)}${end}` }));
    if (one === undefined || other === undefined) throw new Error("two were made");
    await store().saveFeedState(one);
    await store().saveFeedState({ ...other, failures: 7 });
    expect(await store().feedState(one.feed)).toStrictEqual(one);
    expect(await store().feedState(other.feed)).toStrictEqual({ ...other, failures: 7 });
  });

  test("a feed can list thousands of items", async () => {
    const ids = Array.from({ length: MANY_ENTRIES }, (_, i) => [
      i.toString(16).padStart(16, "0"),
      `999:${i}`.padEnd(16, "f"),
    ]);
    const state = aFeedState({ listed: Object.fromEntries(ids) });
    await store().saveFeedState(state);
    expect(await store().feedState(state.feed)).toStrictEqual(state);
  });

  test("a host's slots are a spacing apart, and never before they are asked for", async () => {
    const slots: string[] = [];
    for (const laterMs of [0, 0, 1_000, 60_000, 60_000, 0]) {
      slots.push(await store().reserveSlot("a.example", plus(NOON, laterMs), SPACING_MS));
    }
    expect(slots).toEqual([0, 5_000, 10_000, 60_000, 65_000, 70_000].map((ms) => plus(NOON, ms)));
  });

  test("the spacing that counts is the one asked for now", async () => {
    const slots: string[] = [];
    for (const spacing of [60_000, 1, 20_000]) slots.push(await store().reserveSlot("a.example", NOON, spacing));
    expect(slots).toEqual([0, 1, 20_001].map((ms) => plus(NOON, ms)));
  });

  test("hosts do not wait for one another, whatever their script or port", async () => {
    for (const host of ["a.example", "a.example:8080", "пример.example"]) {
      expect(await store().reserveSlot(host, NOON, SPACING_MS)).toBe(NOON);
    }
  });

  test("many who ask at once get slots a spacing apart, without a gap", async () => {
    const asked = Array.from({ length: 20 }, () => store().reserveSlot("a.example", NOON, SPACING_MS));
    const slots = (await Promise.all(asked)).toSorted();
    expect(slots).toEqual(slots.map((_, i) => plus(NOON, i * SPACING_MS)));
  });

  test("many who ask at once at different times never come closer than the spacing", async () => {
    const asked = Array.from({ length: 20 }, (_, i) =>
      store().reserveSlot("a.example", plus(NOON, (i % 5) * 7_000), SPACING_MS),
    );
    const slots = (await Promise.all(asked)).map((slot) => Date.parse(slot)).toSorted((a, b) => a - b);
    const gaps = slots.slice(1).map((slot, i) => slot - (slots[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(SPACING_MS);
  });
}
