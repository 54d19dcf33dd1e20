import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../../shared/time.ts";

const ZONES = ["Asia/Tashkent", "Asia/Almaty", "Europe/London", "America/St_Johns", "Pacific/Apia", "UTC"];

/** Of years that are written with one digit to six. */
const anyInstant = fc
  .date({ min: new Date(-1.5e14), max: new Date(3e14), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("a local day", () => {
  test("is the one that Temporal tells, in every zone and year", () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        const told = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
        expect(localDate(instant, zone)).toBe(told);
      }),
    );
  });

  test.each([
    ["2026-12-31T18:59:59.999Z", "2026-12-31"],
    ["2026-12-31T19:00:00.000Z", "2027-01-01"],
    ["9999-12-31T19:00:00.000Z", "+010000-01-01"],
    ["0000-12-31T23:00:00.000Z", "0001-01-01"],
    ["-001999-06-01T00:00:00.000Z", "-001999-06-01"],
  ])("of %s in Tashkent is %s", (instant, day) => {
    expect(localDate(instant, "Asia/Tashkent")).toBe(day);
  });
});

describe("days after a day", () => {
  test.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-01", -30, "2026-01-30"],
    ["2026-12-31", 365, "2027-12-31"],
  ])("%s and %i: %s", (day, days, then) => {
    expect(addDays(day, days)).toBe(then);
  });

  test.each(["2026-02-30", "2026-13-01", "today"])("%s is no day", (day) => {
    expect(() => addDays(day, 1)).toThrow(RangeError);
  });
});
