import { describe, expect, test } from "vitest";
import { corpusPath } from "../../bench/corpus.ts";
import { judgeFeedparser } from "../../bench/feedparser-suite.ts";
import { judgeGofeed } from "../../bench/gofeed-suite.ts";
import { compareText, type SuiteScore, shareOf } from "../../bench/suite-score.ts";

/** Files and fields in which Mizan and a suite differ, and why: each row has such misses, and there are no others. */
type Differences = readonly (readonly [files: RegExp, field: RegExp, why: string])[];

const FROM_FEEDPARSER: Differences = [
  [/bozo_linenoise/u, /summary/u, "bytes that are in no charset: any reading is a guess"],
  [/entities\/[lr]ang/u, /title/u, "HTML 5 has these brackets elsewhere in Unicode than HTML 4"],
  [/updated_multiple_values/u, /updated/u, "of two values the first is taken, not the last"],
  [/http_entry_id_base/u, /id/u, "an id is compared, not followed: RFC 4287 §4.2.6.1 leaves it as it is"],
  [/svg(?:desc|title)/u, /summary/u, "a drawing's inscriptions are no text of the article"],
  [/entity_in_doctype/u, /id/u, "entities that a document defines are never expanded"],
  [/item_dc_date/u, /updated/u, "a date that does not say what of is of publication, as gofeed has it"],
  [
    /item_(?:description_and_summary|summary_and_description)/u,
    /summary|content/u,
    "neither of two summaries is the text",
  ],
  [/not_a_doctype|xml_declaration_unexpected/u, /summary|title/u, "a declaration without an end goes on to the end"],
  [/xml_malicious_comment/u, /title/u, "a comment without an end goes on to the end"],
  [/_crazy/u, /./u, "scripts and what passes for them are left out whole, comments too"],
  [/_iframe/u, /./u, "what stands inside a frame is for readers without frames"],
  [/nested_cdata/u, /content/u, "marks of CDATA are no text"],
];

const FROM_GOFEED: Differences = [
  [
    /escaped_markup/u,
    /title/u,
    "markup that a title has as text is taken for escaped twice, as outlets do, and left out",
  ],
  [/item_links/u, /link/u, "of several links the first is taken, not the last"],
  [/entry_modified/u, /published/u, "a feed that only says when it was changed does not say when it was published"],
  [/item_extensions/u, /updated/u, "and the other way round"],
];

/** No miss without a reason, and no reason without a miss. */
function expectExplained({ misses }: SuiteScore, differences: Differences): void {
  const covers = ([files, field]: Differences[number]) =>
    misses.filter((miss) => files.test(miss.file) && field.test(miss.field));
  expect(misses.filter((miss) => !differences.some((row) => covers(row).includes(miss)))).toEqual([]);
  expect(differences.filter((row) => covers(row).length === 0)).toEqual([]);
}

const feedparser = corpusPath("feeds/feedparser");
describe.skipIf(feedparser === undefined)("feedparser's suite", async () => {
  const score = feedparser === undefined ? undefined : await judgeFeedparser(feedparser);
  test("of what it expects of titles, links, ids, dates and texts, 97 in 100 hold", () => {
    expect(score?.files).toBeGreaterThan(2_000);
    expect(score?.total).toBeGreaterThan(1_100);
    expect(score && shareOf(score)).toBeGreaterThanOrEqual(0.97);
  });
  test("where we differ, there is a reason", () => {
    expectExplained(score ?? { total: 0, withoutMarkup: 0, misses: [] }, FROM_FEEDPARSER);
  });
});

const gofeed = corpusPath("feeds/gofeed");
describe.skipIf(gofeed === undefined)("gofeed's suite", async () => {
  const score = gofeed === undefined ? undefined : await judgeGofeed(gofeed);
  test("titles, links and dates are the same in 98 of 100, absent ones counted", () => {
    expect(score?.pairs).toBeGreaterThan(500);
    expect(score && 1 - score.misses.length / score.fields).toBeGreaterThanOrEqual(0.98);
  });
  test("where we differ, there is a reason", () => {
    expectExplained(score ?? { total: 0, withoutMarkup: 0, misses: [] }, FROM_GOFEED);
  });
});

test.each([
  ["a b", "a  b\n", "as-written"],
  ["1 < 2", "1 < 2", "as-written"],
  ["<p>a</p><script>x()</script>", "a", "without-markup"],
  ["a &amp; b", "a & b", "without-markup"],
  ["<p>a</p>", "b", undefined],
  ["", "a", undefined],
])("%j and %j are the same text: %s", (expected, found, verdict) => {
  expect(compareText(expected, found)).toBe(verdict);
});
