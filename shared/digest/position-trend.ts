import type { LocalDate, Position } from "../model.ts";
import { addDays } from "../time.ts";
import { type Balance, balanceOn, chartDays, type History } from "./history.ts";

/** A claim to which nobody spoke for so many days is dormant. */
export const DORMANT_DAYS = 14;

/** With fewer finished days behind it "for the first time" would say nothing. */
export const LEAST_HISTORY_DAYS = 7;

/**
 * Whether sources take a side on a claim, mentions apart: today; today after it was dormant; not today; not for
 * DORMANT_DAYS; not ever.
 */
export const RHYTHMS = ["spoken", "awakened", "quiet", "dormant", "never"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export interface TrendDay {
  readonly date: LocalDate;
  /** Independent sources. */
  readonly for: number;
  readonly against: number;
}

/** What the days before say about a claim's day. */
export interface PositionTrend {
  readonly rhythm: Rhythm;
  /** The first time that anything at all speaks against the claim, after earlier days spoke for it; told from the eighth finished day on. */
  readonly firstAgainst: boolean;
  /** The last day before this one on which a source took a side. */
  readonly lastSpoken?: LocalDate;
  /** Days on which a source took a side, of the 30 that end with this one; oldest first. */
  readonly trend: readonly TrendDay[];
}

/** `earlier` holds only days before `date`. */
export function positionTrend(id: Position["id"], date: LocalDate, today: Balance, earlier: History): PositionTrend {
  const spoken = earlier.flatMap((day) => {
    const { for: pro, against } = balanceOn(day, id);
    return pro + against > 0 ? [{ date: day.date, for: pro, against }] : [];
  });
  const lastSpoken = spoken.at(-1)?.date;
  const first = chartDays(earlier, date)[0]?.date ?? date;
  const speaks = today.for + today.against > 0;
  return {
    rhythm: rhythmOf(speaks, lastSpoken, date),
    firstAgainst:
      today.against > 0 &&
      spoken.length > 0 &&
      spoken.every(({ against }) => against === 0) &&
      earlier.length >= LEAST_HISTORY_DAYS,
    ...(lastSpoken === undefined ? {} : { lastSpoken }),
    trend: [
      ...spoken.filter((day) => day.date >= first),
      ...(speaks ? [{ date, for: today.for, against: today.against }] : []),
    ],
  };
}

function rhythmOf(speaks: boolean, lastSpoken: LocalDate | undefined, date: LocalDate): Rhythm {
  const wasDormant = lastSpoken !== undefined && addDays(lastSpoken, DORMANT_DAYS) <= date;
  if (speaks) return wasDormant ? "awakened" : "spoken";
  if (lastSpoken === undefined) return "never";
  return wasDormant ? "dormant" : "quiet";
}
