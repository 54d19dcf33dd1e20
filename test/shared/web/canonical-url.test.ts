import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalUrl, identify } from "../../../shared/web/canonical-url.ts";
import { anyText } from "../../support/any-text.ts";

describe("one address for one article", () => {
  test.each<[what: string, address: string, canonical: string]>([
    ["space around", "  https://a.example/x \n", "https://a.example/x"],
    ["a fragment", "https://a.example/x#comments", "https://a.example/x"],
    ["an empty query", "https://a.example/x?", "https://a.example/x"],
    ["a default port", "https://a.example:443/x", "https://a.example/x"],
    ["a port of its own", "http://a.example:8080/x", "http://a.example:8080/x"],
    ["host in capitals", "HTTPS://A.Example/X", "https://a.example/X"],
    ["a user and password", "https://me:secret@a.example/x", "https://a.example/x"],
    ["dots in the path", "https://a.example/a/../x", "https://a.example/x"],
    [
      "a host in Cyrillic",
      "https://Пример.рф/жаңалық",
      "https://xn--e1afmkfd.xn--p1ai/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B",
    ],
    ["escapes in small letters", "https://a.example/%d0%b2", "https://a.example/%D0%B2"],
    ["an ampersand escaped twice", "https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"],
  ])("%s", (_, address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });
});

describe("parameters that follow the reader go, the outlet's own stay as they are", () => {
  test.each([
    ["?utm_source=push&utm_medium=telegram", ""],
    ["?id=7&utm_source=x", "?id=7"],
    ["?utm_source=x&id=7&fbclid=y&page=2", "?id=7&page=2"],
    ["?UTM_Source=x&id=7", "?id=7"],
    ["?utm%5Fsource=x&id=7", "?id=7"],
    ["?b=2&a=1", "?b=2&a=1"],
    ["?q=a%20b&utm_source=x", "?q=a%20b"],
    ["?q=a+b&x=~!*()&yclid=1", "?q=a+b&x=~!*()"],
    ["?id=7&amp;utm_source=x", "?id=7"],
    ["?flag&gclid=1&empty=", "?flag&empty="],
    ["?ysclid=1&_openstat=2&igshid=3&mc_cid=4&msclkid=5&_ga=6", ""],
    ["?from=rss&ref=main", "?from=rss&ref=main"],
    ["?utmost=1&gclidx=2", "?utmost=1&gclidx=2"],
  ])("%s → %s", (query, kept) => {
    expect(canonicalUrl(`https://a.example/x${query}`)).toBe(`https://a.example/x${kept}`);
  });
});

describe("a relative address", () => {
  test.each([
    ["x", "https://a.example/ru/", "https://a.example/ru/x"],
    ["/x", "https://a.example/ru/", "https://a.example/x"],
    ["//b.example/x", "https://a.example/", "https://b.example/x"],
    ["?id=7", "https://a.example/ru/", "https://a.example/ru/?id=7"],
    ["x", "not a base", undefined],
    ["x", undefined, undefined],
  ])("%s at %s", (address, base, canonical) => {
    expect(canonicalUrl(address, base)).toBe(canonical);
  });
});

test.each([
  "",
  " ",
  "javascript:alert(1)",
  "mailto:a@a.example",
  "ftp://a.example/x",
  "data:text/html,x",
  "https://",
  "http://[::1",
  "нет",
  "https://a b/",
])("%j is no address of an article", (junk) => {
  expect(canonicalUrl(junk)).toBeUndefined();
});

test("an address made canonical twice is the same, whatever it was", () => {
  const parameter = fc.tuple(
    fc.constantFrom("id", "utm_source", "q", "", "fbclid", "имя"),
    fc.string({ maxLength: 8 }),
  );
  const address = fc
    .tuple(fc.webUrl({ withFragments: true }), fc.array(parameter, { maxLength: 5 }))
    .map(([url, parameters]) => `${url.split("#")[0]}?${parameters.map((pair) => pair.join("=")).join("&")}#x`);
  fc.assert(
    fc.property(fc.oneof(address, anyText()), (written) => {
      const once = canonicalUrl(written);
      if (once === undefined) return;
      expect(canonicalUrl(once)).toBe(once);
      expect(once).not.toMatch(/#|utm_source=|fbclid=/u);
    }),
    { numRuns: 300 },
  );
});

describe("an entry is known by", () => {
  const [url, guid, title] = ["https://a.example/x", "tag:a,2026:1", "Title"];
  const [feed, another] = ["https://a.example/rss.xml", "https://b.example/rss.xml"];
  test("its address, or else its guid, or else its title, in 16 hexadecimal digits", () => {
    expect(identify({ url, guid, title }, feed)).toMatch(/^[\da-f]{16}$/u);
    expect(identify({ url, guid, title }, feed)).toBe(identify({ url }, feed));
    expect(identify({ guid, title }, feed)).toBe(identify({ guid }, feed));
    expect(new Set([identify({ url }, feed), identify({ guid }, feed), identify({ title }, feed)]).size).toBe(3);
    expect(identify({}, feed)).toBeUndefined();
  });

  test("its address wherever it is listed, its guid and title only in its own feed", () => {
    expect(identify({ url }, another)).toBe(identify({ url }, feed));
    expect(identify({ guid }, another)).not.toBe(identify({ guid }, feed));
    expect(identify({ title }, another)).not.toBe(identify({ title }, feed));
  });
});
