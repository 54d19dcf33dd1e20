import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GALLERY, galleryPage, LANGUAGES, pictureName, WIDTHS } from "../../bench/gallery.ts";
import { KIND_NAMES } from "../support/page-kinds.ts";

const DOCS = join(import.meta.dirname, "../../docs");
const PICTURES = join(DOCS, "images/pages");
/** Bytes: a clone should stay quick. */
const MOST = 6_000_000;

test("docs/pages.md shows every kind of page, as npm run screenshot writes it", () => {
  expect(GALLERY.map(({ kind }) => kind).toSorted()).toEqual(KIND_NAMES.toSorted());
  expect(readFileSync(join(DOCS, "pages.md"), "utf8")).toBe(galleryPage());
});

test("has its pictures, no others, and no more than a clone should carry", () => {
  const wanted = GALLERY.flatMap(({ kind }) =>
    LANGUAGES.flatMap((language) => WIDTHS.map((width) => pictureName(kind, width, language))),
  );
  const kept = readdirSync(PICTURES);
  expect(kept.toSorted()).toEqual(wanted.toSorted());
  expect(kept.reduce((sum, name) => sum + statSync(join(PICTURES, name)).size, 0)).toBeLessThan(MOST);
});
