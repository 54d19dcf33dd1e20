import type { HistoryDay } from "../../shared/digest/history.ts";
import type { LocalDate } from "../../shared/model.ts";
import { addDays } from "../../shared/time.ts";

export function aHistoryDay(date: LocalDate, changed: Partial<HistoryDay> = {}): HistoryDay {
  return {
    date,
    items: 40,
    matched: 12,
    for: 6,
    against: 3,
    positions: {},
    themes: {},
    sources: {},
    surges: [],
    ...changed,
  };
}

/** So many finished days that end the day before `date`, each as `dayOf` says; 0 is the latest. */
export function historyBefore(
  date: LocalDate,
  count: number,
  dayOf: (ago: number) => Partial<HistoryDay> = () => ({}),
): HistoryDay[] {
  return Array.from({ length: count }, (_, ago) => aHistoryDay(addDays(date, -ago - 1), dayOf(ago))).toReversed();
}
