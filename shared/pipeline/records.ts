import * as z from "zod";
import {
  type Article,
  type ArticleHead,
  type CountedItem,
  type Evidence,
  FEED_CONDITIONS,
  type FeedListing,
  type FeedSchedule,
  type FeedState,
  type FeedVolume,
  ITEM_STATES,
  type Item,
  type Judgement,
  LANGUAGE_TAGS,
  type Match,
  POLL_OUTCOMES,
  type PollTally,
  type PositionEvidence,
  type PositionMatch,
  type Problem,
  RELATIONS,
  type RunReport,
  STAGES,
  type ThemeMatch,
  type WaitingItem,
} from "../model.ts";
import type { DeliveryMark, EditionRecord, RobotsRecord } from "./ports.ts";

/**
 * The forms of what stores keep. A store is outside the program: each record passes its form when it is read. Every
 * field of the model stands here, or it would not compile; fields beyond the model are left behind.
 */

/** One checker for each field of `T`, absent ones included. */
type Fields<T> = Readonly<Record<keyof T, z.ZodType>>;

const text = z.string();
const count = z.number();
const optional = z.string().exactOptional();
const dateProblem = z.enum(["missing", "future"]).exactOptional();

export const itemRecord = z.object({
  id: text,
  source: text,
  feed: text,
  url: text,
  title: text,
  summary: optional,
  content: optional,
  author: optional,
  published: optional,
  dateProblem,
  firstSeen: text,
  day: text,
  revision: count,
  state: z.enum(ITEM_STATES),
  reason: optional,
  attempts: count,
  fingerprint: optional,
} satisfies Fields<Item>) satisfies z.ZodType<Item>;

export const countedItemRecord = itemRecord.pick({
  id: true,
  source: true,
  state: true,
}) satisfies z.ZodType<CountedItem>;
export const waitingItemRecord = itemRecord.pick({ id: true, url: true }) satisfies z.ZodType<WaitingItem>;

const articleHead = z.object({
  id: text,
  source: text,
  url: text,
  title: text,
  language: z.enum(LANGUAGE_TAGS),
  author: optional,
  published: optional,
  dateProblem,
  day: text,
  revision: count,
  textFrom: z.enum(["page", "feed"]),
  pageProblem: optional,
} satisfies Fields<ArticleHead>) satisfies z.ZodType<ArticleHead>;

export const articleRecord = articleHead.extend({ text }) satisfies z.ZodType<Article>;

const evidenceFields = {
  field: z.enum(["title", "text"]),
  start: count,
  end: count,
  quote: text,
  confidence: count,
} satisfies Fields<Evidence>;

const relation = z.enum(RELATIONS);

const themeMatch = z.object({
  theme: text,
  confidence: count,
  evidence: z.array(z.object(evidenceFields)),
} satisfies Fields<ThemeMatch>);

const positionMatch = z.object({
  position: text,
  relation,
  confidence: count,
  evidence: z.array(z.object({ ...evidenceFields, relation, speaker: optional } satisfies Fields<PositionEvidence>)),
} satisfies Fields<PositionMatch>);

export const matchRecord = z.object({
  article: articleHead,
  judgement: z.object({
    language: z.enum(LANGUAGE_TAGS),
    themes: z.array(themeMatch),
    positions: z.array(positionMatch),
  } satisfies Fields<Judgement>),
  watchlist: text,
  sketch: optional,
  credited: optional,
  corrects: articleHead.pick({ id: true, day: true }).exactOptional(),
} satisfies Fields<Match>) satisfies z.ZodType<Match>;

const condition = z.enum(FEED_CONDITIONS);
const counts = z.array(count);

export const feedStateRecord = z.object({
  feed: text,
  etag: optional,
  lastModified: optional,
  body: optional,
  fullAt: optional,
  askInFullUntil: optional,
  lastPoll: text,
  nextPoll: text,
  failures: count,
  condition: condition.exactOptional(),
  reason: optional,
  intervalMs: count.exactOptional(),
  schedule: z
    .object({
      everyMs: count.exactOptional(),
      skipHours: counts.exactOptional(),
      skipDays: counts.exactOptional(),
    } satisfies Fields<FeedSchedule>)
    .exactOptional(),
  newsAt: optional,
  lostAt: optional,
  moved: z.object({ to: text, times: count }).exactOptional(),
  volume: z.object({ day: text, counts } satisfies Fields<FeedVolume>).exactOptional(),
  told: optional,
} satisfies Fields<FeedState>) satisfies z.ZodType<FeedState>;

export const robotsRecord = z.object({
  origin: text,
  asked: text,
  rules: optional,
  problem: optional,
} satisfies Fields<RobotsRecord>) satisfies z.ZodType<RobotsRecord>;

export const feedListingRecord = z.record(text, text) satisfies z.ZodType<FeedListing>;

export const pollTallyRecord = z.object({
  day: text,
  feed: text,
  source: text,
  fetched: count,
  unchanged: count,
  failed: count,
  newItems: count,
  last: condition,
  reason: optional,
} satisfies Fields<PollTally>) satisfies z.ZodType<PollTally>;

const problem = z.object({
  source: text,
  stage: z.enum(STAGES),
  reason: text,
} satisfies Fields<Problem>) satisfies z.ZodType<Problem>;

export const countedProblemRecord = problem.extend({ times: count });

export const runRecord = z.object({
  started: text,
  finished: text,
  watchlist: text,
  polls: z.record(z.enum(POLL_OUTCOMES), count),
  newItems: count,
  states: z.partialRecord(z.enum(ITEM_STATES), count),
  problems: z.array(problem),
  editions: z.array(text),
} satisfies Fields<RunReport>) satisfies z.ZodType<RunReport>;

export const editionRecord = z.object({
  date: text,
  revision: count,
  digest: text,
  watchlist: text,
  items: count,
  matched: count,
  for: count,
  against: count,
} satisfies Fields<EditionRecord>) satisfies z.ZodType<EditionRecord>;

export const deliveryMarkRecord = z.object({
  date: text,
  revision: count,
  channel: text,
  balance: text,
} satisfies Fields<DeliveryMark>) satisfies z.ZodType<DeliveryMark>;

/** A record that passed its form. Throws, naming the record by its key, where it does not. */
export function checked<T>(form: z.ZodType<T>, record: unknown, key: string): T {
  const result = form.safeParse(record);
  if (result.success) return result.data;
  throw new Error(`stored record ${key}: ${z.prettifyError(result.error)}`);
}
