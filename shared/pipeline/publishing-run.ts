import type { LocalDate, Match } from "../model.ts";
import type { EditionRecord, ObjectStore, Store } from "./ports.ts";
import { openLedger, type SiteLedger } from "./site-ledger.ts";

/** Editions that the archive page and the feed know of. */
const ARCHIVE_AT_MOST = 1_000;

/** Days whose matches are held at once: those before an edition, its own, and those after it. */
const DAYS_HELD = 12;

/** What the publications of one run need of the days around theirs: read once, and as this run has published it. */
export interface PublishingRun {
  readonly ledger: SiteLedger;
  /** See `Store.matchesOfDay`. */
  matchesOfDay(day: LocalDate): Promise<readonly Match[]>;
  /** The newest revision of every edition, newest day first. */
  archive(): Promise<readonly EditionRecord[]>;
  /** The newest revision of one day's edition. */
  edition(date: LocalDate): Promise<EditionRecord | undefined>;
  /** Records in the store that an edition was published, and has it in the archive. */
  record(edition: EditionRecord): Promise<void>;
}

export function beginRun({ store, site }: { readonly store: Store; readonly site: ObjectStore }): PublishingRun {
  const matches = new Map<LocalDate, Promise<readonly Match[]>>();
  let editions: Promise<readonly EditionRecord[]> | undefined;
  const archive = () => {
    editions ??= store.editions(ARCHIVE_AT_MOST);
    return editions;
  };
  return {
    ledger: openLedger(site),
    matchesOfDay: (day) => {
      const found = matches.get(day) ?? store.matchesOfDay(day);
      matches.set(day, found);
      const [oldest] = matches.keys();
      if (matches.size > DAYS_HELD && oldest !== undefined) matches.delete(oldest);
      return found;
    },
    archive,
    edition: async (date) => {
      const all = await archive();
      const oldest = all.at(-1);
      const isOlder = all.length === ARCHIVE_AT_MOST && oldest !== undefined && date < oldest.date;
      return isOlder ? await store.edition(date) : all.find((one) => one.date === date);
    },
    record: async (edition) => {
      const others = (await archive()).filter(({ date }) => date !== edition.date);
      await store.recordEdition(edition);
      const all = [...others, edition].toSorted((a, b) => (a.date < b.date ? 1 : -1));
      editions = Promise.resolve(all.slice(0, ARCHIVE_AT_MOST));
    },
  };
}
