import { describe, expect, test } from "vitest";
import { foldMonth } from "../../../shared/digest/fold-history.ts";
import { balanceOn, type History, type HistoryDay } from "../../../shared/digest/history.ts";
import { positionTrend } from "../../../shared/digest/position-trend.ts";
import { addDays } from "../../../shared/time.ts";
import { aHistoryDay } from "../../support/a-history.ts";

const FIRST = "2026-01-01";
const IDS = ["p1", "p2", "p3", "p4"];

/** A month in which p1 is spoken to daily, p2 is contradicted now and then, p3 once only, and p4 is but mentioned. */
const MONTH: History = Array.from({ length: 31 }, (_, i) => {
  const positions: HistoryDay["positions"] = {
    p1: [1 + (i % 3), 0, 1],
    ...(i % 5 === 3 ? { p2: [i % 2, 2, 0] } : {}),
    ...(i === 17 ? { p3: [0, 1, 0] } : {}),
    ...(i % 4 === 0 ? { p4: [0, 0, 2] } : {}),
  };
  const sources = { "steppe-post": i, ...(i > 20 ? { vodiy: 1 } : {}) };
  return aHistoryDay(addDays(FIRST, i), { positions, sources, themes: { water: [i, 2] }, surges: ["water"] });
});

const sum = (days: History, count: (day: HistoryDay) => number) => days.reduce((total, day) => total + count(day), 0);

describe("a folded month", () => {
  const folded = foldMonth(MONTH);

  test("has the month's sums", () => {
    const counts: ((day: HistoryDay) => number)[] = [
      ({ themes }) => themes.water?.[0] ?? 0,
      ({ sources }) => sources["steppe-post"] ?? 0,
      ({ sources }) => sources.vodiy ?? 0,
      ...IDS.flatMap((id) =>
        (["for", "against", "mentions"] as const).map((side) => (day: HistoryDay) => balanceOn(day, id)[side]),
      ),
    ];
    expect(counts.map((count) => sum(folded, count))).toEqual(counts.map((count) => sum(MONTH, count)));
  });

  test.each(IDS)("tells of %s when it was first contradicted and last spoken to", (id) => {
    const firstAgainst = (days: History) => days.find((day) => balanceOn(day, id).against > 0)?.date;
    expect(firstAgainst(folded)).toBe(firstAgainst(MONTH));
    const today = { for: 0, against: 1, mentions: 0 };
    const { trend: _, ...told } = positionTrend(id, "2026-04-01", today, folded);
    const { trend: __, ...toldOfAll } = positionTrend(id, "2026-04-01", today, MONTH);
    expect(told).toEqual(toldOfAll);
  });

  test("has its last day, fewer others, and folds to itself", () => {
    expect(folded.at(-1)).toMatchObject({ date: "2026-01-31", items: 40, matched: 12, for: 6, against: 3 });
    expect(folded.at(-2)).toMatchObject({ items: 0, matched: 0, for: 0, against: 0 });
    expect(folded.length).toBeLessThan(MONTH.length / 2);
    expect(JSON.stringify(foldMonth(folded))).toBe(JSON.stringify(folded));
    expect(foldMonth([])).toEqual([]);
  });

  test.each([1, 6, 7, 8])("of %i days still tells whether there was a history", (count) => {
    const short = MONTH.slice(0, count).map((day) => ({ ...day, positions: { p1: [1, 0, 0] as const } }));
    const speaks = (days: History) => positionTrend("p1", "2026-04-01", { for: 0, against: 1, mentions: 0 }, days);
    expect(speaks(foldMonth(short)).firstAgainst).toBe(speaks(short).firstAgainst);
    expect(speaks(short).firstAgainst).toBe(count >= 7);
  });
});
