import type { DigestLanguage, Instant } from "../model.ts";
import { addDays, atLocalTime, plus, SECOND } from "../time.ts";
import type { Edition } from "./edition.ts";
import type { Locale } from "./locale.ts";
import { type ArchiveEntry, addressOf, nameIn, newestFirst, type SiteContext } from "./site.ts";

/** Entries that a reader's program has any use for. */
const ENTRIES_AT_MOST = 60;

/** An edition as the site's feeds tell of it. */
export interface FeedEntry {
  /** A tag URI (RFC 4151) that never changes. */
  readonly id: string;
  readonly title: string;
  /** Whole where the site's address is known. */
  readonly href: string;
  readonly updated: Instant;
  readonly text: string;
}

/** The newest editions, newest first. */
export function feedEntries(edition: Edition, site: SiteContext, locale: Locale): FeedEntry[] {
  const { timeZone, publisher } = edition;
  return newestFirst(site.archive)
    .slice(0, ENTRIES_AT_MOST)
    .map((entry) => ({
      id: `tag:${publisher},2026:mizan/${locale.language}/${entry.date}`,
      title: locale.date(entry.date),
      href: addressOf(`${entry.date}/${nameIn(locale.language, "index.html", site.languages)}`, site),
      updated: updatedOf(entry, timeZone),
      text: figuresOf(entry, locale),
    }));
}

function figuresOf(entry: ArchiveEntry, locale: Locale): string {
  return (["items", "matched", "for", "against"] as const)
    .map((figure) => `${locale.number(entry[figure])} ${locale.count(entry[figure], locale.words.figures[figure])}`)
    .join(" · ");
}

export function feedId({ publisher }: Edition, language: DigestLanguage): string {
  return `tag:${publisher},2026:mizan/${language}`;
}

/**
 * No edition knows when it was rendered. An entry is dated by the end of its day (its beginning, while it lasts), and a
 * second later with each further revision, so that feed readers notice a correction.
 */
function updatedOf({ date, revision }: ArchiveEntry, timeZone: string): Instant {
  if (revision === 0) return atLocalTime(date, "00:00", timeZone);
  return plus(atLocalTime(addDays(date, 1), "00:00", timeZone), (revision - 1) * SECOND);
}
