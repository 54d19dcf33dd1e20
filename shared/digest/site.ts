import type { DigestLanguage, LocalDate, Wording } from "../model.ts";

/** What the pages of an edition need beside the edition itself. */
export interface SiteContext {
  readonly title: Wording;
  /** The first is the one whose pages have the plain names. */
  readonly languages: readonly DigestLanguage[];
  /** All editions, this one among them. */
  readonly archive: readonly ArchiveEntry[];
}

/** What is remembered of an edition. */
export interface ArchiveEntry {
  readonly date: LocalDate;
  readonly revision: number;
  readonly items: number;
  readonly matched: number;
  readonly for: number;
  readonly against: number;
}

/** `index.html` in the site's first language, `index.en.html` in another. */
export function nameIn(language: DigestLanguage, name: string, languages: readonly DigestLanguage[]): string {
  const dot = name.lastIndexOf(".");
  return language === languages[0] ? name : `${name.slice(0, dot)}.${language}${name.slice(dot)}`;
}

/** The archive, newest edition first. */
export function newestFirst(archive: readonly ArchiveEntry[]): ArchiveEntry[] {
  return archive.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
