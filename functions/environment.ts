import process from "node:process";
import * as z from "zod";

const name = z.string().min(1);
const queueUrl = z.url({ protocol: /^https?$/u });

const all = z.object({
  TABLE_NAME: name,
  /** Holds the uploads and the running watchlist (shared/cloud/watchlist-places.ts). */
  WATCHLIST_BUCKET: name,
  SITE_BUCKET: name,
  POLLS_QUEUE_URL: queueUrl,
  ARTICLES_QUEUE_URL: queueUrl,
  /** Where the pages are read, with the slash at the end. */
  SITE_ADDRESS: z.url({ protocol: /^https$/u }).endsWith("/"),
  /** Told with the right to deliver digests. */
  MAY_DELIVER: z.literal("yes").optional(),
  /** Name of the parameter that keeps the webhook's address, where there is a webhook. */
  WEBHOOK_PARAMETER: name.optional(),
});

/** What each function is told by its environment, and no more. */
export const ENVIRONMENTS = {
  "schedule-polls": all.omit({
    SITE_BUCKET: true,
    SITE_ADDRESS: true,
    MAY_DELIVER: true,
    WEBHOOK_PARAMETER: true,
  }),
  "poll-feed": all.pick({ TABLE_NAME: true, WATCHLIST_BUCKET: true, ARTICLES_QUEUE_URL: true }),
  "read-article": all.pick({ TABLE_NAME: true, WATCHLIST_BUCKET: true, ARTICLES_QUEUE_URL: true }),
  "publish-digest": all.pick({
    TABLE_NAME: true,
    WATCHLIST_BUCKET: true,
    SITE_BUCKET: true,
    SITE_ADDRESS: true,
    MAY_DELIVER: true,
    WEBHOOK_PARAMETER: true,
  }),
  "apply-watchlist": all.pick({ WATCHLIST_BUCKET: true }),
} as const;

/** The environment in one of these forms. Throws, naming every variable that is missing or wrong. */
export function environmentOf<T>(
  form: z.ZodType<T>,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): T {
  const result = form.safeParse(variables);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => {
    const variable = path.join(".");
    const value = variables[variable];
    return value === undefined ? `${variable} is missing` : `${variable} is "${value}": ${message}`;
  });
  throw new Error(`environment: ${wrong.join("; ")}`);
}
