import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeText, html, safeHref } from "../../../shared/digest/escape.ts";
import { escapeMarkdown, markdownLink } from "../../../shared/digest/escape-markdown.ts";

describe("html", () => {
  test("escapes every value, in text and in attributes", () => {
    expect(html`<a title="${`"'><script>`}">${"a < b & c"}</a>`.markup).toBe(
      '<a title="&quot;&#39;&gt;&lt;script&gt;">a &lt; b &amp; c</a>',
    );
  });

  test("leaves markup of its own as it is, joins lists, drops what is absent, keeps zero", () => {
    expect(html`${[html`<b>1</b>`, "<"]}${undefined}${false}${0}`.markup).toBe("<b>1</b>&lt;0");
  });

  test("whatever the text, no tag, quote or reference of its own survives, and no forbidden character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/u);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left.
        expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
        expect(escaped.isWellFormed()).toBe(true);
      }),
    );
  });

  test("a lone half of a surrogate pair becomes the replacement character", () => {
    expect(escapeText("a\ud800b")).toBe("a\ufffdb");
  });
});

describe("an address is a link only when it is one to follow", () => {
  test.each([
    ["https://a.example/x?q=1", "https://a.example/x?q=1"],
    ["http://a.example", "http://a.example/"],
    ['https://a.example/"onclick="x', "https://a.example/%22onclick=%22x"],
    ["javascript:alert(1)", undefined],
    [" jAvA\tScript:alert(1)", undefined],
    ["java\nscript:alert(1)", undefined],
    ["data:text/html,<script>", undefined],
    ["vbscript:x", undefined],
    ["file:///etc/passwd", undefined],
    ["//a.example/x", undefined],
    ["news/1", undefined],
    ["", undefined],
  ])("%j", (address, href) => {
    expect(safeHref(address)).toBe(href);
  });
});

describe("Markdown", () => {
  test.each([
    ["# not a heading", "\\# not a heading"],
    ["1. not a list", "1\\. not a list"],
    ["*no* _stress_ `code`", "\\*no\\* \\_stress\\_ \\`code\\`"],
    ["- no list - Ала-Тоо", "\\- no list \\- Ала-Тоо"],
    ["[x](javascript:y)", "\\[x\\]\\(javascript:y\\)"],
    ["<script>", "\\<script\\>"],
    ["&lt;", "\\&lt;"],
    ["a\n\n# b\r\u2028c", "a \\# b c"],
    ["a | b ~c~", "a \\| b \\~c\\~"],
    ["https://a.example www.b.example", "https\\://a.example www\\.b.example"],
    ["back\\slash", "back\\\\slash"],
  ])("%j is text and nothing else", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test("whatever the text, it stays on one line and no active character stands bare", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r\u2028\u2029]/u);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/gu, "")).not.toMatch(/[\\`*_[\]<>#|~&]/u);
      }),
    );
  });

  test.each([
    ["https://a.example/(x) y", "[t](<https://a.example/(x)%20y>)"],
    ["https://a.example/>)[z](javascript:x", "[t](<https://a.example/%3E)[z](javascript:x>)"],
    ["https://a.example/?a=<b>", "[t](<https://a.example/?a=%3Cb%3E>)"],
    ["javascript:alert(1)", "t"],
  ])("a link to %j", (address, link) => {
    expect(markdownLink("t", address)).toBe(link);
  });
});
