import type { z } from "zod";
import { compareText } from "../digest/compare-text.ts";
import type { Edition } from "../digest/edition.ts";
import { foldMonth } from "../digest/fold-history.ts";
import { CHART_DAYS, type History, historyDay, withDay } from "../digest/history.ts";
import { type LedgerDay, type LedgerMonth, ledgerDay, monthOf } from "../digest/ledger.ts";
import { type SitePage, type SiteRecord, sitePage } from "../digest/site.ts";
import type { LocalDate, Watchlist } from "../model.ts";
import { addDays } from "../time.ts";
import { historyRecord, ledgerMonthRecord, type PendingDay, pendingRecord } from "./ledger-records.ts";
import type { ObjectStore } from "./ports.ts";
import { checked } from "./records.ts";
import { writePages } from "./write-pages.ts";

/**
 * What the site itself keeps of finished days, so that no publication reads a year of them: `data/2026-02.json`, a month's
 * articles and quotations, and its days as numbers; `data/history.json`, what later months need of every month, folded to a
 * few of its days; and `data/pending.json`, the days whose pages of claims, themes, outlets and stories are still to be
 * written.
 */
export const HISTORY_KEY = "data/history.json";
const PENDING_KEY = "data/pending.json";

export function monthKey(month: string): string {
  return `data/${month}.json`;
}

/**
 * The ledger in the hands of one run: each part is read once, and what is entered is there for the next edition. A day is
 * pending before it is published and until all that gathers it is written, so a run that is cut short is made good by the
 * next, wherever it was.
 */
export interface SiteLedger {
  /** True before the first finished day. */
  isEmpty(): Promise<boolean>;
  /** Finished days, oldest first: each of those that a chart until `date` reaches, and months before them folded. */
  history(date: LocalDate): Promise<History>;
  /** The finished days of a chart's length before `date`, with their articles; oldest first. */
  before(date: LocalDate): Promise<readonly LedgerDay[]>;
  pending(): Promise<readonly PendingDay[]>;
  /** Enters a finished edition, in place of what was said of its day before. What that changes makes the day pending. */
  enter(edition: Edition): Promise<void>;
  /** Writes what was entered. */
  save(): Promise<void>;
  /** What the pages of a pending day are made from. */
  recordOf(day: PendingDay, watchlist: Watchlist): Promise<SiteRecord>;
  /** Nothing is pending any more. */
  settle(): Promise<void>;
}

export function openLedger(site: ObjectStore): SiteLedger {
  const once = <T>(read: () => Promise<T>) => {
    let known: Promise<T> | undefined;
    return {
      get: () => (known ??= read()),
      set: (value: T) => {
        known = Promise.resolve(value);
      },
    };
  };
  const folded = once<History>(async () => (await readRecord(site, HISTORY_KEY, historyRecord)) ?? []);
  const pending = once(async () => (await readRecord(site, PENDING_KEY, pendingRecord)) ?? []);
  const parts = new Map<string, ReturnType<typeof once<LedgerMonth>>>();
  const month = (name: string) => {
    const part = parts.get(name) ?? once(async () => await readMonth(site, name));
    parts.set(name, part);
    return part;
  };
  const monthsOf = (first: LocalDate, last: LocalDate) =>
    Promise.all(monthsBetween(first, last).map((name) => month(name).get()));
  /** A month's days as numbers; of one that was kept before these were there, from where they stood then. */
  const daysOf = async (name: string): Promise<History> =>
    (await month(name).get()).history ?? (await folded.get()).filter(({ date }) => monthOf(date) === name);
  const history = async (date: LocalDate): Promise<History> => {
    const months = monthsBetween(addDays(date, -CHART_DAYS), date);
    const [before, ...days] = await Promise.all([folded.get(), ...months.map(daysOf)]);
    return [...before.filter((day) => monthOf(day.date) < (months[0] ?? "")), ...days.flat()];
  };
  const changed = new Set<string>();
  const write = async (pages: readonly SitePage[]) => await writePages(site, pages);
  const writePending = async (days: readonly PendingDay[]) => {
    pending.set(days);
    await write([sitePage(PENDING_KEY, `${JSON.stringify(days)}\n`)]);
  };

  return {
    isEmpty: async () => (await folded.get()).length === 0,
    history,
    before: async (date) => {
      const first = addDays(date, -CHART_DAYS);
      const months = await monthsOf(first, addDays(date, -1));
      return months.flatMap(({ days }) => days).filter((day) => day.date < date && day.date >= first);
    },
    pending: pending.get,
    enter: async (edition) => {
      const day = ledgerDay(edition);
      const name = monthOf(day.date);
      const own = month(name);
      const [before, old, waiting] = await Promise.all([folded.get(), own.get(), pending.get()]);
      const replaced = old.days.find(({ date }) => date === day.date);
      const now = {
        month: name,
        days: withDay(old.days, day),
        history: withDay(await daysOf(name), historyDay(edition)),
      };
      const others = before.filter(({ date }) => monthOf(date) !== name);
      const all = [...others, ...foldMonth(now.history)].toSorted((a, b) => compareText(a.date, b.date));
      if (isSame(old, now) && isSame(before, all)) return;
      folded.set(all);
      own.set(now);
      changed.add(name);
      const replacing = waiting.find(({ date }) => date === day.date)?.replaced ?? [];
      const waitingToo = waiting.filter(({ date }) => date !== day.date);
      await writePending([...waitingToo, { date: day.date, replaced: [...replacing, ...(replaced?.articles ?? [])] }]);
    },
    save: async () => {
      if (changed.size === 0) return;
      const months = await Promise.all([...changed].map((name) => month(name).get()));
      await write(months.map((one) => sitePage(monthKey(one.month), `${JSON.stringify(one)}\n`)));
      await write([sitePage(HISTORY_KEY, `${JSON.stringify(await folded.get())}\n`)]);
      changed.clear();
    },
    recordOf: async ({ date, replaced }, watchlist) => {
      const last = (await folded.get()).at(-1)?.date ?? date;
      const own = await month(monthOf(date)).get();
      const day = own.days.find((one) => one.date === date);
      return {
        ...recordOf(watchlist, await history(last)),
        recent: await monthsOf(addDays(last, 1 - CHART_DAYS), last),
        month: own,
        ...(day === undefined ? {} : { day, replaced: { ...day, articles: replaced } }),
      };
    },
    settle: async () => {
      if ((await pending.get()).length > 0) await writePending([]);
    },
  };
}

/** The months that two days stand in, and those between: a chart that ends on the first of March begins in January. */
function monthsBetween(first: LocalDate, last: LocalDate): string[] {
  const months: string[] = [];
  for (let day = first; monthOf(day) <= monthOf(last); day = addDays(`${monthOf(day)}-01`, 31))
    months.push(monthOf(day));
  return months;
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

/** Empty where no day of it is entered. */
async function readMonth(site: ObjectStore, month: string): Promise<LedgerMonth> {
  return (await readRecord(site, monthKey(month), ledgerMonthRecord)) ?? { month, days: [] };
}

async function readRecord<T>(site: ObjectStore, key: string, form: z.ZodType<T>): Promise<T | undefined> {
  const bytes = await site.get(key);
  return bytes && checked(form, JSON.parse(new TextDecoder().decode(bytes)), key);
}
