import { describe, expect, test } from "vitest";
import type { EditionInput } from "../../../../shared/digest/edition.ts";
import { localeOf } from "../../../../shared/digest/locale.ts";
import { editionPicture } from "../../../../shared/digest/pictures/edition-picture.ts";
import { positionPicture } from "../../../../shared/digest/pictures/position-picture.ts";
import { DIGEST_LANGUAGES } from "../../../../shared/model.ts";
import { addDays } from "../../../../shared/time.ts";
import { aMatch, anArticle, anEdition, aSite } from "../../../support/an-edition.ts";
import { type Picture, readPng } from "../../../support/read-png.ts";

/** Bytes: those who show previews give up on what is slow to come. */
const SMALL = 20_000;
const [INK, FOR, AGAINST] = ["#1d1b18", "#1f4e96", "#a63c1c"];
const LOCALE = localeOf("ru", "Asia/Tashkent");
const NOTHING = { matches: [], items: [], polls: [], problems: [] };

function pictureOf(changed: Partial<EditionInput> = {}, locale = LOCALE): Uint8Array {
  const edition = anEdition(changed);
  return editionPicture(edition, aSite(edition), locale);
}

/** Articles on one claim, each of an outlet of its own. */
function aCrowd(sides: { readonly for: number; readonly against: number }) {
  const matches = (["for", "against"] as const).flatMap((relation) =>
    Array.from({ length: sides[relation] }, (_, i) => {
      const article = anArticle({ id: `${relation}${i}`, source: `${relation}-${i}` });
      return aMatch({ article, position: { id: "p4", relation } });
    }),
  );
  return { ...NOTHING, matches };
}

/** Rows of a column in which a colour stands, from above. */
function rowsOf(picture: Picture, x: number, colour: string | undefined): number[] {
  return Array.from({ length: picture.height }, (_, y) => y).filter((y) => picture.at(x, y) === colour);
}

/** Columns in which a colour stands, between two rows. */
function columnsOf(picture: Picture, [from, to]: readonly [number, number], colour: string | undefined): number[] {
  return Array.from({ length: picture.width }, (_, x) => x).filter((x) =>
    rowsOf(picture, x, colour).some((y) => y >= from && y < to),
  );
}

describe("an edition's picture", () => {
  test.each(DIGEST_LANGUAGES)("is a small PNG of the size that previews ask for: %s", (language) => {
    const bytes = pictureOf({}, localeOf(language, "Asia/Tashkent"));
    expect(bytes.byteLength).toBeLessThan(SMALL);
    expect(readPng(bytes)).toMatchObject({ width: 1200, height: 630 });
  });

  test("is the same bytes for the same edition, and others for another", () => {
    expect(pictureOf()).toEqual(pictureOf());
    expect(pictureOf()).not.toEqual(pictureOf(NOTHING));
  });

  test.each([
    [{ for: 3, against: 1 }, 1],
    [{ for: 1, against: 3 }, -1],
    [{ for: 2, against: 2 }, 0],
    [{ for: 0, against: 0 }, 0],
  ])("leans to the heavier side: %j", (sides, expected) => {
    const picture = readPng(pictureOf(aCrowd(sides)));
    // The beam, where neither letters nor pans stand above it.
    const [left, right] = [400, 800].map((x) => rowsOf(picture, x, INK).find((y) => y > 105 && y < 220));
    expect(Math.sign((right ?? 0) - (left ?? 0))).toBe(expected);
  });

  test.each([5, 30, 300])("has a mark for each outlet, within its half: %i on either side", (count) => {
    const picture = readPng(pictureOf(aCrowd({ for: count, against: count })));
    const rows = [300, 460] as const;
    const [pro, against] = [FOR, AGAINST].map((colour) => columnsOf(picture, rows, colour));
    const inMiddle = (columns: readonly number[] = []) => columns.filter((x) => x > 290 && x < 910);
    expect(Math.min(...inMiddle(pro))).toBeGreaterThan(600);
    expect(Math.max(...inMiddle(pro))).toBeLessThan(890);
    expect(Math.max(...inMiddle(against))).toBeLessThan(600);
    expect(Math.min(...inMiddle(against))).toBeGreaterThan(310);
  });

  test("fills what is for, and leaves what is against hollow", () => {
    const picture = readPng(pictureOf(aCrowd({ for: 1, against: 1 })));
    const middleOf = (x: number) => rowsOf(picture, x, x > 600 ? FOR : AGAINST).filter((y) => y > 300 && y < 460);
    const brick = 32 - 7;
    expect(middleOf(630)).toHaveLength(brick);
    expect(middleOf(570)).toHaveLength(6);
  });
});

describe("a claim's picture", () => {
  const date = "2026-02-10";
  const trend = Array.from({ length: 30 }, (_, i) => ({
    date: addDays(date, i - 29),
    for: (i * 7) % 11,
    against: i % 5,
  }));
  const pictureWith = (statement: string) => positionPicture({ title: "Мизан", statement, date, trend }, LOCALE);

  test.each([
    ["short", "Коротко"],
    ["of a usual length", "Прямой разговор глав регионов решает вопросы границ, транзита и логистики на деле"],
    ["too long, and cut", "слово ".repeat(90).trim()],
    ["in letters that cannot be written", "العربية"],
  ])("is small: %s", (_, statement) => {
    const bytes = pictureWith(statement);
    expect(readPng(bytes)).toMatchObject({ width: 1200, height: 630 });
    expect(bytes.byteLength).toBeLessThan(1.25 * SMALL);
    expect(pictureWith(statement)).toEqual(bytes);
  });

  test("keeps a claim that is too long out of the chart", () => {
    const picture = readPng(pictureWith("слово ".repeat(90).trim()));
    expect(rowsOf(picture, 80, INK).filter((y) => y > 320 && y < 560)).toEqual([]);
  });

  test("has a bar for each day, up for it and down against, and leans by their sums", () => {
    const picture = readPng(pictureWith("Коротко"));
    const axis = 478;
    for (const [i, day] of trend.entries()) {
      const x = 64 + i * 22 + 11;
      expect(rowsOf(picture, x, FOR).filter((y) => y < axis && y > 350).length > 0, day.date).toBe(day.for > 0);
      expect(rowsOf(picture, x, AGAINST).filter((y) => y > axis).length > 0, day.date).toBe(day.against > 0);
    }
    const [left, right] = [900, 1010].map((x) => rowsOf(picture, x, INK).find((y) => y > 340));
    expect(right).toBeGreaterThan(left ?? 0);
  });
});
