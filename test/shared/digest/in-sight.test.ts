import { describe, expect, test } from "vitest";
import { type InSight, lightEnough } from "../../../shared/digest/in-sight.ts";
import { renderHtml } from "../../../shared/digest/render-html.ts";
import { aMatch, anArticle, anEdition, aSite } from "../../support/an-edition.ts";

/** A page that weighs so much by itself, for each story in sight, and for second quotations. */
const pageOf = (each: number) => (inSight: InSight) =>
  "ж".repeat((each / 2) * (1 + inSight.singleStories + (inSight.secondLines ? 1 : 0)));

describe("a page shows what it has room for", () => {
  test.each([
    [1_000, 9_000],
    [6_000, 48_000],
    [6_500, 26_000],
    [24_000, 48_000],
    [40_000, 40_000],
    [90_000, 90_000],
  ])("of what weighs %i bytes each, in %i", (each, expected) => {
    expect(Buffer.byteLength(lightEnough(pageOf(each), true))).toBe(expected);
  });

  test("and all of it while nothing has a page of its own", () => {
    expect(Buffer.byteLength(lightEnough(pageOf(90_000), false))).toBe(9 * 90_000);
  });

  test("so that of a busy day second quotations wait on the claims' own pages, behind a link", () => {
    const matches = (words: number) =>
      Array.from({ length: 40 }, (_, i) => {
        const title = `Headline ${i} ${"word ".repeat(words)}`;
        return aMatch({
          article: anArticle({ id: `${i}`.padStart(16, "0"), title }),
          position: { id: "p4", quote: title, relation: i < 2 ? "against" : "for" },
        });
      });
    const linesOf = (words: number) => {
      const edition = anEdition({ matches: matches(words) });
      const page = renderHtml(edition, aSite(edition), "en", "day");
      return [page.match(/class="line against"/gu)?.length, page.includes("1\u00a0more quotation against</a>")];
    };
    expect(linesOf(1)).toEqual([2, false]);
    expect(linesOf(4_000)).toEqual([1, true]);
  });
});
