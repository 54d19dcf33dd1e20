import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "../../../shared/digest/edition.ts";
import { renderEmail } from "../../../shared/digest/render-email.ts";
import { aDemoSite } from "../../support/a-demo-site.ts";

/** Bytes, as they stand in a folder: readers in the region pay for each of them. */
const USUAL_DAY = 60_000;
const BUSY_DAY = 72_000;
const BUSY_PAGE = 58_000;
/** A preview that is slow to come is not shown. */
const PICTURE = 20_000;
/** Past it Gmail hides the end of a letter (102 KB, less what is added on the way). */
const LETTER = 100_000;

const LANGUAGES = ["ru", "en"] as const;
/** The others have more quotations on more claims, and one of them a correction. */
const USUAL = "2026-02-10";
const BUSY = ["2026-02-11", "2026-02-12"];

const folder = mkdtempSync(join(tmpdir(), "mizan-weight-"));
let site: string;
beforeAll(async () => {
  site = await aDemoSite(folder, LANGUAGES);
});
afterAll(() => rmSync(folder, { recursive: true }));

const weightOf = (...keys: readonly string[]) => keys.reduce((sum, key) => sum + statSync(join(site, key)).size, 0);
const nameIn = (language: string, name: string, ending: string) =>
  language === "ru" ? `${name}.${ending}` : `${name}.${language}.${ending}`;
const pageIn = (language: string, day: string) => `${day}/${nameIn(language, "index", "html")}`;

describe.each(LANGUAGES)("of the demo (%s)", (language) => {
  test("the page of a usual day is light, with all that its reader loads", () => {
    expect(weightOf(pageIn(language, USUAL), "style.css", "icon.svg")).toBeLessThan(USUAL_DAY);
  });

  test.each(BUSY)("the page of %s, a busy day, is not heavy", (day) => {
    expect(weightOf(pageIn(language, day))).toBeLessThan(BUSY_PAGE);
    expect(weightOf(pageIn(language, day), "style.css", "icon.svg", "print.css")).toBeLessThan(BUSY_DAY);
  });

  test("every picture is light", () => {
    const claims = (JSON.parse(readFileSync(join(site, USUAL, "digest.json"), "utf8")) as Edition).dossiers.flatMap(
      ({ positions }) => positions.map(({ id }) => `position/${id}`),
    );
    expect(claims.length).toBeGreaterThan(10);
    for (const name of [...claims, ...[USUAL, ...BUSY].map((day) => `${day}/balance`)])
      expect(weightOf(nameIn(language, name, "png")), name).toBeLessThan(PICTURE);
  });

  test.each([USUAL, ...BUSY])("the letter of %s is whole where it is read", (day) => {
    const edition = JSON.parse(readFileSync(join(site, day, "digest.json"), "utf8")) as Edition;
    const address = "https://d1.cloudfront.net/";
    const { html } = renderEmail(
      edition,
      { title: { ru: "Мизан", en: "Mizan" }, languages: LANGUAGES, address },
      language,
    );
    expect(Buffer.byteLength(html)).toBeLessThan(LETTER);
    expect(html.match(/<blockquote|border-left:3px/gu)?.length).toBeGreaterThan(20);
  });
});
