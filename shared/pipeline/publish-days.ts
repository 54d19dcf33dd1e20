import { CORRECTED_WITHIN_DAYS } from "../digest/corrections.ts";
import type { Edition } from "../digest/edition.ts";
import type { LocalDate } from "../model.ts";
import { addDays } from "../time.ts";
import { type OwnPagesWritten, type PublishDigestDeps, type PublishResult, publishEdition } from "./publish-digest.ts";
import { beginRun, type PublishingRun } from "./publishing-run.ts";
import { writeGatheredPages, writeSharedPages } from "./write-shared-pages.ts";

export interface PublishDaysOptions {
  /** False leaves the pages that gather many days to the next run, which finds them pending. */
  readonly gather?: boolean;
  /** What was read for them already. */
  readonly run?: PublishingRun;
}

/**
 * Publishes the editions of several days, oldest first; then, once more, those of the days before of which they have
 * corrections, so that each notes what became of its articles. Answers what each day came to.
 */
export async function publishDays(
  deps: PublishDigestDeps,
  days: Iterable<LocalDate>,
  { gather = true, run = beginRun(deps) }: PublishDaysOptions = {},
): Promise<readonly PublishResult[]> {
  const published: OwnPagesWritten[] = [];
  const pending = (await run.ledger.pending()).map(({ date }) => date);
  for (const day of [...new Set([...days, ...pending])].toSorted())
    published.push(await publishEdition(deps, day, run));
  const corrected = new Set(published.flatMap(({ edition }) => correctedBy(edition)));
  for (const day of [...corrected].toSorted()) published.push(await publishEdition(deps, day, run));
  await run.ledger.save();
  await writeSharedPages(deps, run, published);
  if (gather) await writeGatheredPages(deps, run, published);
  const last = new Map(published.map(({ edition, isNew }) => [edition.date, { edition, isNew }]));
  return [...last.values()];
}

/** Days before a finished edition that are to note its corrections. */
function correctedBy({ date, revision, corrections }: Edition): LocalDate[] {
  if (revision === 0) return [];
  return corrections
    .filter(({ after }) => after.day === date)
    .map(({ before }) => before.day)
    .filter((day) => day < date && day >= addDays(date, -CORRECTED_WITHIN_DAYS));
}
