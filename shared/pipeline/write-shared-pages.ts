import { renderEditionPictures, renderGatheredPages, renderSharedPages } from "../digest/render-site.ts";
import type { SiteContext, SitePage } from "../digest/site.ts";
import type { OwnPagesWritten, PublishDigestDeps } from "./publish-digest.ts";
import type { PublishingRun } from "./publishing-run.ts";
import { emptyRecord } from "./site-ledger.ts";
import { writeChangedPages, writePages } from "./write-pages.ts";

/** What every page knows of the site, with what this run has published. */
export async function siteContextOf(
  { watchlist, siteAddress }: Pick<PublishDigestDeps, "siteAddress" | "watchlist">,
  run: PublishingRun,
): Promise<SiteContext> {
  const { languages, title } = watchlist.monitor;
  return { archive: await run.archive(), languages, title, address: siteAddress };
}

/** Writes what a reader meets first: front page, archive, feeds. */
export async function writeSharedPages(
  deps: PublishDigestDeps,
  run: PublishingRun,
  published: readonly OwnPagesWritten[],
): Promise<void> {
  const editions = published.map(({ edition }) => edition);
  await writeChangedPages(deps.site, renderSharedPages(editions, await siteContextOf(deps, run)));
}

/**
 * Writes the editions' pictures, and the pages that gather finished days, or what a site without any has in their place.
 * While a day is pending they may not be as they should be; where none is, there is nothing to write.
 */
export async function writeGatheredPages(
  deps: PublishDigestDeps,
  run: PublishingRun,
  published: readonly OwnPagesWritten[],
): Promise<void> {
  const { site, watchlist } = deps;
  const [context, pending] = await Promise.all([siteContextOf(deps, run), run.ledger.pending()]);
  for (const { edition, isNew } of published) {
    const isPending = edition.revision === 0 || pending.some(({ date }) => date === edition.date);
    if (isNew || isPending) await writeChangedPages(site, renderEditionPictures(edition, context));
  }
  if (await run.ledger.isEmpty()) {
    const isFirst = published.every(({ before }) => before === undefined);
    const pages = renderGatheredPages(context, emptyRecord(watchlist));
    await (isFirst ? writePages(site, pages) : writeChangedPages(site, pages));
    return;
  }
  const records = await Promise.all(pending.map((day) => run.ledger.recordOf(day, watchlist)));
  await writePages(site, ofEachKeyOnce(records.map((record) => renderGatheredPages(context, record))));
  await run.ledger.settle();
}

/** Pages of one key are the same, whichever day they were asked for. */
function* ofEachKeyOnce(lists: readonly Iterable<SitePage>[]): Generator<SitePage> {
  const seen = new Set<string>();
  for (const list of lists)
    for (const page of list) {
      if (seen.has(page.key)) continue;
      seen.add(page.key);
      yield page;
    }
}
