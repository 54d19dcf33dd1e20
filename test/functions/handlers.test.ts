import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulatedClock } from "../../cli/local/clocks.ts";
import { collect } from "../../cli/local/collect.ts";
import { openWorld } from "../../cli/local/open-world.ts";
import { NO_PROGRESS } from "../../cli/local/progress.ts";
import { publishDays } from "../../cli/local/publish-days.ts";
import { pressClient } from "../../cli/press/press-client.ts";
import { type PressServer, servePress } from "../../cli/press/serve-press.ts";
import { createApplyWatchlistHandler } from "../../functions/apply-watchlist.ts";
import { createPollFeedHandler } from "../../functions/poll-feed.ts";
import { createPublishDigestHandler } from "../../functions/publish-digest.ts";
import { createReadArticleHandler } from "../../functions/read-article.ts";
import { createSchedulePollsHandler } from "../../functions/schedule-polls.ts";
import { compileMatcher } from "../../shared/matching/compile-matcher.ts";
import type { Watchlist } from "../../shared/model.ts";
import type { Fetch, ObjectStore } from "../../shared/pipeline/ports.ts";
import { addDays, atLocalTime, DAY, MINUTE, plus } from "../../shared/time.ts";
import { loadWatchlist } from "../../shared/watchlist/load-watchlist.ts";
import { type Deployment, deploy, s3Event, sqsEvent } from "../support/a-deployment.ts";
import { aSmallPress, PRESS_DAY } from "../support/a-small-press.ts";
import { anItem } from "../support/an-edition.ts";
import { watchFiles } from "../support/watch-files.ts";

const ZONE = "Asia/Tashkent";
const NEXT_DAY = addDays(PRESS_DAY, 1);
/** Before and after the correction. */
const ROUNDS = ["12:00", "18:00"].map((time) => atLocalTime(PRESS_DAY, time, ZONE));
const MORNING_AFTER = atLocalTime(NEXT_DAY, "07:00", ZONE);

const text = async (objects: ObjectStore, key: string) => new TextDecoder().decode(await objects.get(key));

/** Every object with its text. */
async function contentsOf(objects: ObjectStore): Promise<Record<string, string>> {
  const keys = await objects.list("");
  return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await text(objects, key)])));
}

describe("the five functions, from uploaded files to published pages", () => {
  const timekeeper = simulatedClock(ROUNDS[0] ?? "");
  let deployment: Deployment;
  let press: PressServer;
  let ask: Fetch;

  beforeAll(async () => {
    deployment = await deploy(timekeeper.now);
    press = await servePress(aSmallPress(), timekeeper.now);
    ask = pressClient(press.port);
  });
  afterAll(async () => {
    await press.close();
    await deployment.close();
  });

  const upload = async (changed: Readonly<Record<string, string>> = {}) => {
    const files = watchFiles(changed);
    for (const { path, text } of files) await deployment.uploads.put(path, text, "application/yaml");
    return await createApplyWatchlistHandler(deployment)(s3Event(...files.map(({ path }) => path)));
  };
  const playRound = async () => {
    const deps = { ...deployment, fetch: ask };
    const scheduled = await createSchedulePollsHandler(deployment)({});
    const failed = [
      await deployment.deliver("polls", createPollFeedHandler(deps)),
      await deployment.deliver("articles", createReadArticleHandler(deps)),
    ];
    return { scheduled, failed };
  };

  test("before anything was uploaded, a schedule has nothing to do", async () => {
    expect(await createSchedulePollsHandler(deployment)({})).toBeUndefined();
  });

  test("a good watchlist becomes the active one", async () => {
    const result = await upload();
    expect(result).toEqual({ ok: true, version: (await deployment.running()).version });
    expect(await text(deployment.active, "problems.txt")).toBe("");
  });

  test("a broken one changes nothing but problems.txt", async () => {
    const before = await text(deployment.active, "running.json");
    expect(await upload({ "watch/monitor.yaml": "timeZone: Asia/Tashkend\n" })).toMatchObject({ ok: false });
    expect(await text(deployment.active, "running.json")).toBe(before);
    expect(await text(deployment.active, "problems.txt")).toMatch(/^watch\/monitor\.yaml:1:11: .*Asia\/Tashkend/mu);
  });

  test("a round polls every feed that is due, and reads what is new in the slots of its host", async () => {
    expect(await playRound()).toEqual({ scheduled: { polls: 2, requeued: 0, feedsFailing: 0 }, failed: [0, 0] });
    // Of each host: its poll at once, then its items five seconds apart, and again the one whose turn its robots.txt took.
    expect(deployment.delaysMs.toSorted((a, b) => a - b)).toEqual([
      0, 0, 5_000, 5_000, 10_000, 10_000, 15_000, 15_000, 20_000, 25_000, 30_000,
    ]);
    expect(await playRound()).toEqual({ scheduled: { polls: 0, requeued: 0, feedsFailing: 0 }, failed: [0, 0] });
  });

  test("a later round reads what was corrected", async () => {
    timekeeper.set(ROUNDS[1] ?? "");
    expect((await playRound()).failed).toEqual([0, 0]);
    const items = await deployment.storeFor(await deployment.running()).itemsOfDay(PRESS_DAY);
    expect(items.map(({ state }) => state).toSorted()).toEqual([
      "below-threshold",
      "failed",
      "gone",
      "matched",
      "matched",
      "matched",
      "matched",
      "undated-kept",
    ]);
  });

  test("the morning after, yesterday is published for good and today so far", async () => {
    timekeeper.set(MORNING_AFTER);
    const publish = createPublishDigestHandler(deployment);
    expect(await publish({})).toEqual([
      { date: PRESS_DAY, revision: 1, isNew: true },
      { date: NEXT_DAY, revision: 0, isNew: true },
    ]);
    const pages = await contentsOf(deployment.site);
    const { counts } = JSON.parse(pages[`${PRESS_DAY}/digest.json`] ?? "");
    expect(counts).toMatchObject({ items: 8, matched: 4, articles: 3, for: 2, against: 1 });
    expect(await publish({})).toEqual([
      { date: PRESS_DAY, revision: 1, isNew: false },
      { date: NEXT_DAY, revision: 0, isNew: false },
    ]);
    expect(await contentsOf(deployment.site)).toEqual(pages);
  });

  test("the pages are byte for byte those of a laptop", async () => {
    const laptop = await laptopSite();
    expect(Object.keys(laptop)).toContain(`${PRESS_DAY}/digest.json`);
    expect(await contentsOf(deployment.site)).toEqual(laptop);
  });

  test("a message that is none of ours, or that fails, fails alone", async () => {
    let asked = 0;
    const fetch: Fetch = async (request) => {
      if (asked++ === 0) throw new TypeError("a defect");
      return await ask(request);
    };
    timekeeper.set(atLocalTime(NEXT_DAY, "12:00", ZONE));
    const handler = createPollFeedHandler({ ...deployment, fetch });
    const [steppe, vodiy] = ["steppe-post", "vodiy"].map((host) => ({ feed: `http://${host}.example/rss.xml` }));
    const event = sqsEvent(["{not json", JSON.stringify({ item: "x" }), JSON.stringify(steppe), JSON.stringify(vodiy)]);
    const failed = { batchItemFailures: ["m0", "m1", "m2"].map((itemIdentifier) => ({ itemIdentifier })) };
    deployment.events.length = 0;
    expect(await handler(event)).toEqual(failed);
    expect(deployment.events).toEqual(["message failed", "message failed", "message failed"]);
    const polls = await deployment.storeFor(await deployment.running()).pollsOfDay(NEXT_DAY);
    expect(polls.map(({ source }) => source)).toEqual(["vodiy"]);
    await expect(handler({ detail: "no event of SQS" })).rejects.toThrow("Records");
  });

  test("feeds that fail are measured while they are too many", async () => {
    const store = deployment.storeFor(await deployment.running());
    const measured: unknown[] = [];
    const measure = (...told: unknown[]) => void measured.push(told);
    const states = (await store.feedStates()).toSorted((a, b) => (a.feed < b.feed ? -1 : 1));
    for (const state of states) {
      await store.saveFeedState({ ...state, nextPoll: plus(deployment.clock(), DAY), failures: 3 });
      await createSchedulePollsHandler({ ...deployment, measure })({});
    }
    for (const state of states) await store.saveFeedState(state);
    await createSchedulePollsHandler({ ...deployment, measure })({});
    expect(measured).toEqual([
      ["feedsFailing", 50],
      ["feedsFailing", 100],
    ]);
    await deployment.deliver("polls", createPollFeedHandler({ ...deployment, fetch: ask }));
  });

  test("an item whose message was lost is queued again, and read", async () => {
    const store = deployment.storeFor(await deployment.running());
    const { published: _, ...lost } = anItem({ id: "lost", url: "http://steppe-post.example/weather", title: "Frost" });
    const firstSeen = atLocalTime(NEXT_DAY, "13:00", ZONE);
    await store.rememberItem({ ...lost, state: "waiting", day: NEXT_DAY, firstSeen, dateProblem: "missing" });
    timekeeper.set(plus(firstSeen, 31 * MINUTE));
    expect((await playRound()).scheduled).toEqual({ polls: 2, requeued: 1, feedsFailing: 0 });
    expect((await store.item("lost"))?.state).toBe("duplicate");
  });
});

/** The same press, rounds and clock through the laptop's ports. */
async function laptopSite(): Promise<Record<string, string>> {
  const timekeeper = simulatedClock(ROUNDS[0] ?? "");
  const press = await servePress(aSmallPress(), timekeeper.now);
  const fetch = pressClient(press.port);
  const world = await openWorld(await mkdtemp(join(tmpdir(), "mizan-laptop-")));
  const watchlist = theWatchlist();
  for (const round of ROUNDS) {
    timekeeper.set(round);
    const { errors } = await collect({
      timekeeper,
      store: world.store,
      fetch,
      watchlist,
      matcher: compileMatcher(watchlist),
      progress: NO_PROGRESS,
      concurrency: 1,
      signal: new AbortController().signal,
    });
    expect(errors).toEqual([]);
  }
  timekeeper.set(MORNING_AFTER);
  await publishDays(world, watchlist, timekeeper.now, [PRESS_DAY, NEXT_DAY]);
  const pages = await contentsOf(world.site);
  await press.close();
  world.close();
  return pages;
}

function theWatchlist(): Watchlist {
  const result = loadWatchlist(watchFiles());
  if (!result.ok) throw new Error("the watchlist of the tests has problems");
  return result.watchlist;
}
