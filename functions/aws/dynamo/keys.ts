import { createHash } from "node:crypto";
import type { Instant, LocalDate, Problem } from "../../../shared/model.ts";

/** Where a record stands in the table; or, with the beginning of an `sk`, where all of its kind begin. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const SORT = { match: "MATCH#", poll: "POLL#", problem: "PROBLEM#", delivery: "DELIVERY#" } as const;
const ofDay = (day: LocalDate, sk: string): Key => ({ pk: `DAY#${day}`, sk });

/** What stands under which key. What one query reads stands together: the feeds, the hosts, a day's findings, the runs, the editions. */
export const KEYS = {
  feed: (feed: string): Key => ({ pk: "FEEDS", sk: bounded(feed) }),
  listing: (feed: string): Key => ({ pk: `LISTING#${bounded(feed)}`, sk: "LISTING" }),
  host: (host: string): Key => ({ pk: "HOSTS", sk: bounded(host) }),
  robots: (origin: string): Key => ({ pk: `ROBOTS#${bounded(origin)}`, sk: "ROBOTS" }),
  item: (id: string): Key => ({ pk: `ITEM#${id}`, sk: "ITEM" }),
  address: (url: string): Key => ({ pk: `ADDRESS#${sha256(url)}`, sk: "ADDRESS" }),
  article: (id: string): Key => ({ pk: `ARTICLE#${id}`, sk: "ARTICLE" }),
  match: (day: LocalDate, article: string): Key => ofDay(day, `${SORT.match}${article}`),
  poll: (day: LocalDate, feed: string): Key => ofDay(day, `${SORT.poll}${bounded(feed)}`),
  problem: (day: LocalDate, { source, stage, reason }: Problem): Key =>
    ofDay(day, `${SORT.problem}${sha256(JSON.stringify([source, stage, reason]))}`),
  delivery: (date: LocalDate, revision: number, channel: string): Key =>
    ofDay(date, `${SORT.delivery}${padded(revision)}#${bounded(channel)}`),
  run: (started: Instant): Key => ({ pk: "RUNS", sk: started }),
  edition: (date: LocalDate, revision: number): Key => ({ pk: "EDITIONS", sk: `${date}#${padded(revision)}` }),
} as const;

/** Where the records of one kind begin. */
export const RANGES = {
  matches: (day: LocalDate): Key => ofDay(day, SORT.match),
  polls: (day: LocalDate): Key => ofDay(day, SORT.poll),
  problems: (day: LocalDate): Key => ofDay(day, SORT.problem),
  deliveries: (date: LocalDate): Key => ofDay(date, SORT.delivery),
  revisions: (date: LocalDate): Key => ({ pk: "EDITIONS", sk: `${date}#` }),
} as const;

/** A revision as it sorts among texts. */
function padded(revision: number): string {
  return String(revision).padStart(6, "0");
}

/** Bytes of a text that stand in a key as they are: a sort key holds 1,024 (DynamoDB quotas). */
const LONGEST_IN_KEY = 900;

/** The text, or its fingerprint where it is too long for a key. */
function bounded(text: string): string {
  return Buffer.byteLength(text) <= LONGEST_IN_KEY ? text : `sha256:${sha256(text)}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
