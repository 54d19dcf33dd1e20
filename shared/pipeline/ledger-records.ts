import * as z from "zod";
import { SOURCE_STATES } from "../digest/coverage.ts";
import type { HistoryDay } from "../digest/history.ts";
import type { LedgerArticle, LedgerDay, LedgerMonth, LedgerQuote, LedgerSource } from "../digest/ledger.ts";
import { LANGUAGE_TAGS, type LocalDate, RELATIONS } from "../model.ts";

/** The forms of what the site keeps of its finished days: a bucket is outside the program, as a database is. */

type Fields<T> = Readonly<Record<keyof T, z.ZodType>>;

const text = z.string();
const count = z.number();
const optional = z.string().exactOptional();

const ledgerQuote = z.object({
  position: text,
  relation: z.enum(RELATIONS),
  quote: text,
  speaker: optional,
  confidence: count,
} satisfies Fields<LedgerQuote>);

const ledgerArticle = z.object({
  id: text,
  title: text,
  url: text,
  source: text,
  language: z.enum(LANGUAGE_TAGS),
  published: optional,
  story: text,
  reprintOf: optional,
  credited: optional,
  correctedOn: optional,
  themes: z.array(text),
  quotes: z.array(ledgerQuote),
} satisfies Fields<LedgerArticle>);

const ledgerSource = z.object({
  id: text,
  state: z.enum(SOURCE_STATES),
  items: count,
  matched: count,
} satisfies Fields<LedgerSource>);

const ledgerDay = z.object({
  date: text,
  revision: count,
  articles: z.array(ledgerArticle),
  sources: z.array(ledgerSource),
} satisfies Fields<LedgerDay>);

export const historyRecord = z.array(
  z.object({
    date: text,
    items: count,
    matched: count,
    for: count,
    against: count,
    positions: z.record(text, z.tuple([count, count, count])),
    themes: z.record(text, z.tuple([count, count])),
    sources: z.record(text, count),
    surges: z.array(text),
  } satisfies Fields<HistoryDay>) satisfies z.ZodType<HistoryDay>,
);

export const ledgerMonthRecord = z.object({
  month: text,
  days: z.array(ledgerDay),
  history: historyRecord.exactOptional(),
} satisfies Fields<LedgerMonth>) satisfies z.ZodType<LedgerMonth>;

/** A day whose pages are still to be written, and the articles that stood in them before. */
export interface PendingDay {
  readonly date: LocalDate;
  readonly replaced: readonly LedgerArticle[];
}

export const pendingRecord: z.ZodType<readonly PendingDay[]> = z.array(
  z.object({ date: text, replaced: z.array(ledgerArticle) } satisfies Fields<PendingDay>),
);
