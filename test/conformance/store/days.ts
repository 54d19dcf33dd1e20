import { expect, test } from "vitest";
import type { PollOutcome, Problem } from "../../../shared/model.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { aTally, DAY } from "../../support/an-edition.ts";

const FEED = aTally().feed;
const CONDITIONS = { fetched: "fine", unchanged: "unchanged", failed: "failing" } as const;
const POLL = { day: DAY, feed: FEED, source: "steppe-post", newItems: 0 };

export function dayPromises(store: () => Store): void {
  const count = async (outcome: PollOutcome, rest: { newItems?: number; reason?: string; feed?: string } = {}) =>
    await store().countPoll({ ...POLL, outcome, condition: CONDITIONS[outcome], ...rest });

  test("a feed's polls add up over the day, and the last one is told", async () => {
    await count("fetched", { newItems: 3 });
    await count("unchanged");
    await count("fetched", { newItems: 4 });
    await count("failed", { reason: "503 from https://steppe-post.example/rss.xml" });
    const counted = { fetched: 2, unchanged: 1, failed: 1, newItems: 7 };
    const reason = "503 from https://steppe-post.example/rss.xml";
    expect(await store().pollsOfDay(DAY)).toStrictEqual([{ ...aTally(counted), last: "failing", reason }]);
  });

  test("a poll that went well leaves no reason behind", async () => {
    await count("failed", { reason: "503" });
    await count("unchanged");
    const counted = { fetched: 0, unchanged: 1, failed: 1, newItems: 0 };
    expect(await store().pollsOfDay(DAY)).toStrictEqual([{ ...aTally(counted), last: "unchanged" }]);
  });

  test("many polls counted at once are all counted", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => count(i % 2 === 0 ? "fetched" : "unchanged", { newItems: i })),
    );
    const [tally] = await store().pollsOfDay(DAY);
    expect(tally).toMatchObject({ fetched: 10, unchanged: 10, failed: 0, newItems: 190 });
  });

  test("tallies are by day and come by feed, in the order of code units", async () => {
    const feeds = ["https://b.example/", "https://a.example/\ufffd", "https://a.example/🌊", "https://a.example/"];
    for (const feed of feeds) await count("unchanged", { feed });
    await store().countPoll({ ...POLL, day: "2026-02-11", outcome: "unchanged", condition: "stale" });
    expect((await store().pollsOfDay(DAY)).map(({ feed }) => feed)).toEqual(feeds.toSorted());
    expect(await store().pollsOfDay("2026-02-11")).toMatchObject([{ unchanged: 1, last: "stale" }]);
    expect(await store().pollsOfDay("2026-02-12")).toEqual([]);
  });

  test("a problem is counted as often as it occurs, apart by source, stage and reason", async () => {
    const problems: readonly Problem[] = [
      { source: "vodiy", stage: "read", reason: "403" },
      { source: "vodiy", stage: "poll", reason: "404" },
      { source: "vodiy", stage: "poll", reason: "403" },
      { source: "steppe-post", stage: "poll", reason: `нет ответа 🌊 ${"ж".repeat(3_000)}` },
    ];
    for (const problem of problems) await store().countProblem(DAY, problem);
    await Promise.all(
      Array.from({ length: 20 }, () => store().countProblem(DAY, { source: "vodiy", stage: "poll", reason: "404" })),
    );
    await store().countProblem("2026-02-11", { source: "vodiy", stage: "match", reason: "404" });
    const [read, poll404, poll403, long] = problems;
    expect(await store().problemsOfDay(DAY)).toStrictEqual([
      { ...long, times: 1 },
      { ...poll403, times: 1 },
      { ...poll404, times: 21 },
      { ...read, times: 1 },
    ]);
    expect(await store().problemsOfDay("2026-02-12")).toEqual([]);
  });

  test("problems come in the order of code units", async () => {
    const reasons = ["b", "\ufffd", "🌊", "a"];
    for (const reason of reasons) await store().countProblem(DAY, { source: "vodiy", stage: "read", reason });
    expect((await store().problemsOfDay(DAY)).map(({ reason }) => reason)).toEqual(reasons.toSorted());
  });
}
