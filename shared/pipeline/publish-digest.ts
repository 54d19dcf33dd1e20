import { createHash } from "node:crypto";
import { buildEdition, type Edition } from "../digest/edition.ts";
import { renderSite } from "../digest/render-site.ts";
import type { LocalDate, Watchlist } from "../model.ts";
import { addDays, atLocalTime } from "../time.ts";
import type { Clock, EditionRecord, Log, ObjectStore, Store } from "./ports.ts";

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
 * is superseded stay beside the new ones.
 */
export async function publishDigest(deps: PublishDigestDeps, date: LocalDate): Promise<PublishResult> {
  const { store, site, watchlist, log } = deps;
  const before = await store.edition(date);
  const content = await contentOf(deps, date);
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
  const pages = renderSite(edition, {
    archive,
    languages: watchlist.monitor.languages,
    title: watchlist.monitor.title,
  });
  for (const { key, body, contentType } of pages) await site.put(key, body, contentType);
  log.info("digest published", { date, revision, isNew, pages: pages.length });
  return { edition, isNew };
}

/** Everything an edition is made of. */
async function contentOf({ store, watchlist }: PublishDigestDeps, date: LocalDate) {
  const [matches, items, polls, problems] = await Promise.all([
    store.matchesOfDay(date),
    store.itemsOfDay(date),
    store.pollsOfDay(date),
    store.problemsOfDay(date),
  ]);
  return { date, watchlist, matches, items, polls, problems };
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
    if (body !== undefined)
      await site.put(
        `${date}/revision-${revision}-${name}`,
        body,
        TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain; charset=utf-8",
      );
  }
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};
