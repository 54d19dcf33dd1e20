import { load } from "cheerio/slim";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { selectorsSchema } from "../../../shared/watchlist/selectors-schema.ts";
import { millisecondsOf } from "../../support/hostile.ts";

const { document } = parseHTML("<html><body><p>x</p></body></html>");
const isAccepted = (text: string) => selectorsSchema.safeParse({ text }).success;

describe("a selector that is accepted is one that both readers of pages know", () => {
  test.each([
    "article",
    "div.article-body",
    "#content > .text p",
    "main p, .lead",
    '[itemprop="articleBody"]',
    "[data-part=body]",
    "div[class*='text' i]",
    ".a + .b ~ p:first-child",
    "ul li:last-of-type",
    "* p",
    ".статья",
  ])("%s", (selector) => {
    expect(isAccepted(selector)).toBe(true);
    expect(() => load("<p>x</p>")(selector)).not.toThrow();
    expect(() => document.querySelectorAll(selector)).not.toThrow();
  });
});

describe("what is none is refused before a page is read", () => {
  test.each(["", "..x", "p >", "h1,", "div[", "p:foo", ".a::before", "<p>", "p {}", "a".repeat(501)])(
    "%s",
    (selector) => {
      expect(isAccepted(selector)).toBe(false);
    },
  );
});

test("a long one is judged at once", () => {
  const hostile = ["a ".repeat(250), ".a".repeat(250), "[a]".repeat(166), "a,".repeat(250), "-".repeat(500)];
  expect(millisecondsOf(() => hostile.map((text) => isAccepted(`${text.slice(0, 499)}!`)))).toBeLessThan(1_000);
});
