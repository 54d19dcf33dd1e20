import { describe, expect, test } from "vitest";
import { parseFeed } from "../../../shared/feeds/parse-feed.ts";

const MEGABYTES = 10_000_000;
const CHANNEL = "<rss><channel>";

const parse = (document: string | Uint8Array) =>
  parseFeed(typeof document === "string" ? new TextEncoder().encode(document) : document, {
    url: "https://a.example/rss",
    timeZone: "UTC",
  });

/** Ten megabytes of a piece over and over. */
const filled = (piece: string) => piece.repeat(Math.ceil(MEGABYTES / new TextEncoder().encode(piece).length));

test("entities that a document defines are not expanded: a billion laughs stay one", async () => {
  const definitions = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
  const document = `<!DOCTYPE rss [<!ENTITY e0 "ha">${definitions}]><rss><channel><item><title>&e9;</title><link>/1</link></item></channel></rss>`;
  expect(await parse(document)).toMatchObject({ feed: { entries: [{ title: "&e9;", url: "https://a.example/1" }] } });
});

test("an entity cannot name a file", async () => {
  const document = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>`;
  expect(await parse(document)).toMatchObject({ feed: { entries: [{ title: "&x;" }] } });
});

describe("ten megabytes are read, or refused, within fifteen seconds", () => {
  test.each<[what: string, document: () => string | Uint8Array, ok: boolean]>([
    [
      "noise",
      () =>
        Buffer.alloc(
          MEGABYTES,
          Uint8Array.from({ length: 7_919 }, (_, i) => (i * 31) ^ (i >> 5)),
        ),
      false,
    ],
    ["zeros", () => new Uint8Array(MEGABYTES), false],
    ["opening brackets", () => filled("<"), false],
    ["tags inside tags", () => CHANNEL + filled("<a>"), false],
    ["tags that close nothing", () => CHANNEL + filled("<a></b>"), false],
    ["items inside items", () => CHANNEL + filled("<item>"), false],
    ["empty items", () => CHANNEL + filled("<item/>"), true],
    ["titles in one item", () => `${CHANNEL}<item>${filled("<title/>")}`, true],
    [
      "items with escaped markup",
      () => CHANNEL + filled(`<item><description>${"&lt;p&gt;x".repeat(1_000)}</description></item>`),
      true,
    ],
    ["one title", () => `${CHANNEL}<item><title>${filled("слово ")}`, true],
    ["attributes", () => `${CHANNEL}<item ${filled("a=1 ")}>`, true],
    [
      "a million attributes",
      () =>
        `${CHANNEL}<item ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=1`).join(" ")}><title>x</title></item>`,
      true,
    ],
    [
      "a million namespaces",
      () => `<rss ${Array.from({ length: 300_000 }, (_, i) => `xmlns:a${i}="x"`).join(" ")}><channel><item/>`,
      true,
    ],
    [
      "bases inside bases",
      () => `${CHANNEL}${'<a xml:base="x/">'.repeat(490)}${"<item><link>1</link></item>".repeat(2_000)}`,
      true,
    ],
    [
      "blanks where Base64 should be",
      () => `${CHANNEL}<item><content mode="base64">x${filled(" ")}!</content></item>`,
      true,
    ],
    ["an author's addresses", () => `${CHANNEL}<item><author>${filled("@")}</author></item>`, true],
    ["JSON in JSON", () => `{"title":"x","items":${filled("[")}`, false],
    ["JSON in JSON, closed", () => `{"title":"x","items":[${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}]}`, true],
    ["items in JSON", () => `{"title":"x","items":[${"{},".repeat(3_000_000)}{}]}`, true],
    ["an address on a web page", () => `<html><a href="${filled("?\n")}">x</a>`, false],
    ["comments", () => filled("<!-- -->"), false],
    ["a comment without an end", () => filled("<!--"), false],
    ["a web page", () => `<html>${filled("<p>x<a href=y>z</a>")}`, false],
  ])("%s", { timeout: 15_000 }, async (_, document, ok) => {
    expect((await parse(document())).ok).toBe(ok);
  });
});

test("of a document with more tags than anyone writes, the beginning is read", async () => {
  const item = "<item><title>x</title></item>";
  const result = await parse(`${CHANNEL}${item}${"<br/>".repeat(500_000)}${item}`);
  expect(result.ok && result.feed.entries.length).toBe(1);
});

test("a feed's first two thousand entries are its news", async () => {
  const result = await parse(`${CHANNEL}${"<item><title>x</title></item>".repeat(2_001)}`);
  expect(result.ok && result.feed.entries.length).toBe(2_000);
});
