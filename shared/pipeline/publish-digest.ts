import { createHash } from "node:crypto";
import { CORRECTED_WITHIN_DAYS } from "../digest/corrections.ts";
import { buildEdition, type Edition } from "../digest/edition.ts";
import { renderEditionPages } from "../digest/render-site.ts";
import { contentTypeOf } from "../digest/site.ts";
import type { LocalDate, Match, Watchlist } from "../model.ts";
import { addDays, localDate } from "../time.ts";
import { placesOf } from "./place-stories.ts";
import type { Clock, EditionRecord, Log, ObjectStore, Store } from "./ports.ts";
import { beginRun, type PublishingRun } from "./publishing-run.ts";
import { writeChangedPages, writePages } from "./write-pages.ts";
import { siteContextOf, writeGatheredPages, writeSharedPages } from "./write-shared-pages.ts";

export interface PublishDigestDeps {
  readonly clock: Clock;
  readonly store: Store;
  readonly site: ObjectStore;
  readonly watchlist: Watchlist;
  /** Where the site is read, with the slash at its end; absent where nobody knows. */
  readonly siteAddress?: string | undefined;
  readonly log: Log;
}

export interface PublishResult {
  readonly edition: Edition;
  /** False when the same edition was published before: the pages were written again, byte for byte. */
  readonly isNew: boolean;
}

/** An edition whose own pages are written, and no others. */
export interface OwnPagesWritten extends PublishResult {
  /** What was published of its day before. */
  readonly before: EditionRecord | undefined;
}

/**
 * Publishes the edition of one day from what is stored. While the day lasts it is revision 0, "so far"; after its end
 * the first publication is revision 1, and only a change in what is stored makes another. The pages of a revision that
 * is superseded stay beside the new ones. A finished day is entered in the site's ledger, from which the pages of claims,
 * themes, outlets and stories are made; today so far writes its own pages and no more.
 */
export async function publishDigest(deps: PublishDigestDeps, date: LocalDate): Promise<PublishResult> {
  const run = beginRun(deps);
  const published = await publishEdition(deps, date, run);
  await run.ledger.save();
  await writeSharedPages(deps, run, [published]);
  await writeGatheredPages(deps, run, [published]);
  return { edition: published.edition, isNew: published.isNew };
}

/** Records the edition and writes its own pages. The ledger is to be saved, and the pages that editions share to be written. */
export async function publishEdition(
  deps: PublishDigestDeps,
  date: LocalDate,
  run: PublishingRun,
): Promise<OwnPagesWritten> {
  const { site, log } = deps;
  const [before, content] = await Promise.all([run.edition(date), contentOf(deps, date, run)]);
  const draft = buildEdition({ ...content, revision: 0 });
  const digest = createHash("sha256").update(JSON.stringify(draft)).digest("hex");
  const revision = revisionAfter(before, digest, isOver(deps, date));
  const edition = { ...draft, revision };

  const isNew = before === undefined || before.revision !== revision || before.digest !== digest;
  if (before !== undefined && revision > before.revision && before.revision > 0)
    await keepPages(site, date, before.revision);
  if (revision > 0) await run.ledger.enter(edition);
  await run.record(recordOf(edition, digest));
  const pages = renderEditionPages(edition, await siteContextOf(deps, run));
  // One that is published again may have been cut short the last time.
  const written = await (isNew ? writePages(site, pages) : writeChangedPages(site, pages));
  log.info("digest published", { date, revision, isNew, written });
  return { edition, isNew, before };
}

/** Everything an edition is made of. */
async function contentOf(deps: PublishDigestDeps, date: LocalDate, run: PublishingRun) {
  const { store, watchlist } = deps;
  const [found, earlier] = [run.matchesOfDay(date), run.ledger.before(date)];
  const placed = Promise.all([found, earlier]).then(([matches, ledger]) => placesOf(run, date, matches, ledger));
  const [matches, ledger, placeArticles, history, later, items, polls, problems] = await Promise.all([
    ...([found, earlier, placed, run.ledger.history(date)] as const),
    isOver(deps, date) ? laterCorrections(run, date) : [],
    store.itemsOfDay(date),
    store.pollsOfDay(date),
    store.problemsOfDay(date),
  ]);
  return { date, watchlist, matches, ledger, placeArticles, history, later, items, polls, problems };
}

/** What later days, as far as their editions are finished, have of corrections: a day that lasts may bring more of them. */
async function laterCorrections(run: PublishingRun, date: LocalDate): Promise<Match[]> {
  const days = Array.from({ length: CORRECTED_WITHIN_DAYS }, (_, i) => addDays(date, i + 1));
  const found = await Promise.all(
    days.map(async (day) => (((await run.edition(day))?.revision ?? 0) > 0 ? await run.matchesOfDay(day) : [])),
  );
  return found.flat().filter(({ corrects }) => corrects !== undefined);
}

function isOver({ clock, watchlist }: PublishDigestDeps, date: LocalDate): boolean {
  return localDate(clock(), watchlist.monitor.timeZone) > date;
}

function revisionAfter(before: EditionRecord | undefined, digest: string, dayIsOver: boolean): number {
  if (!dayIsOver) return 0;
  if (before === undefined || before.revision === 0) return 1;
  return before.digest === digest ? before.revision : before.revision + 1;
}

function recordOf({ date, revision, watchlist, counts }: Edition, digest: string): EditionRecord {
  return {
    date,
    revision,
    digest,
    watchlist,
    items: counts.items,
    matched: counts.matched,
    for: counts.for,
    against: counts.against,
  };
}

/** Copies the pages of a superseded revision to names of their own: `2026-02-10/revision-1-index.html`. */
async function keepPages(site: ObjectStore, date: LocalDate, revision: number): Promise<void> {
  const keys = await site.list(`${date}/`);
  for (const key of keys) {
    const name = key.slice(date.length + 1);
    if (name.startsWith("revision-")) continue;
    const body = await site.get(key);
    if (body !== undefined) await site.put(`${date}/revision-${revision}-${name}`, body, contentTypeOf(name));
  }
}
