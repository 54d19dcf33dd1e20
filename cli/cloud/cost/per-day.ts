import { between, DAY } from "../../../shared/time.ts";
import { leastSquares, type Observation } from "./least-squares.ts";
import { type DayUsage, type FunctionName, type RehearsalReport, usageOf } from "./rehearsal-report.ts";
import type { Workload } from "./workload.ts";

/** What is counted of a function. */
export type Amount = Exclude<keyof DayUsage, "caller" | "day" | "messages">;

/** How much of something a function uses on a day of a workload. */
export type PerDay = (name: FunctionName, amount: Amount) => number;

/** What makes a function's cost on a day: two causes, told apart by days that had different shares of them. */
type Causes = (day: {
  readonly runs: number;
  readonly feeds: number;
  readonly polls: number;
  /** New items, and so readings. */
  readonly articles: number;
  /** Articles of the day before, which each publication goes through again. */
  readonly articlesBefore: number;
}) => readonly [number, number];

const CAUSES: Readonly<Record<FunctionName, Causes>> = {
  // Each run looks at every feed, and queues those that are due.
  SchedulePolls: ({ runs, feeds, polls }) => [runs * feeds, polls],
  PollFeed: ({ polls, articles }) => [polls, articles],
  ReadArticle: ({ articles }) => [articles, 0],
  // Each run publishes today so far, half a day on average, and the day before.
  PublishDigest: ({ runs, articles, articlesBefore }) => [runs, runs * (articles / 2 + articlesBefore)],
};

/** What a scheduled run takes however much it has to do: a publication writes its pages, whatever stands on them. */
const PER_RUN: Readonly<Partial<Record<FunctionName, ReadonlySet<Amount>>>> = {
  SchedulePolls: new Set(["invocations", "logBytes", "s3Gets"]),
  PublishDigest: new Set(["invocations", "s3Gets", "s3Lists", "s3Puts"]),
};

function causesOf(name: FunctionName, amount: Amount): Causes {
  return PER_RUN[name]?.has(amount) === true ? ({ runs }) => [runs, 0] : CAUSES[name];
}

/** Scales what was counted in the rehearsal to a workload. */
export function perDay(report: RehearsalReport, workload: Workload): PerDay {
  const days = [...new Set(report.usage.map(({ day }) => day))].toSorted();
  const messagesOn = (name: FunctionName, day: string | undefined) =>
    usageOf(report, name).find((row) => row.day === day)?.messages ?? 0;
  const rehearsedDays = between(report.from, report.to) / DAY;

  return (name, amount) => {
    const rows = usageOf(report, name);
    const causesOn = causesOf(name, amount);
    const observations = rows.map((row): Observation => {
      const causes = causesOn({
        runs: row.invocations,
        feeds: report.outlets,
        polls: messagesOn("PollFeed", row.day),
        articles: messagesOn("ReadArticle", row.day),
        articlesBefore: messagesOn("ReadArticle", days[days.indexOf(row.day) - 1]),
      });
      return { causes, amount: row[amount] };
    });
    const wanted = causesOn({
      runs: rows.reduce((sum, { invocations }) => sum + invocations, 0) / rehearsedDays,
      feeds: workload.feeds,
      polls: workload.pollsPerDay,
      articles: workload.articlesPerDay,
      articlesBefore: workload.articlesPerDay,
    });
    const [first, second] = leastSquares(observations);
    return first * wanted[0] + second * wanted[1];
  };
}
