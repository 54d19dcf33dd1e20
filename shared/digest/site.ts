import type { DigestLanguage, Dossier, LocalDate, Source, Wording } from "../model.ts";
import type { History } from "./history.ts";
import type { LedgerDay, LedgerMonth } from "./ledger.ts";

/** What the pages of an edition need beside the edition itself. */
export interface SiteContext {
  readonly title: Wording;
  /** The first is the one whose pages have the plain names. */
  readonly languages: readonly DigestLanguage[];
  /** Where the site is read, with the slash at its end; absent where nobody knows, as in a folder. */
  readonly address?: string | undefined;
  /** All editions, this one among them. */
  readonly archive: readonly ArchiveEntry[];
}

/** What the pages that gather many days are made from. */
export interface SiteRecord {
  readonly timeZone: string;
  readonly dossiers: readonly Dossier[];
  readonly sources: readonly Source[];
  /** All finished days. */
  readonly history: History;
  /** The months that the latest chart reaches into, oldest first, and the one whose pages are to be written. */
  readonly recent: readonly LedgerMonth[];
  readonly month?: LedgerMonth;
  /** The edition's day in that month, and what stood there before it. */
  readonly day?: LedgerDay;
  readonly replaced?: LedgerDay;
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

/** A published file. */
export interface SitePage {
  /** Relative path within the site. */
  readonly key: string;
  /** Text is written as UTF-8. */
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

const TYPES = {
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  xml: "application/atom+xml; charset=utf-8",
} as const;

/** By the file's name; `*.feed.json` is a JSON Feed, as its specification names the type. */
export function contentTypeOf(key: string): string {
  if (/(^|\/)feed(\.[a-z]{2})?\.json$/u.test(key)) return "application/feed+json; charset=utf-8";
  const extension = key.split(".").at(-1) ?? "";
  return Object.entries(TYPES).find(([name]) => name === extension)?.[1] ?? "text/plain; charset=utf-8";
}

export function sitePage(key: string, body: SitePage["body"]): SitePage {
  return { key, body, contentType: contentTypeOf(key) };
}

/** The whole address of a page of the site, where it is known; else the way there from the site's root. */
export function addressOf(key: string, { address = "" }: Pick<SiteContext, "address">): string {
  return `${address}${key}`;
}

const UP = "../";

/** From a page's folder to the site's: empty, or a step up for each folder. */
export function rootOf(key: string): string {
  return UP.repeat(key.split("/").length - 1);
}

/** What a page is called in its folder. */
export function nameOf(key: string): string {
  return key.split("/").at(-1) ?? key;
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
