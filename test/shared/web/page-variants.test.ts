import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalUrl } from "../../../shared/web/canonical-url.ts";
import { withoutVariant } from "../../../shared/web/page-variants.ts";

describe("the AMP and print variants of an article have its address", () => {
  test.each([
    ["https://a.example/news/1?amp", "https://a.example/news/1"],
    ["https://a.example/news/1?amp=1", "https://a.example/news/1"],
    ["https://a.example/news/1?id=7&outputType=amp", "https://a.example/news/1?id=7"],
    ["https://a.example/news/1?print=Y&id=7", "https://a.example/news/1?id=7"],
    ["https://a.example/news/1?view=print", "https://a.example/news/1"],
    ["https://a.example/news/1/amp", "https://a.example/news/1"],
    ["https://a.example/news/1/amp/", "https://a.example/news/1"],
    ["https://a.example/news/1/print/", "https://a.example/news/1"],
    ["https://a.example/news/1.amp", "https://a.example/news/1"],
    ["https://a.example/news/1.amp.html", "https://a.example/news/1.html"],
    ["https://a.example/amp/news/1", "https://a.example/news/1"],
    ["https://a.example/ru/amp/news/1", "https://a.example/ru/news/1"],
    ["https://amp.a.example/news/1", "https://a.example/news/1"],
    ["https://www.google.com/amp/s/a.example/news/1/amp/", "https://a.example/news/1"],
    ["https://a-example.cdn.ampproject.org/c/s/a.example/news/1?amp=1", "https://a.example/news/1"],
    ["https://a-example.cdn.ampproject.org/v/a.example/news/1", "http://a.example/news/1"],
  ])("%s", (variant, own) => {
    expect(withoutVariant(variant)).toBe(own);
  });
});

describe("what only looks like a variant stays", () => {
  test.each([
    "https://a.example/print/2026/02/10",
    "https://a.example/amp",
    "https://a.example/camp/1",
    "https://a.example/news/blueprint",
    "https://a.example/news/1?amplitude=3",
    "https://a.example/news/1?view=full&printed=2026",
    "https://amp.example/news/1",
    "https://www.google.com/search?q=amp",
  ])("%s", (address) => {
    expect(withoutVariant(address)).toBe(address);
  });
});

test("whatever the address, its own is one, and canonical", () => {
  const part = fc.constantFrom("amp", "print", "c", "s", "a.example", "1.amp", "..", "%2f", "");
  const address = fc
    .tuple(
      fc.constantFrom("amp.a.example", "x.cdn.ampproject.org", "a.example"),
      fc.array(part, { maxLength: 6 }),
      part,
    )
    .map(([host, path, query]) => `https://${host}/${path.join("/")}?${query}`);
  fc.assert(
    fc.property(address, (written) => {
      const own = withoutVariant(canonicalUrl(written) ?? "");
      expect(canonicalUrl(own)).toBe(own);
    }),
  );
});
