import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UsageError } from "../../usage-error.ts";

const amount = z.number().nonnegative();

/** What one function used on one day of the rehearsal; sums, in the units that AWS bills. */
const usage = z.object({
  caller: z.string(),
  day: z.string(),
  invocations: amount,
  /** Of queues, handled. */
  messages: amount,
  /** On the machine of the rehearsal, loading included. */
  billedMs: amount,
  readUnits: amount,
  writeUnits: amount,
  sqsRequests: amount,
  s3Puts: amount,
  s3Gets: amount,
  s3Lists: amount,
  logBytes: amount,
  /** To outlets. */
  sentBytes: amount,
});

/** What is read of `report.json`, which rehearsal/report writes and which says much more. */
const report = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** Each has one feed. */
  outlets: z.int().positive(),
  functions: z.array(z.object({ function: z.string(), memoryMb: z.number().positive() })),
  usage: z.array(usage),
  /** What they held at the end. */
  site: z.object({ bytes: amount }),
  table: z.object({ items: amount, bytes: amount }),
});
export type RehearsalReport = z.infer<typeof report>;
export type DayUsage = z.infer<typeof usage>;

/** The functions whose cost grows with the work. Their names in the report begin with the part of the stack they are in. */
export const FUNCTIONS = ["SchedulePolls", "PollFeed", "ReadArticle", "PublishDigest"] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export function usageOf({ usage }: RehearsalReport, name: FunctionName): readonly DayUsage[] {
  return usage.filter(({ caller }) => caller.endsWith(name));
}

export function memoryMbOf({ functions }: RehearsalReport, name: FunctionName): number | undefined {
  return functions.find((one) => one.function.endsWith(name))?.memoryMb;
}

/** The report of the last rehearsal. Throws a `UsageError` where there is none, or of another form. */
export async function readRehearsalReport(data: string): Promise<RehearsalReport> {
  const file = join(data, "rehearsal/report.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) throw new UsageError(`${file} is missing: run "npm run rehearse" first`);
  const result = report.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const problems = z.prettifyError(result.error).replaceAll("\n", " ");
  throw new UsageError(`${file}: ${problems}; run "npm run rehearse" again`);
}
