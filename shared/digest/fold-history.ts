import type { LocalDate } from "../model.ts";
import { type Balance, balanceOn, type History, type HistoryDay } from "./history.ts";
import { LEAST_HISTORY_DAYS } from "./position-trend.ts";

type Counts = HistoryDay["positions"][string];

/**
 * The finished days of one month as later months need them, in a fraction of their bytes: the month's sums of claims, themes
 * and outlets; of each claim the first day on which anything spoke against it, and the last on which a source took a side;
 * the last day's own figures; and as many days as tell that there was a history at all. What comes of it folds to itself,
 * to the same text.
 */
export function foldMonth(days: History): HistoryDay[] {
  const last = days.at(-1);
  if (last === undefined) return [];
  const positions = new Map<LocalDate, Record<string, Counts>>();
  const put = (date: LocalDate, id: string, { for: pro, against, mentions }: Balance) => {
    if (pro + against + mentions > 0) positions.set(date, { ...positions.get(date), [id]: [pro, against, mentions] });
  };
  for (const id of [...new Set(days.flatMap((day) => Object.keys(day.positions)))].toSorted()) {
    const spoken = days.filter((day) => sides(day, id) > 0);
    const against = spoken.find((day) => balanceOn(day, id).against > 0);
    const end = spoken.at(-1) ?? last;
    const own = against === undefined || against === end ? NOTHING : balanceOn(against, id);
    if (against !== undefined) put(against.date, id, { ...own, mentions: 0 });
    const sum = (relation: keyof Balance) => days.reduce((total, day) => total + balanceOn(day, id)[relation], 0);
    put(end.date, id, {
      for: sum("for") - own.for,
      against: sum("against") - own.against,
      mentions: sum("mentions"),
    });
  }
  const kept = new Set([...days.slice(0, LEAST_HISTORY_DAYS), last].map(({ date }) => date));
  return days
    .filter(({ date }) => kept.has(date) || positions.has(date))
    .map((day) => ({
      ...(day === last ? day : { ...day, items: 0, matched: 0, for: 0, against: 0 }),
      positions: positions.get(day.date) ?? {},
      ...(day === last ? sumsOf(days) : { themes: {}, sources: {} }),
      surges: [],
    }));
}

const NOTHING: Balance = { for: 0, against: 0, mentions: 0 };

function sides(day: HistoryDay, id: string): number {
  const { for: pro, against } = balanceOn(day, id);
  return pro + against;
}

/** A month's articles by theme and by outlet. */
function sumsOf(days: History): Pick<HistoryDay, "themes" | "sources"> {
  const sum = (count: (day: HistoryDay) => number) => days.reduce((total, day) => total + count(day), 0);
  const idsOf = (part: "sources" | "themes") => [...new Set(days.flatMap((day) => Object.keys(day[part])))].toSorted();
  const themeOf = (id: string, i: 0 | 1) => sum(({ themes }) => themes[id]?.[i] ?? 0);
  return {
    themes: Object.fromEntries(idsOf("themes").map((id) => [id, [themeOf(id, 0), themeOf(id, 1)]])),
    sources: Object.fromEntries(idsOf("sources").map((id) => [id, sum(({ sources }) => sources[id] ?? 0)])),
  };
}
