import { createHash } from "node:crypto";
import { buildEdition, type Edition } from "../digest/edition.ts";
import type { History } from "../digest/history.ts";
import { renderGatheredPages, renderSite } from "../digest/render-site.ts";
import { contentTypeOf, type SiteContext } from "../digest/site.ts";
import type { LocalDate, Watchlist } from "../model.ts";
import { addDays, atLocalTime } from "../time.ts";
import { placesOf } from "./place-stories.ts";
import type { Clock, EditionRecord, Log, ObjectStore, Store } from "./ports.ts";
import { emptyRecord, enterEdition, readHistory } from "./site-ledger.ts";
import { writePages } from "./write-pages.ts";

/** Editions that the archive page and the feed know of. */
const ARCHIVE_AT_MOST = 1_000;

export interface PublishDigestDeps {
  readonly clock: Clock;
  readonly store: Store;
  readonly site: ObjectStore;
  readonly watchlist: Watchlist;
  readonly log: Log;
}

export interface PublishResult {
  readonly edition: Edition;
  /** False when the same edition was published before: the pages were written again, byte for byte. */
  readonly isNew: boolean;
}

/**
 * Publishes the edition of one day from what is stored. While the day lasts it is revision 0, "so far"; after its end
 * the first publication is revision 1, and only a change in what is stored makes another. The pages of a revision that
 * is superseded stay beside the new ones. A finished day is entered in the site's ledger, from which the pages of claims,
 * themes, outlets and stories are made; today so far writes its own pages and no more.
 */
export async function publishDigest(deps: PublishDigestDeps, date: LocalDate): Promise<PublishResult> {
  const { store, site, watchlist, log } = deps;
  const [before, history, stored] = await Promise.all([store.edition(date), readHistory(site), contentOf(deps, date)]);
  const content = { ...stored, history };
  const digest = createHash("sha256")
    .update(JSON.stringify(buildEdition({ ...content, revision: 0 })))
    .digest("hex");
  const revision = revisionAfter(before, digest, isOver(deps, date));
  const edition = buildEdition({ ...content, revision });

  const isNew = before === undefined || before.revision !== revision || before.digest !== digest;
  if (before !== undefined && revision > before.revision && before.revision > 0)
    await keepPages(site, date, before.revision);
  await store.recordEdition(recordOf(edition, digest));
  const archive = await store.editions(ARCHIVE_AT_MOST);
  const { languages, title } = watchlist.monitor;
  const context = { archive, languages, title };
  const written =
    (await writePages(site, renderSite(edition, context))) +
    (await writeGathered(deps, history, { edition, isNew }, context));
  log.info("digest published", { date, revision, isNew, written });
  return { edition, isNew };
}

/**
 * Writes what the edition changes beyond its own pages. The ledger comes last: while it is not as it should be, the pages
 * may not be either, and once it is, an edition that says nothing new has nothing to write. Answers how many were written.
 */
async function writeGathered(
  { site, watchlist }: PublishDigestDeps,
  history: History,
  { edition, isNew }: PublishResult,
  context: SiteContext,
): Promise<number> {
  if (edition.revision === 0)
    return history.length > 0 ? 0 : await writePages(site, renderGatheredPages(context, emptyRecord(watchlist)));
  const { record, objects, isEntered } = await enterEdition(site, history, edition, watchlist);
  if (isEntered && !isNew) return 0;
  return (await writePages(site, renderGatheredPages(context, record))) + (await writePages(site, objects));
}

/** Everything an edition is made of. */
async function contentOf({ store, site, watchlist }: PublishDigestDeps, date: LocalDate) {
  const matches = await store.matchesOfDay(date);
  const [placeArticles, items, polls, problems] = await Promise.all([
    placesOf({ store, site }, date, matches),
    store.itemsOfDay(date),
    store.pollsOfDay(date),
    store.problemsOfDay(date),
  ]);
  return { date, watchlist, matches, items, polls, problems, placeArticles };
}

function isOver({ clock, watchlist }: PublishDigestDeps, date: LocalDate): boolean {
  return clock() >= atLocalTime(addDays(date, 1), "00:00", watchlist.monitor.timeZone);
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
