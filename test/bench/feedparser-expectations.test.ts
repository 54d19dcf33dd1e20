import { expect, test } from "vitest";
import { type Expectation, expectationsOf } from "../support/feedparser-expectations.ts";

test.each<[expression: string, expectations: readonly Expectation[]]>([
  ["not bozo and feed['title'] == 'A'", [{ field: "title", value: "A" }]],
  ["entries[1].link == 'a'", [{ field: "link", entry: 1, value: "a" }]],
  ["entries[0]['title_detail']['value'] == u'\\u0412\\x41\\n'", [{ field: "title", entry: 0, value: "ВA\n" }]],
  [
    "entries[0]['content'][0]['value'] == 'it\\'s' and entries[0]['guid'] == \"a and b\"",
    [
      { field: "content", entry: 0, value: "it's" },
      { field: "id", entry: 0, value: "a and b" },
    ],
  ],
  [
    "entries[0]['title'] == entries[1]['title'] == 'A'",
    [
      { field: "title", entry: 0, value: "A" },
      { field: "title", entry: 1, value: "A" },
    ],
  ],
  ["entries[0]['description'] == 'a' + '-' + 'b'", [{ field: "summary", entry: 0, value: "a-b" }]],
  ["entries[0]['summary'] == '''it's'''", [{ field: "summary", entry: 0, value: "it's" }]],
  [
    "entries[0]['updated_parsed'] == (2003, 12, 31, 10, 14, 55, 2, 365, 0)",
    [{ field: "updated", entry: 0, value: 1_072_865_695 }],
  ],
  ["entries[0]['content'][1]['value'] == 'a'", []],
  ["entries[0]['source']['title'] == 'a'", []],
  ["entries[0]['title'] != 'a'", []],
  ["feed['link'] == 'a' and encoding == 'utf-8'", []],
  ["not entries[0].has_key('link')", []],
])("%s", (expression, expectations) => {
  expect(expectationsOf(expression)).toEqual(expectations);
});
