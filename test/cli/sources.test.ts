import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openWorld } from "../../cli/local/open-world.ts";
import { formatSources } from "../../cli/sources/format-sources.ts";
import { reportOf } from "../../cli/sources/source-report.ts";
import type { FeedState } from "../../shared/model.ts";
import { aSource, aWatchlist } from "../support/an-edition.ts";
import { runMizan, withoutAccount } from "../support/run-mizan.ts";

const sources = [
  aSource({ id: "steppe-post", name: "Steppe Post", feeds: ["https://steppe-post.example/rss.xml"] }),
  aSource({ id: "vodiy", name: "Водий", feeds: ["https://vodiy.example/a", "https://vodiy.example/b"] }),
  aSource({ id: "new", name: "New", feeds: ["https://new.example/"] }),
];
const watchlist = aWatchlist({ sources });
const polled = { lastPoll: "2026-02-10T12:00:00.000Z", nextPoll: "2026-02-10T13:30:00.000Z", failures: 0 };
const usual = Array<number>(28).fill(10);

const states: readonly FeedState[] = [
  {
    ...polled,
    feed: "https://vodiy.example/b",
    condition: "redirected",
    moved: { to: "https://vodiy.example/feed", times: 3 },
    lostAt: "2026-02-09T20:00:00.000Z",
    volume: { day: "2026-02-10", counts: [...usual, 30, 30, 30, 30, 30, 30, 30, 4] },
  },
  {
    ...polled,
    feed: "https://vodiy.example/a",
    condition: "blocked",
    failures: 3,
    reason: "403 from https://vodiy.example/a\u001b[2J",
    moved: { to: "https://vodiy.example/other", times: 2 },
  },
  {
    ...polled,
    feed: "https://steppe-post.example/rss.xml",
    condition: "fine",
    newsAt: "2026-02-10T11:00:00.000Z",
    intervalMs: 22.5 * 60_000,
    volume: { day: "2026-02-10", counts: [...usual, 0, 0, 0, 0, 0, 0, 0, 4] },
  },
  { ...polled, feed: "https://unwatched.example/" },
];

test("every watched feed has a line of aligned columns, in the watchlist's order and the digest's language", () => {
  const { monitor } = watchlist;
  const table = (language: "ru" | "en") =>
    formatSources(reportOf(watchlist, states), { ...monitor, timeZone: "Asia/Tashkent", languages: [language] }).split(
      "\n",
    );
  expect(table("en")).toEqual([
    "source       state       last news         asked             next               every  7 days  note",
    "Steppe Post  fine        2026-02-10 16:00  2026-02-10 17:00  2026-02-10 18:30  23 min       4  unusually few",
    "Водий /a     blocked                       2026-02-10 17:00  2026-02-10 18:30                  403 from https://vodiy.example/a�[2J (3 in a row)",
    "Водий /b     redirected                    2026-02-10 17:00  2026-02-10 18:30             184  has moved to https://vodiy.example/feed: change it in watch/sources.yaml; unusually many; items may have been lost before 2026-02-10 01:00",
    "New          not polled",
    "",
    "4 feeds: fine 1, blocked 1, redirected 1, not polled 1",
  ]);
  expect(table("ru")[3]).toBe(
    "Водий /b     переехал                      2026-02-10 17:00  2026-02-10 18:30             184  переехал на https://vodiy.example/feed: исправьте в watch/sources.yaml; необычно много; до 2026-02-10 01:00 могло что-то потеряться",
  );
});

test("the same as JSON, a line for each feed: absent is what is not known", () => {
  const [fine, blocked, moved, none] = reportOf(watchlist, states);
  expect(fine).toMatchObject({ source: "steppe-post", state: "fine", week: 4, unusual: "few", intervalMs: 1_350_000 });
  expect(blocked).toEqual({
    source: "vodiy",
    name: "Водий",
    feed: "https://vodiy.example/a",
    state: "blocked",
    reason: "403 from https://vodiy.example/a\u001b[2J",
    ...polled,
    failures: 3,
  });
  expect(moved).toMatchObject({ movedTo: "https://vodiy.example/feed", lostAt: "2026-02-09T20:00:00.000Z" });
  expect(none).toEqual({ source: "new", name: "New", feed: "https://new.example/", state: "not-polled", failures: 0 });
});

test("the command reads what the last runs stored, and counts what was stored before conditions were", async () => {
  const data = mkdtempSync(join(tmpdir(), "mizan-sources-"));
  const world = await openWorld(data);
  await world.store.saveFeedState({ ...polled, feed: "https://astanatimes.com/feed/", failures: 2 });
  world.close();
  const { status, stdout } = await runMizan(["--data", data, "sources", "--json"], withoutAccount());
  expect(status).toBe(0);
  const reports = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(reports.find(({ source }) => source === "astana-times")).toMatchObject({ state: "failing", failures: 2 });
  expect(reports.length).toBeGreaterThan(10);
  const table = await runMizan(["--data", data, "sources"], withoutAccount());
  expect(table.stdout).toMatch(/^источник .*\n/u);
  expect(table.stdout).toMatch(/\nThe Astana Times +сбой +2026-02-10 17:00 +2026-02-10 18:30\n/u);
});
