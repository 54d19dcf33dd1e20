import { expect, test } from "vitest";
import type { SlotsWanted, Store } from "../../../shared/pipeline/ports.ts";
import { plus } from "../../../shared/time.ts";

const NOON = "2026-02-10T12:00:00.000Z";
const SPACING_MS = 5_000;

/** What `laterMs` after noon is wanted; of the first slot, as late as anybody can wait. */
function wanted(laterMs = 0, changed: Partial<SlotsWanted> = {}): SlotsWanted {
  return { earliest: plus(NOON, laterMs), latest: plus(NOON, 86_400_000), spacingMs: SPACING_MS, count: 1, ...changed };
}

export function hostPromises(store: () => Store): void {
  const reserve = async (host: string, ...all: readonly SlotsWanted[]) => {
    const slots: (string | undefined)[] = [];
    for (const one of all) slots.push(await store().reserveSlots(host, one));
    return slots;
  };
  const after = (...laterMs: readonly number[]) => laterMs.map((ms) => plus(NOON, ms));

  test("a host's slots are a spacing apart, and never before they are asked for", async () => {
    const slots = await reserve("a.example", ...[0, 0, 1_000, 60_000, 60_000, 0].map((laterMs) => wanted(laterMs)));
    expect(slots).toEqual(after(0, 5_000, 10_000, 60_000, 65_000, 70_000));
  });

  test("the spacing that counts is the one asked for now", async () => {
    const slots = await reserve("a.example", ...[60_000, 1, 20_000].map((spacingMs) => wanted(0, { spacingMs })));
    expect(slots).toEqual(after(0, 1, 20_001));
  });

  test("several slots at once are as many slots one after another", async () => {
    const slots = await reserve(
      "a.example",
      wanted(0, { count: 3 }),
      wanted(0, { count: 2 }),
      wanted(60_000, { count: 4 }),
      wanted(),
    );
    expect(slots).toEqual(after(0, 15_000, 60_000, 80_000));
  });

  test("where the first would be too late, nothing is reserved", async () => {
    const latest = plus(NOON, 10_000);
    const slots = await reserve(
      "a.example",
      wanted(0, { latest, count: 2 }),
      wanted(0, { latest, count: 9 }),
      wanted(0, { latest }),
      wanted(0, { latest }),
      wanted(),
    );
    expect(slots).toEqual([NOON, plus(NOON, 10_000), undefined, undefined, plus(NOON, 55_000)]);
  });

  test("hosts do not wait for one another, whatever their script or port", async () => {
    for (const host of ["a.example", "a.example:8080", "пример.example"]) {
      expect(await store().reserveSlots(host, wanted())).toBe(NOON);
    }
  });

  test("many who ask at once get slots a spacing apart, without a gap", async () => {
    const asked = Array.from({ length: 20 }, () => store().reserveSlots("a.example", wanted()));
    const slots = (await Promise.all(asked)).toSorted();
    expect(slots).toEqual(slots.map((_, i) => plus(NOON, i * SPACING_MS)));
  });

  test("many who ask at once at different times never come closer than the spacing", async () => {
    const asked = Array.from({ length: 20 }, (_, i) => store().reserveSlots("a.example", wanted((i % 5) * 7_000)));
    const slots = (await Promise.all(asked)).map((slot = "") => Date.parse(slot)).toSorted((a, b) => a - b);
    const gaps = slots.slice(1).map((slot, i) => slot - (slots[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(SPACING_MS);
  });

  test("the last slots of all hosts come at once", async () => {
    expect(await store().hostSlots()).toEqual(new Map());
    const long = `${"ж".repeat(3_000)}.example`;
    await reserve("a.example", wanted(0, { count: 3 }));
    await reserve(long, wanted(1_000));
    expect(await store().hostSlots()).toEqual(
      new Map([
        ["a.example", plus(NOON, 10_000)],
        [long, plus(NOON, 1_000)],
      ]),
    );
  });

  test("a host that rests has no slot before, whoever has one is told, and a shorter rest changes nothing", async () => {
    await reserve("a.example", wanted(0, { count: 3 }));
    expect(await store().hostRest("a.example")).toBeUndefined();
    for (const laterMs of [60_000, 30_000]) await store().restHost("a.example", plus(NOON, laterMs));
    expect(await store().hostRest("a.example")).toBe(plus(NOON, 60_000));
    expect(await reserve("a.example", wanted())).toEqual(after(65_000));
    await store().restHost("a.example", plus(NOON, 62_000));
    expect(await store().hostRest("a.example")).toBe(plus(NOON, 62_000));
    expect(await reserve("a.example", wanted())).toEqual(after(70_000));
    expect(await store().hostRest("b.example")).toBeUndefined();
  });

  test("a host that was never asked can rest", async () => {
    await store().restHost("a.example", plus(NOON, 60_000));
    expect(await store().hostRest("a.example")).toBe(plus(NOON, 60_000));
    expect(await reserve("a.example", wanted())).toEqual(after(65_000));
  });

  test("what an origin lets robots read comes back as it was saved last", async () => {
    const origin = "https://пример.example:8443";
    expect(await store().robots(origin)).toBeUndefined();
    const rules = "User-agent: *\nDisallow: /жабық/";
    for (const record of [
      { origin, asked: NOON, rules },
      { origin, asked: NOON, rules: "", problem: "503" },
      { origin, asked: NOON, problem: `503 from ${origin}/robots.txt` },
    ]) {
      await store().saveRobots(record);
      expect(await store().robots(origin)).toStrictEqual(record);
    }
    expect(await store().robots("https://other.example")).toBeUndefined();
  });
}
