import type { RehearsalReport } from "../../cli/cloud/cost/rehearsal-report.ts";

type Row = RehearsalReport["usage"][number];

const NOTHING: Omit<Row, "caller" | "day"> = {
  invocations: 0,
  messages: 0,
  billedMs: 0,
  readUnits: 0,
  writeUnits: 0,
  sqsRequests: 0,
  s3Puts: 0,
  s3Gets: 0,
  s3Lists: 0,
  logBytes: 0,
  sentBytes: 0,
};

/**
 * Two days of ten feeds polled every 15 minutes, 50 new articles on the first and none on the second. A poll takes 10 ms
 * and a write unit, a new item two more units; a reading takes 100 ms, 3 reads and 4 writes; a run of the schedule half a
 * read unit for each feed.
 */
export function aRehearsalReport(): RehearsalReport {
  const day = (day: string, articles: number): Row[] => [
    {
      ...NOTHING,
      caller: "PollingSchedulePolls",
      day,
      invocations: 288,
      billedMs: 2_880,
      readUnits: 1_440,
      writeUnits: 960,
      sqsRequests: 960,
    },
    {
      ...NOTHING,
      caller: "PollingPollFeed",
      day,
      invocations: 480,
      messages: 960,
      billedMs: 9_600,
      writeUnits: 960 + 2 * articles,
      sqsRequests: 960 + articles,
    },
    {
      ...NOTHING,
      caller: "ReadingReadArticle",
      day,
      invocations: articles,
      messages: articles,
      billedMs: 100 * articles,
      readUnits: 3 * articles,
      writeUnits: 4 * articles,
      logBytes: 200 * articles,
    },
    { ...NOTHING, caller: "PublishingPublishDigest", day, invocations: 25, messages: 25, billedMs: 2_500, s3Puts: 500 },
    { ...NOTHING, caller: "deployer", day, s3Puts: 4 },
  ];
  return {
    from: "2026-02-10T00:00:00.000Z",
    to: "2026-02-12T00:00:00.000Z",
    outlets: 10,
    functions: [
      { function: "PollingPollFeed", memoryMb: 512 },
      { function: "ReadingReadArticle", memoryMb: 1_024 },
    ],
    usage: [...day("2026-02-10", 50), ...day("2026-02-11", 0)],
    site: { bytes: 50 * 10_000 },
    table: { items: 50 * 4, bytes: 50 * 4_000 },
  };
}
