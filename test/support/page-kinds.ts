import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type SitePage, sitePage } from "../../shared/digest/site.ts";

/** Every kind of page that the site has, by its keys in the site's first language. */
export const PAGE_KINDS = {
  front: /^index\.html$/u,
  edition: /^\d{4}-\d\d-\d\d\/index\.html$/u,
  revision: /^\d{4}-\d\d-\d\d\/revision-\d+-index\.html$/u,
  archive: /^archive\.html$/u,
  positions: /^positions\.html$/u,
  position: /^position\/[^/]+\.html$/u,
  "position-month": /^position\/[^/]+\/\d{4}-\d\d\.html$/u,
  theme: /^theme\/[^/]+\.html$/u,
  "theme-month": /^theme\/[^/]+\/\d{4}-\d\d\.html$/u,
  sources: /^sources\.html$/u,
  source: /^source\/[^/]+\.html$/u,
  "source-month": /^source\/[^/]+\/\d{4}-\d\d\.html$/u,
  story: /^story\/[^/]+\.html$/u,
  search: /^search\.html$/u,
} as const;

export type PageKind = keyof typeof PAGE_KINDS;
export const KIND_NAMES = Object.keys(PAGE_KINDS) as PageKind[];

/** A page's name in another language than the first has its code before the ending; a page's own name has no dot. */
const IN_FIRST_LANGUAGE = /^[^.]+\.html$/u;

/** The files of a published folder. */
export function pagesIn(folder: string): SitePage[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .map((path) =>
      sitePage(
        path
          .slice(folder.length + 1)
          .split(sep)
          .join("/"),
        readFileSync(path),
      ),
    );
}

/** Keys in the site's first language by kind, the longest page first; a page of no kind is under `undefined`. */
export function keysByKind(pages: readonly SitePage[]): Map<PageKind | undefined, string[]> {
  const own = pages.filter(({ key }) => IN_FIRST_LANGUAGE.test(key));
  const ordered = own.toSorted((a, b) => b.body.length - a.body.length || (a.key < b.key ? -1 : 1));
  const kindOf = (key: string) => KIND_NAMES.find((kind) => PAGE_KINDS[kind].test(key));
  return Map.groupBy(
    ordered.map(({ key }) => key),
    kindOf,
  );
}
