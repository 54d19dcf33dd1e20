import { expect, test } from "vitest";
import { simulatedClock } from "../../cli/local/clocks.ts";
import { onSchedule, perWatchlist, runningWatchlist } from "../../functions/running-watchlist.ts";
import { applyWatchlist } from "../../shared/pipeline/apply-watchlist.ts";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";
import { plus } from "../../shared/time.ts";
import { WATCHLIST_FORM } from "../../shared/watchlist/form.ts";
import { memoryObjects } from "../support/memory-objects.ts";
import { MONITOR, watchFiles } from "../support/watch-files.ts";

const START = "2026-02-10T12:00:00.000Z";
const clock = simulatedClock(START);
const readings: string[] = [];
const objects = memoryObjects((call, key) => {
  if (call === "get") readings.push(key);
});
const running = runningWatchlist(objects, clock.now);

async function apply(monitor = MONITOR): Promise<void> {
  for (const { path, text } of watchFiles({ "watch/monitor.yaml": monitor })) await objects.put(path, text, "");
  const log = { info: () => undefined, warn: () => undefined };
  await applyWatchlist({ clock: clock.now, uploads: objects, active: objects, log });
}

test("it is asked for once a minute, and is the same object while its version is the same", async () => {
  await apply();
  readings.length = 0;
  const first = await running();
  clock.set(plus(START, 59_999));
  expect(await running()).toBe(first);
  expect(readings).toEqual(["loaded.json"]);
  clock.set(plus(START, 60_000));
  expect(await running()).toBe(first);
  // Which one runs is a few bytes; all of it would be half a megabyte.
  expect(readings).toEqual(["loaded.json", "running.json"]);
});

test("a new version runs within a minute, and what is made from it is made once", async () => {
  let made = 0;
  const madeFor = perWatchlist(({ version }) => `${version} ${++made}`);
  const before = await running();
  expect([madeFor(before), madeFor(before)]).toEqual([`${before.version} 1`, `${before.version} 1`]);
  await apply(MONITOR.replace("07:00", "08:00"));
  expect(await running()).toBe(before);
  clock.set(plus(clock.now(), 60_000));
  const after = await running();
  expect(after.monitor.publishAt).toBe("08:00");
  expect([madeFor(after), madeFor(before)]).toEqual([`${after.version} 2`, `${before.version} 1`]);
});

/** Stores what runs as an activation does, but for what it was loaded to. */
async function storeFiles(active: ObjectStore, version: string, text: string): Promise<void> {
  const files = [{ path: "watch/monitor.yaml", text }];
  const key = `versions/20260210T070000.000Z-${version}.json`;
  await active.put(key, JSON.stringify({ version, activated: START, files }), "");
  await active.put("running.json", JSON.stringify({ version }), "");
}

test("one that is activated but no longer loads is told with its problems", async () => {
  const active = memoryObjects();
  await storeFiles(active, "0123456789ab", "title: [\n");
  await expect(runningWatchlist(active, clock.now)()).rejects.toThrow(
    /watchlist 0123456789ab was active but no longer loads: .*watch\/monitor\.yaml:\d+:\d+/u,
  );
});

test("one that was stored as loaded is not loaded again, unless another program stored it", async () => {
  const active = memoryObjects();
  const watchlist = await running();
  const { version } = watchlist;
  await storeFiles(active, version, "title: [");
  await active.put("loaded.json", JSON.stringify({ version, form: WATCHLIST_FORM, watchlist }), "");
  expect(await runningWatchlist(active, clock.now)()).toEqual(watchlist);
  await active.put("loaded.json", JSON.stringify({ version, form: WATCHLIST_FORM + 1, watchlist }), "");
  await expect(runningWatchlist(active, clock.now)()).rejects.toThrow("no longer loads");
});

test("until the first watchlist is uploaded a schedule has nothing to do, and that is no error", async () => {
  const told: string[] = [];
  const log = { info: (event: string) => void told.push(event), warn: () => undefined };
  const handler = onSchedule(runningWatchlist(memoryObjects(), clock.now), log, async () => "worked");
  expect(await handler({})).toBeUndefined();
  expect(told).toEqual(["nothing to do"]);
});

test("what goes wrong in the work itself is thrown on", async () => {
  const log = { info: () => undefined, warn: () => undefined };
  const handler = onSchedule(running, log, async () => {
    throw new Error("a defect");
  });
  await expect(handler({})).rejects.toThrow("a defect");
});
