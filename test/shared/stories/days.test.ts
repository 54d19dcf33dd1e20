import { describe, expect, test } from "vitest";
import { daysBetween, daysIn, withoutDays } from "../../../shared/stories/days.ts";

const JANUARY = 31;
/** Of a leap year. */
const EIGHTH_OF_MAY = JANUARY + 29 + 31 + 30 + 8;

describe("a day is one in all languages", () => {
  test.each([
    ["8 мая, 8-го мая 2026 года, К 8 МАЯ", 3],
    ["2026 жылғы 8 мамырда, 8-мамырдан бастап", 2],
    ["8-may kuni, 8-mayda, 8-майда, 8 майгача", 4],
    ["8-май күнү, 8-майдын кечинде", 2],
    ["8 майи соли 2026, 8-уми май", 2],
    ["8-nji maýda, 8-nji maý", 2],
    ["8 May, the 8th of May, May 8, 2026", 3],
    ["08.05.2026, 8.5.26", 2],
  ])("%s", (text, times) => {
    expect(daysIn(text)).toEqual(new Array(times).fill(EIGHTH_OF_MAY));
  });

  test.each([
    "2 майора, 10 мартышек, 5 декларантов, 8 maydon",
    "May 2020, in May 8.5 percent, 18.05, 0 мая, 32 мая, 8.13.2020",
    "в 2026 году мая не ждут",
  ])("and none where there is none: %s", (text) => {
    expect(daysIn(text)).toEqual([]);
  });
});

test("a span of days is known by both ends", () => {
  expect(daysIn("с 30 января по 8 мая, 6–8 мая")).toEqual([30, EIGHTH_OF_MAY, EIGHTH_OF_MAY - 2, EIGHTH_OF_MAY]);
});

test("what else is counted stays", () => {
  expect(withoutDays("К 8 мая 2026 года 12 школ и 1.5 км, 6–8 мая")).toBe("К ; 2026 года 12 школ и 1.5 км, ;");
});

test("the nearest days count, across the year's end too", () => {
  const between = (a: string, b: string) => daysBetween(Uint32Array.from(daysIn(a)), Uint32Array.from(daysIn(b)));
  expect(between("1 мая, 8 мая", "11 мая, 20 мая")).toBe(3);
  expect(between("30 апреля", "1 мая")).toBe(1);
  expect(between("31 декабря", "2 января")).toBe(2);
  expect(between("8 мая", "в мае")).toBeUndefined();
});
