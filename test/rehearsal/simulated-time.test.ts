import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { createAgenda } from "../../rehearsal/time/agenda.ts";
import { simulatedClock } from "../../rehearsal/time/simulated-clock.ts";
import { installLedDate } from "../../rehearsal/time/simulated-date.ts";

const START = Date.parse("2026-02-10T00:00:00Z");

describe("a simulated clock", () => {
  test("stands still, leaps ahead and never back", async () => {
    const clock = simulatedClock(START);
    await setTimeout(5);
    expect(clock.instant()).toBe("2026-02-10T00:00:00.000Z");
    clock.leapTo(START + 1_000);
    clock.leapTo(START);
    expect(clock.now()).toBe(START + 1_000);
  });

  test("runs while something is done, and stands again when that is over", async () => {
    const clock = simulatedClock(START);
    const during = await clock.runningDuring(async () => {
      await setTimeout(20);
      return clock.now();
    });
    expect(during - START).toBeGreaterThanOrEqual(19);
    const after = clock.now();
    expect(after).toBeGreaterThanOrEqual(during);
    await setTimeout(5);
    expect(clock.now()).toBe(after);
  });

  test("runs for one thing at a time", async () => {
    const clock = simulatedClock(START);
    const nested = clock.runningDuring(() => clock.runningDuring(async () => undefined));
    await expect(nested).rejects.toThrow("the simulated clock runs already");
    expect(await clock.runningDuring(async () => "again")).toBe("again");
  });
});

describe("an agenda", () => {
  test("gives what is due first, and of what is due at once what was added first", async () => {
    const agenda = createAgenda();
    const done: string[] = [];
    const note = (name: string) => async () => void done.push(name);
    agenda.at(20, note("late"));
    agenda.at(10, note("early"));
    agenda.at(10, note("early too"));
    agenda.at(15, note("between"));
    expect(agenda.nextAt()).toBe(10);
    for (let act = agenda.take(); act !== undefined; act = agenda.take()) await act();
    expect(done).toEqual(["early", "early too", "between", "late"]);
    expect(agenda.nextAt()).toBeUndefined();
  });
});

describe("a led Date", () => {
  const RealDate = Date;
  afterEach(() => {
    RealDate.prototype.constructor = RealDate;
    globalThis.Date = RealDate;
  });

  test("tells the time that it is told, in every way that Date has", () => {
    const led = installLedDate(START, "standing");
    const real = new RealDate();
    expect(Date.now()).toBe(START);
    expect(new Date().toISOString()).toBe("2026-02-10T00:00:00.000Z");
    expect(Date()).toContain("Feb 10 2026");
    led.set(START + 1_500);
    expect(new Date().toISOString()).toBe("2026-02-10T00:00:01.500Z");
    expect(real instanceof Date).toBe(true);
    expect(new Date() instanceof RealDate).toBe(true);
    expect(new Date().constructor).toBe(Date);
  });

  test("leaves dates of a given time as they are", () => {
    installLedDate(START, "standing");
    expect(new Date(0).toISOString()).toBe("1970-01-01T00:00:00.000Z");
    expect(new Date("2025-11-05").getUTCFullYear()).toBe(2025);
    expect(new Date(2026, 1, 10).getMonth()).toBe(1);
    expect(Date.UTC(2026, 1)).toBe(RealDate.UTC(2026, 1));
    expect(Date.parse("2026-02-10T00:00:00Z")).toBe(START);
    class Day extends Date {}
    expect(new Day() instanceof Day).toBe(true);
    expect(new Day().getTime()).toBe(START);
  });

  test("runs on where it is to", async () => {
    const led = installLedDate(START, "running");
    await setTimeout(10);
    expect(Date.now()).toBeGreaterThanOrEqual(START + 9);
    led.set(START + 60_000);
    expect(Date.now()).toBeGreaterThanOrEqual(START + 60_000);
    expect(Date.now()).toBeLessThan(START + 61_000);
  });
});
