import { describe, expect, test } from "vitest";
import { cutAfterMarks, nestsDeeperThan } from "../../../shared/web/nesting.ts";
import { BOUND_MS, millisecondsOf } from "../../support/hostile.ts";

describe("elements inside each other", () => {
  test.each<[what: string, language: "html" | "xml", markup: string, depth: number]>([
    ["as they stand", "html", "<div><p><b>x</b></p></div>", 3],
    ["one behind the other", "html", "<div></div>".repeat(50), 1],
    ["elements without content", "html", "<div><br><img><hr></div>", 1],
    ["paragraphs that end by themselves", "html", `<div>${"<p>x".repeat(50)}`, 2],
    ["rows and cells that end by themselves", "html", `<table>${"<tr><td>x<td>y".repeat(50)}`, 3],
    ["list items with paragraphs inside", "html", "<li><p>x".repeat(25), 50],
    ["tags in scripts", "html", `<script>${"<div>".repeat(50)}</script>`, 0],
    ["tags in comments", "html", `<!--${"<div>".repeat(50)}-->`, 0],
    ["whole elements of a drawing", "html", `<svg>${"<path/>".repeat(50)}</svg>`, 1],
    ["what HTML does not take for whole", "html", "<div/>".repeat(50), 50],
    ["a closing tag without its opening one", "html", "<div></b>".repeat(50), 50],
    ["a closing tag that closes more", "html", "<div><b></div>".repeat(50), 2],
    ["quotation marks that quote nothing", "html", `<div ">${"<div>".repeat(49)}`, 50],
    ["whole elements of XML", "xml", `<a>${"<b/>".repeat(50)}</a>`, 1],
    ["what HTML takes for empty", "xml", "<br>".repeat(50), 50],
    ["tags in CDATA", "xml", `<a><![CDATA[${"<b>".repeat(50)}]]></a>`, 1],
    ["names that only XML has", "xml", "<ж>".repeat(50), 50],
  ])("%s", (_, language, markup, depth) => {
    expect(nestsDeeperThan(depth, markup, language)).toBe(false);
    if (depth > 0) expect(nestsDeeperThan(depth - 1, markup, language)).toBe(true);
  });
});

test.each(["<div></b>", "<div>", "<p></p>", "<b></i></b>", "</b>", '<a b="', "<"])(
  "a million code units of %s are read in one go",
  (tag) => {
    const markup = tag.repeat(1_000_000 / tag.length);
    expect(millisecondsOf(() => nestsDeeperThan(500, markup, "html"))).toBeLessThan(BOUND_MS);
    expect(millisecondsOf(() => nestsDeeperThan(500, markup, "xml"))).toBeLessThan(BOUND_MS);
  },
);

test.each<[most: number, whole: string, cut: string]>([
  [2, "a<b>&amp;", "a<b>&amp;"],
  [1, "a<b>&amp;c", "a<b>"],
  [0, "<b>", ""],
  [0, "abc", "abc"],
])("of %d marks, %j keeps %j", (most, whole, cut) => {
  expect(cutAfterMarks(most, whole)).toBe(cut);
});
