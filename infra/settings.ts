import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod";

const LOG_RETENTIONS = Object.values(RetentionDays).filter((days) => typeof days === "number");

/** What whoever deploys decides: `context.mizan` in cdk.json. */
const settings = z.strictObject({
  /** Where alarms and the budget write to; without it they only show in the console. */
  alarmEmail: z.email("write an e-mail address").exactOptional(),
  /** The month's costs of the whole account past which the budget warns. */
  monthlyBudgetUsd: z.number().positive(),
  /** Refuses to delete the table, also by hand. */
  deletionProtection: z.boolean(),
  logRetentionDays: z
    .number()
    .refine((days) => LOG_RETENTIONS.includes(days), `CloudWatch keeps logs for ${LOG_RETENTIONS.join(", ")} days`),
  /** Without a new item for so long, something is wrong; 168 hours at most. */
  noNewItemsHours: z.int().min(1).max(168),
  /** How long after its hour a digest counts as missing; alarms look once an hour. */
  publishedWithinMinutes: z.int().min(1).max(1_440),
  /** Also traces each poll and each reading, of which there are thousands a day: 5 USD a million (AWS X-Ray pricing). */
  traceEveryMessage: z.boolean(),
});

export type Settings = z.infer<typeof settings>;

/** The settings, checked. Throws, naming every key that is missing, unknown or wrong. */
export function readSettings(context: unknown): Settings {
  const result = settings.safeParse(context ?? {});
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `context.${["mizan", ...path].join(".")}: ${message}`,
  );
  throw new Error(`cdk.json: ${problems.join("; ")}`);
}
