import { expect, test } from "vitest";
import type { FeedEntry } from "../../../shared/model.ts";
import { LONGEST_LINE, LONGEST_SUMMARY, LONGEST_TEXT } from "../../../shared/pipeline/bounds.ts";
import { newItem } from "../../../shared/pipeline/new-item.ts";
import { aWatchlist } from "../../support/an-edition.ts";

const NOW = "2026-02-10T20:30:00.000Z";
const FEED = "https://steppe-post.example/rss.xml";

function itemOf(entry: FeedEntry, revision = 1) {
  const { monitor, sources } = aWatchlist();
  const [source] = sources;
  if (source === undefined) throw new Error("the watchlist of the tests has no source");
  return newItem(entry, "a1b2c3d4e5f60718", revision, { source, feed: FEED, now: NOW, monitor });
}

const long = (length: number) => "ж".repeat(length);

test("an entry that gives nothing becomes an item of its feed, without a date", () => {
  expect(itemOf({})).toStrictEqual({
    id: "a1b2c3d4e5f60718",
    source: aWatchlist().sources[0]?.id,
    feed: FEED,
    url: FEED,
    title: "",
    dateProblem: "missing",
    firstSeen: NOW,
    day: "2026-02-11",
    revision: 1,
    state: "waiting",
    attempts: 0,
  });
});

test("texts are kept up to their bounds; a summary that is all there is counts as the text", () => {
  const entry = { title: long(2_000), author: long(2_000), summary: long(200_000), content: long(200_000) };
  const { title, author, summary, content } = itemOf(entry);
  expect([title, author, summary, content].map((text) => text?.length)).toEqual([
    LONGEST_LINE,
    LONGEST_LINE,
    LONGEST_SUMMARY,
    LONGEST_TEXT,
  ]);
  expect(itemOf({ summary: long(200_000) }).summary).toHaveLength(LONGEST_TEXT);
});

test("an address too long to be one is none", () => {
  expect(itemOf({ url: `https://a.example/${"a".repeat(5_000)}` }).url).toBe(FEED);
  expect(itemOf({ url: "https://a.example/a" }).url).toBe("https://a.example/a");
});

test.each([
  [
    "yesterday's news",
    { published: "2026-02-09T20:30:00.000Z" },
    1,
    { published: "2026-02-09T20:30:00.000Z", state: "waiting" },
  ],
  [
    "last month's",
    { published: "2026-01-10T20:30:00.000Z" },
    1,
    { published: "2026-01-10T20:30:00.000Z", state: "stale" },
  ],
  ["tomorrow's", { published: "2026-02-11T20:30:00.000Z" }, 1, { dateProblem: "future", state: "waiting" }],
  [
    "last month's, changed today",
    { published: "2026-01-10T20:30:00.000Z", updated: NOW },
    2,
    { published: NOW, state: "waiting" },
  ],
  ["changed today, and nothing said of before", { updated: NOW }, 1, { published: NOW, state: "waiting" }],
])("%s", (_, entry, revision, expected) => {
  expect(itemOf(entry, revision)).toMatchObject(expected);
});

test("a correction has an id of its own", () => {
  expect(itemOf({}, 3)).toMatchObject({ id: "a1b2c3d4e5f60718~3", revision: 3 });
});
