import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainLine, plainText, resolvedLine, tidy } from "../../../shared/web/plain-text.ts";
import { BOUND_MS, HOSTILE, millisecondsOf } from "../../support/hostile.ts";

describe("markup becomes text", () => {
  test.each<[what: string, markup: string, text: string]>([
    ["paragraphs", "<p>Раз.</p><p>Два.</p>", "Раз.\n\nДва."],
    ["paragraphs that are not closed", "<p>Раз.<p>Два.", "Раз.\n\nДва."],
    ["line breaks", "Раз<br>два<BR/>три", "Раз\nдва\nтри"],
    ["headings and lists", "<h2>Вода</h2><ul><li>канал<li>река</ul>", "Вода\n\nканал\n\nрека"],
    ["table cells", "<table><tr><td>1</td><td>2</td></tr></table>", "1\n\n2"],
    ["inline tags", "<b>Каз</b>ахстан и <a href='x'>сосед</a>", "Казахстан и сосед"],
    ["white space of the source", "<p>Раз,\n\n   два</p>", "Раз, два"],
    ["line breaks of a text without layout", "Раз &laquo;два&raquo;\n\n<b>три</b>", "Раз «два»\n\nтри"],
    ["entities", "a &amp; b &lt; c &quot;d&quot; &nbsp;e &mdash; &#1050; &#x41a; &#151;", 'a & b < c "d" e — К К —'],
    ["unknown entities", "AT&T &bogus; &", "AT&T &bogus; &"],
    ["scripts and styles", "a<script>if (x < 1) alert('</p>')</script>b<style>p{}</style>c", "abc"],
    ["scripts that do not end", "a<script>alert(1)", "a"],
    ["a script in capitals", "a<SCRIPT src=x>1</Script >b", "ab"],
    ["an empty frame as XML writes it", 'a<iframe src="x"/>b', "ab"],
    ["comments", "a<!-- <b> -- > -->b<!-->c<!--d", "abc"],
    ["what is no tag", "1 < 2 && 3 > 2, a<3, <3", "1 < 2 && 3 > 2, a<3, <3"],
    ["quoted angle brackets", `<a title="x > y" rel='>'>z</a>`, "z"],
    ["a stray quotation mark", '<p ">Раз</p>', "Раз"],
    ["CDATA that was escaped", "<![CDATA[Раз]]>", "Раз"],
    ["doctype and processing instructions", "<!DOCTYPE html><?xml version='1.0'?>Раз", "Раз"],
    ["nothing", "", ""],
    ["nothing but tags", "<p><br></p>", ""],
  ])("%s", (_, markup, text) => {
    expect(plainText(markup)).toBe(text);
  });
});

describe("nothing is decoded twice", () => {
  test.each([
    ["&amp;lt;b&amp;gt;", "&lt;b&gt;"],
    ["&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"],
    ["&amp;amp;", "&amp;"],
    ["&amp;nbsp;", "&nbsp;"],
    ["<<b>script>x</script>", "<script>x"],
    ["<<b>i>x &amp; y", "<i>x & y"],
  ])("%s", (markup, text) => {
    expect(plainText(markup)).toBe(text);
  });

  test("a text without markup, escaped, comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."аb <>&;#\"'lt") }), (text) => {
        const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        expect(plainText(escaped)).toBe(tidy(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a line, for titles", () => {
  test.each<[what: string, markup: string, line: string]>([
    ["on one line", "<p>Раз</p>\n<p>два</p>", "Раз два"],
    ["markup escaped twice, as feeds do", "&lt;b&gt;Раз&lt;/b&gt; &amp;laquo;два&amp;raquo;", "Раз «два»"],
    ["an ampersand escaped twice", "Раз &amp;amp; два", "Раз & два"],
    ["a tag that is spoken of", "Зачем нужен &lt;blink&gt;", "Зачем нужен <blink>"],
    ["a comparison", "5 &lt; 6, b &lt; c", "5 < 6, b < c"],
  ])("%s", (_, markup, line) => {
    expect(plainLine(markup)).toBe(line);
  });

  test("a text that is plain already loses nothing", () => {
    expect(resolvedLine("Теги <div> и\n <blink>")).toBe("Теги <div> и <blink>");
    expect(resolvedLine("Раз &quot;два&quot;")).toBe('Раз "два"');
  });
});

test.each([
  ["a \t b", "a b"],
  ["a\r\nb\rc", "a\nb\nc"],
  ["a \n \n \n b", "a\n\nb"],
  ["\u00a0a\u2003b\u3000", "a b"],
])("white space of %j is tidied", (text, tidied) => {
  expect(tidy(text)).toBe(tidied);
});

describe("a million code units are read in one go", () => {
  const tags = ["<div>", "<p>a", "<br>", "<b><p>", "<ul><li>", "<table><tr><td>", '<a b="', "<a b='>", "<!--", "<svg>"];
  const cases = [...Object.entries(HOSTILE), ...tags.map((tag) => [tag, tag.repeat(1_000_000 / tag.length)] as const)];
  test.each(cases)("%s", (_, markup) => {
    expect(millisecondsOf(() => plainLine(markup))).toBeLessThan(BOUND_MS);
  });
});
