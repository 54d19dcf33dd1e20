import { MEASURES } from "../../../shared/cloud/measures.ts";
import { DAY } from "../../../shared/time.ts";
import { type Amount, type PerDay, perDay } from "./per-day.ts";
import type { Usage } from "./prices.ts";
import { FUNCTIONS, type FunctionName, memoryMbOf, type RehearsalReport, usageOf } from "./rehearsal-report.ts";
import type { StackFacts } from "./stack-facts.ts";
import type { Workload } from "./workload.ts";

/** What the rehearsal cannot count, each with where it comes from. */
export const ASSUMPTIONS = {
  daysPerMonth: 30.4,
  /**
   * Seconds that an outlet of the region takes to answer a function in Europe: an assumption. Lambda bills waiting, too;
   * a call asks the hosts of its messages side by side, and so waits once.
   */
  webWaitS: 1,
  /** Memory, in MB, from which a function has a whole processor, as in the rehearsal (AWS Lambda developer guide, "Memory"). */
  wholeProcessorMb: 1_769,
  /** Lambda polls a queue, idle or not, with five pollers that wait 20 s each (getlift/lift issue 132: 15 empty receives a minute). */
  pollersOfQueue: 5,
  idlePollsPerMinute: 15,
  /** Of the hours of a month, those in which a measure is told: each tells of trouble only. */
  hoursMeasured: 0.05,
  /** Bytes that Lambda itself logs of an invocation: its start, its report, the overhead of two events. */
  platformLogBytes: 700,
  /** Bytes that DynamoDB adds to each record, and to each entry of an index (DynamoDB developer guide, "Storage"). */
  recordOverheadBytes: 100,
  /** Entries of indexes an article keeps, and bytes of one: its day, its item's id, source and state. */
  indexEntriesPerArticle: 1,
  indexEntryBytes: 150,
  /** A live feed lists some forty entries, of forty bytes each, where one of the sample press lists ten: units for each listing with news. */
  moreUnitsPerListing: 1,
  /** Requests and bytes of a page that is read: the page and its style sheet, compressed. */
  requestsPerPage: 2,
  bytesPerPage: 60_000,
} as const;

const GB = 1_024 ** 3;

/** A month's usage once the table holds `daysKept` days of articles. */
export function estimateUsage(report: RehearsalReport, workload: Workload, facts: StackFacts, daysKept: number): Usage {
  const { daysPerMonth, idlePollsPerMinute, platformLogBytes, requestsPerPage, bytesPerPage } = ASSUMPTIONS;
  const daily = gathered(perDay(report, workload), workload, facts);
  const monthly = (amount: Amount) => daysPerMonth * FUNCTIONS.reduce((sum, name) => sum + daily(name, amount), 0);
  const invocations = monthly("invocations");
  const logGb = (monthly("logBytes") + invocations * platformLogBytes) / GB;
  const tableGb = (daysKept * workload.articlesPerDay * bytesPerArticle(report)) / GB;
  const pages = daysPerMonth * workload.pagesReadPerDay * requestsPerPage;
  return {
    lambdaTime: daysPerMonth * gbSecondsPerDay(report, daily),
    lambdaRequests: invocations,
    tableReads: monthly("readUnits"),
    tableWrites: monthly("writeUnits") + daysPerMonth * listingsPerDay(workload) * ASSUMPTIONS.moreUnitsPerListing,
    tableStorage: tableGb,
    tableBackup: facts.hasBackup ? tableGb : 0,
    queueRequests:
      monthly("sqsRequests") + Object.keys(facts.batchSizes).length * idlePollsPerMinute * 60 * 24 * daysPerMonth,
    objectWrites: monthly("s3Puts") + monthly("s3Lists"),
    objectReads: monthly("s3Gets"),
    objectStorage: (daysKept * workload.articlesPerDay * perArticle(report, report.site.bytes)) / GB,
    scheduledCalls: daysPerMonth * (daily("SchedulePolls", "invocations") + daily("PublishDigest", "invocations")),
    logsWritten: logGb,
    logsKept: (logGb * Math.min(facts.logRetentionDays, daysKept)) / daysPerMonth,
    metrics: Object.keys(MEASURES).length * ASSUMPTIONS.hoursMeasured,
    alarmMetrics: facts.alarmMetrics,
    traces:
      daysPerMonth *
      FUNCTIONS.filter((name) => facts.traced.some((id) => id.endsWith(name))).reduce(
        (sum, name) => sum + daily(name, "invocations"),
        0,
      ),
    siteRequests: pages,
    siteTraffic: (daysPerMonth * workload.pagesReadPerDay * bytesPerPage) / GB,
    passwordChecks: pages,
    passwordReads: 2 * pages,
    trafficOut: monthly("sentBytes") / GB,
  };
}

/**
 * How often polls are called for is not scaled: all feeds are due at the same ticks, and each of the queue's pollers hands
 * over a batch of what is there. Readings come singly, here as in the rehearsal, for each waits for its host's slot.
 */
function gathered(daily: PerDay, workload: Workload, { batchSizes }: StackFacts): PerDay {
  const waves = DAY / workload.pollEveryMs;
  const batchSize = Object.entries(batchSizes).find(([id]) => id.endsWith("PollFeed"))?.[1] ?? 1;
  const ofWave = workload.pollsPerDay / waves;
  const calls = waves * Math.min(ofWave, Math.max(ASSUMPTIONS.pollersOfQueue, ofWave / batchSize));
  return (name, amount) =>
    name === "PollFeed" && (amount === "invocations" || amount === "s3Gets") ? calls : daily(name, amount);
}

/** Most listings have something new or changed while there are fewer polls than articles, and then no more than these. */
function listingsPerDay(workload: Workload): number {
  return Math.min(workload.pollsPerDay, workload.articlesPerDay);
}

/** Computing takes as long as a whole processor would, at the price of one; waiting takes the function's own memory. */
function gbSecondsPerDay(report: RehearsalReport, daily: PerDay): number {
  const { wholeProcessorMb, webWaitS } = ASSUMPTIONS;
  const memoryGb = (name: FunctionName) => (memoryMbOf(report, name) ?? wholeProcessorMb) / 1_024;
  const computing = FUNCTIONS.map(
    (name) => (daily(name, "billedMs") / 1_000) * Math.max(memoryGb(name), wholeProcessorMb / 1_024),
  );
  const waiting = (["PollFeed", "ReadArticle"] as const).reduce(
    (sum, name) => sum + webWaitS * daily(name, "invocations") * memoryGb(name),
    0,
  );
  return computing.reduce((sum, gbSeconds) => sum + gbSeconds, waiting);
}

/** What the table holds for an article; what it holds for feeds and days besides is little, and counted as theirs. */
function bytesPerArticle(report: RehearsalReport): number {
  const { recordOverheadBytes, indexEntriesPerArticle, indexEntryBytes } = ASSUMPTIONS;
  const { items, bytes } = report.table;
  const index = indexEntriesPerArticle * (indexEntryBytes + recordOverheadBytes);
  return perArticle(report, bytes + items * recordOverheadBytes) + index;
}

function perArticle(report: RehearsalReport, amount: number): number {
  const readings = usageOf(report, "ReadArticle").reduce((sum, { messages }) => sum + messages, 0);
  return amount / Math.max(1, readings);
}
