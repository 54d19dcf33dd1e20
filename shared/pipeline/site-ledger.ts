import type { z } from "zod";
import type { Edition } from "../digest/edition.ts";
import { CHART_DAYS, type History, historyDay, withDay } from "../digest/history.ts";
import { enterDay, type LedgerMonth, ledgerDay, monthOf } from "../digest/ledger.ts";
import { type SitePage, type SiteRecord, sitePage } from "../digest/site.ts";
import type { Watchlist } from "../model.ts";
import { addDays } from "../time.ts";
import { historyRecord, ledgerMonthRecord } from "./ledger-records.ts";
import type { ObjectStore } from "./ports.ts";
import { checked } from "./records.ts";

/**
 * What the site itself keeps of finished days, so that no publication reads a year of matches: `data/history.json`, a few
 * hundred bytes a day for all time, and `data/2026-02.json`, the articles and quotations of a month.
 */
export const HISTORY_KEY = "data/history.json";

export function monthKey(month: string): string {
  return `data/${month}.json`;
}

/** Finished days, oldest first; none where the site is new. */
export async function readHistory(site: ObjectStore): Promise<History> {
  return (await readRecord(site, HISTORY_KEY, historyRecord)) ?? [];
}

export interface Entered {
  readonly record: SiteRecord;
  /** What keeps the record in the site. */
  readonly objects: readonly SitePage[];
  /** True where the site keeps it so already. */
  readonly isEntered: boolean;
}

/** The record with a finished edition entered. A day that is entered again is replaced. */
export async function enterEdition(
  site: ObjectStore,
  before: History,
  edition: Edition,
  watchlist: Watchlist,
): Promise<Entered> {
  const { date } = edition;
  const history = withDay(before, historyDay(edition));
  const last = history.at(-1)?.date ?? date;
  const months = await Promise.all(
    [...new Set([monthOf(addDays(last, 1 - CHART_DAYS)), monthOf(last), monthOf(date)])].map((month) =>
      readMonth(site, month),
    ),
  );
  const old = months.find(({ month }) => month === monthOf(date)) ?? { month: monthOf(date), days: [] };
  const day = ledgerDay(edition);
  const replaced = old.days.find((one) => one.date === date);
  const month = enterDay(old, day);
  const recent = months
    .map((one) => (one.month === month.month ? month : one))
    .filter((one) => one.month >= monthOf(addDays(last, 1 - CHART_DAYS)))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  return {
    record: {
      ...recordOf(watchlist, history),
      recent,
      month,
      day,
      ...(replaced === undefined ? {} : { replaced }),
    },
    isEntered: isSame(replaced, day) && isSame(before, history),
    objects: [
      sitePage(monthKey(month.month), `${JSON.stringify(month)}\n`),
      sitePage(HISTORY_KEY, `${JSON.stringify(history)}\n`),
    ],
  };
}

/** Both are made by this program, with their keys in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The record of a site that has no finished day. */
export function emptyRecord(watchlist: Watchlist): SiteRecord {
  return { ...recordOf(watchlist, []), recent: [] };
}

function recordOf({ monitor, dossiers, sources }: Watchlist, history: History) {
  return { timeZone: monitor.timeZone, dossiers, sources, history };
}

/** The ledger's month; empty where no day of it is entered. */
export async function readMonth(site: ObjectStore, month: LedgerMonth["month"]): Promise<LedgerMonth> {
  return (await readRecord(site, monthKey(month), ledgerMonthRecord)) ?? { month, days: [] };
}

async function readRecord<T>(site: ObjectStore, key: string, form: z.ZodType<T>): Promise<T | undefined> {
  const bytes = await site.get(key);
  return bytes && checked(form, JSON.parse(new TextDecoder().decode(bytes)), key);
}
