import { expect, test } from "vitest";
import type { RunReport } from "../../../shared/model.ts";
import type { EditionRecord, Store } from "../../../shared/pipeline/ports.ts";
import { addDays } from "../../../shared/time.ts";

const DATE = "2026-02-10";

function aRecord(changed: Partial<EditionRecord> = {}): EditionRecord {
  const counts = { items: 80, matched: 12, for: 6, against: 3 };
  return { date: DATE, revision: 1, digest: "0".repeat(64), watchlist: "0123456789ab", ...counts, ...changed };
}

function aRun(changed: Partial<RunReport> = {}): RunReport {
  return {
    started: "2026-02-10T06:00:00.000Z",
    finished: "2026-02-10T06:01:00.000Z",
    watchlist: "0123456789ab",
    polls: { fetched: 1, unchanged: 2, failed: 3 },
    newItems: 5,
    states: {},
    problems: [],
    editions: [],
    ...changed,
  };
}

export function editionPromises(store: () => Store): void {
  test("the latest runs come newest first, as they were saved", async () => {
    const problems = [{ source: "vodiy", stage: "poll", reason: "нет ответа 🌊" }] as const;
    const whole = aRun({
      started: "2026-02-11T06:00:00.000Z",
      states: { matched: 2, gone: 1, waiting: 3 },
      problems,
      editions: [DATE, "2026-02-11"],
    });
    for (const run of [aRun(), whole, aRun({ started: "2026-02-09T06:00:00.000Z" })]) await store().saveRun(run);
    expect(await store().runs(2)).toStrictEqual([whole, aRun()]);
    expect(await store().runs(10)).toHaveLength(3);
  });

  test("a day without an edition has none", async () => {
    expect(await store().edition(DATE)).toBeUndefined();
    expect(await store().editions(10)).toEqual([]);
  });

  test("while the day lasts its edition can be replaced", async () => {
    expect(await store().recordEdition(aRecord({ revision: 0 }))).toBe(true);
    expect(await store().recordEdition(aRecord({ revision: 0, items: 99 }))).toBe(true);
    expect(await store().edition(DATE)).toStrictEqual(aRecord({ revision: 0, items: 99 }));
    expect(await store().editions(10)).toStrictEqual([aRecord({ revision: 0, items: 99 })]);
  });

  test("a numbered revision is recorded once, as it was first", async () => {
    expect(await store().recordEdition(aRecord())).toBe(true);
    expect(await store().recordEdition(aRecord({ items: 99 }))).toBe(false);
    expect(await store().edition(DATE)).toStrictEqual(aRecord());
    expect(await store().editions(10)).toStrictEqual([aRecord()]);
  });

  test("of many who record a revision at once, one does", async () => {
    const recorded = await Promise.all(
      Array.from({ length: 20 }, (_, items) => store().recordEdition(aRecord({ items }))),
    );
    expect(recorded.filter((isNew) => isNew)).toHaveLength(1);
    expect((await store().edition(DATE))?.items).toBe(recorded.indexOf(true));
    expect((await store().editions(1))[0]?.items).toBe(recorded.indexOf(true));
  });

  test.each([
    [[0, 1, 2, 3], 3],
    [[2, 1, 0], 2],
    [[1, 12, 2, 0], 12],
    [[3, 0, 3, 1], 3],
  ])("recorded in the order %j, the newest revision is %i", async (order, newest) => {
    for (const revision of order) await store().recordEdition(aRecord({ revision, items: revision }));
    expect(await store().edition(DATE)).toStrictEqual(aRecord({ revision: newest, items: newest }));
    expect(await store().editions(10)).toStrictEqual([aRecord({ revision: newest, items: newest })]);
  });

  test("the archive has every day once, newest first, no more than asked for", async () => {
    const days = [4, 0, 2, 1, 3].map((i) => addDays(DATE, i));
    for (const date of days) {
      for (const revision of [0, 1, 2]) await store().recordEdition(aRecord({ date, revision }));
    }
    await store().recordEdition(aRecord({ date: "2026-02-20", revision: 0 }));
    const editions = await store().editions(4);
    expect(editions.map(({ date, revision }) => `${date} ${revision}`)).toEqual([
      "2026-02-20 0",
      "2026-02-14 2",
      "2026-02-13 2",
      "2026-02-12 2",
    ]);
    expect(await store().editions(100)).toHaveLength(6);
  });
}
