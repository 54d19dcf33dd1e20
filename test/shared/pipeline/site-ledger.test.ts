import { expect, test } from "vitest";
import { openLedger } from "../../../shared/pipeline/site-ledger.ts";
import { anEdition, aWatchlist } from "../../support/an-edition.ts";
import { memoryObjects } from "../../support/memory-objects.ts";

const DAYS = ["2026-01-31", "2026-02-14", "2026-03-01"];

/** A site with these finished days. */
async function siteWith(days: readonly string[]) {
  const site = memoryObjects();
  const ledger = openLedger(site);
  for (const date of days) await ledger.enter(anEdition({ date, revision: 1 }));
  await ledger.save();
  return site;
}

test("a chart that ends on the first of March reaches over all of February into January", async () => {
  const ledger = openLedger(await siteWith(DAYS));
  const record = await ledger.recordOf({ date: "2026-03-01", replaced: [] }, aWatchlist());
  expect(record.recent.map(({ month }) => month)).toEqual(["2026-01", "2026-02", "2026-03"]);
  expect((await ledger.before("2026-03-03")).map(({ date }) => date)).toEqual(["2026-02-14", "2026-03-01"]);
  expect((await ledger.before("2026-03-01")).map(({ date }) => date)).toEqual(["2026-01-31", "2026-02-14"]);
});

test("what changes a day makes it pending, with all that its pages had before, until it is settled", async () => {
  const site = await siteWith(DAYS);
  const dates = async () => (await openLedger(site).pending()).map(({ date }) => date);
  expect(await dates()).toEqual(DAYS);
  await openLedger(site).settle();
  expect(await dates()).toEqual([]);

  const ledger = openLedger(site);
  const [day = ""] = DAYS;
  const first = anEdition({ date: day, revision: 1 });
  await ledger.enter(first);
  expect(await ledger.pending()).toEqual([]);
  await ledger.enter(anEdition({ date: day, revision: 2, matches: [] }));
  await ledger.enter(anEdition({ date: day, revision: 3, matches: [] }));
  const had = first.stories.flatMap(({ articles }) => articles.map(({ id }) => id));
  expect(had.length).toBeGreaterThan(0);
  // Nothing is saved yet, and it is known all the same.
  const [pending] = await openLedger(site).pending();
  expect(pending?.replaced.map(({ id }) => id)).toEqual(had);
});
