import { expect, test } from "vitest";
import type { ObjectStore } from "../../../shared/pipeline/ports.ts";
import { publishDays } from "../../../shared/pipeline/publish-days.ts";
import { publishDue } from "../../../shared/pipeline/publish-due.ts";
import { addDays } from "../../../shared/time.ts";
import { aSiteInMemory } from "../../support/a-site.ts";
import { aSmallWatchlist } from "../../support/a-small-watchlist.ts";
import { aWatchlist } from "../../support/an-edition.ts";
import { memoryObjects } from "../../support/memory-objects.ts";

const FIRST = "2026-02-10";
const THIRD = addDays(FIRST, 2);
const log = { info: () => undefined, warn: () => undefined };

/** Two finished days and a third that lasts, none of them published. */
async function threeDays() {
  const days = aSiteInMemory();
  for (const day of [FIRST, addDays(FIRST, 1), THIRD]) await days.find(day);
  const calls: string[] = [];
  const site = memoryObjects((call, key) => calls.push(`${call} ${key}`));
  const store = {
    ...days.store,
    matchesOfDay: async (day: string) => {
      calls.push(`matches ${day}`);
      return await days.store.matchesOfDay(day);
    },
  };
  return {
    site,
    calls: () => calls.splice(0),
    deps: { clock: () => `${THIRD}T12:00:00.000Z`, store, site, watchlist: aWatchlist(), log },
    close: () => days.store.close(),
  };
}

test("the pages that gather many days can wait for the next run, and come to the same site", async () => {
  const [whole, parts] = [await threeDays(), await threeDays()];
  const days = [FIRST, addDays(FIRST, 1), THIRD];
  await publishDays(whole.deps, days);
  await publishDays(parts.deps, days, { gather: false });
  const gathered = [...parts.site.bodies.keys()].filter((key) => /^(position|source|story|theme)\//u.test(key));
  expect(gathered).toEqual([]);
  expect(parts.site.bodies.get("index.html")).toBe(whole.site.bodies.get("index.html"));
  await publishDays(parts.deps, [THIRD]);
  expect(new Map([...parts.site.bodies].toSorted())).toEqual(new Map([...whole.site.bodies].toSorted()));
  whole.close();
  parts.close();
});

test("a run that gathers nothing is short: where a day was left behind, it leaves all to the next", async () => {
  const { deps, site, close } = await threeDays();
  const dates = async (gather: boolean) =>
    (await publishDue(deps, { gather })).map(({ edition }) => `${edition.date} ${edition.revision}`);
  const ordinary = [`${addDays(FIRST, 1)} 1`, `${THIRD} 0`];
  await publishDays({ ...deps, clock: () => `${FIRST}T12:00:00.000Z` }, [FIRST]);
  expect(await dates(false)).toEqual([]);
  expect(await dates(true)).toEqual([`${FIRST} 1`, ...ordinary]);
  expect(await dates(false)).toEqual(ordinary);
  site.bodies.set("data/pending.json", JSON.stringify([{ date: FIRST, replaced: [] }]));
  expect(await dates(false)).toEqual([]);
  expect(await dates(true)).toEqual([`${FIRST} 1`, ...ordinary]);
  close();
});

test("one run reads a day's matches, and each part of the ledger, once, however many editions go on from them", async () => {
  const { deps, calls, close } = await threeDays();
  await publishDays(deps, [FIRST]);
  calls();
  await publishDue(deps);
  const read = calls().filter((call) => /^(matches|get data\/)/u.test(call));
  expect(read).toContain(`matches ${FIRST}`);
  expect(read.toSorted()).toEqual([...new Set(read)].toSorted());
  close();
});

test("pages of a new edition are written without a look; of one that is published again, each is looked at", async () => {
  const { deps, calls, close } = await threeDays();
  const looks = () => calls().filter((call) => call.startsWith(`get ${FIRST}/`)).length;
  const pages = () =>
    [...deps.site.bodies.keys()]
      .filter((key) => /\.(csv|html|json|md)$/u.test(key))
      .filter((key) => key.startsWith(FIRST)).length;
  await publishDays(deps, [FIRST]);
  expect(looks()).toBe(2); // both pictures, of which nobody knows whether they changed
  await publishDays(deps, [FIRST]);
  expect(looks()).toBe(pages());
  close();
});

test("a run that is cut short at any of its writes is made good by the next", async () => {
  const morning = async (cutAt: number) => {
    const { deps: all, site, close } = await threeDays();
    const deps = { ...all, watchlist: aSmallWatchlist() };
    // The first day was published while it lasted, and nothing ran since.
    await publishDays({ ...deps, clock: () => `${FIRST}T12:00:00.000Z` }, [FIRST]);
    let writes = 0;
    const cut: ObjectStore = {
      ...site,
      put: async (...written) => {
        if (++writes > cutAt) throw new Error("cut short");
        await site.put(...written);
      },
    };
    const isCut = await publishDue({ ...deps, site: cut }).then(
      () => false,
      () => true,
    );
    await publishDue(deps);
    close();
    return { isCut, writes, pages: new Map([...site.bodies].toSorted()) };
  };
  const whole = await morning(Number.POSITIVE_INFINITY);
  expect(whole.isCut).toBe(false);
  const places = Array.from({ length: whole.writes }, (_, i) => i).filter((i) => i % 3 === 0);
  for (const cutAt of places) {
    const { isCut, pages } = await morning(cutAt);
    expect({ cutAt, isCut, pages }).toEqual({ cutAt, isCut: true, pages: whole.pages });
  }
});
