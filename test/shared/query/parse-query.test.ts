import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery, referencesOf } from "../../../shared/query/parse-query.ts";
import type { Query, WordPattern } from "../../../shared/query/query.ts";
import { anyText } from "../../support/any-text.ts";
import { HOSTILE } from "../../support/hostile.ts";

const word = (written: string, mode: WordPattern["mode"] = "form"): WordPattern => ({
  text: written.toLowerCase(),
  mode,
  written,
});
const phrase = (...words: (string | WordPattern)[]): Query => ({
  kind: "phrase",
  words: words.map((each) => (typeof each === "string" ? word(each) : each)),
});
const [a, b, c, d] = [phrase("a"), phrase("b"), phrase("c"), phrase("d")];
const and = (...parts: Query[]): Query => ({ kind: "and", parts });
const or = (...parts: Query[]): Query => ({ kind: "or", parts });
const not = (part: Query): Query => ({ kind: "not", part });
const near = (left: Query, right: Query, distance: number): Query => ({ kind: "near", left, right, distance });
const field = (name: "title" | "lead", part: Query): Query => ({ kind: "field", field: name, part });
const count = (least: number, ...parts: Query[]): Query => ({ kind: "count", least, parts });
const reference = (name: string): Query => ({ kind: "reference", name });

function treeOf(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.query;
}

describe("every form of the language", () => {
  test.each<[query: string, tree: Query]>([
    ["вода", phrase("вода")],
    ["водные ресурсы", phrase("водные", "ресурсы")],
    ["  водные \n\t ресурсы\u00a0", phrase("водные", "ресурсы")],
    ["подпис*", phrase(word("подпис", "prefix"))],
    ["совместн* предприяти*", phrase(word("совместн", "prefix"), word("предприяти", "prefix"))],
    ["Жалал-Абад", phrase("Жалал", "Абад")],
    ["Жалал-Аба*", phrase("Жалал", word("Аба", "prefix"))],
    ["U.S. trade", phrase("U", "S", "trade")],
    ["5 млрд", phrase("5", "млрд")],
    ['"водные ресурсы"', phrase(word("водные", "exact"), word("ресурсы", "exact"))],
    ['"a AND (b)"', phrase(word("a", "exact"), word("AND", "exact"), word("b", "exact"))],
    ["@central-asia", reference("central-asia")],
    ["@c5 AND @7", and(reference("c5"), reference("7"))],
    ["a AND b AND c", and(a, b, c)],
    ["a OR b OR c", or(a, b, c)],
    ["NOT a", not(a)],
    ["NOT NOT a", a],
    ["NOT NOT NOT a", not(a)],
    ["a NEAR/5 b", near(a, b, 5)],
    ["a NEAR/0 b", near(a, b, 0)],
    ["a NEAR/2 b NEAR/3 c", near(near(a, b, 2), c, 3)],
    ["2 OF (a, b, c)", count(2, a, b, c)],
    ["1 OF (a)", count(1, a)],
    ["2 OF (a AND b, c OR d)", count(2, and(a, b), or(c, d))],
    ["title: a", field("title", a)],
    ["lead:(a OR b)", field("lead", or(a, b))],
    ["title: lead: a", field("title", field("lead", a))],
    ["(((a)))", a],
    ["or and not", phrase("or", "and", "not")],
    ["ORDER ANDES NOTE", phrase("ORDER", "ANDES", "NOTE")],
    ["BANK OF CHINA", phrase("BANK", "OF", "CHINA")],
    ["Казах\u00adстан", phrase({ text: "казахстан", mode: "form", written: "Казах\u00adстан" })],
    ["\u200bвода\u200b", phrase("вода")],
    ["O‘zbekiston", phrase({ text: "oʼzbekiston", mode: "form", written: "O‘zbekiston" })],
    ["тог'", phrase("тог")],
  ])("%j", (text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });
});

describe("what binds first", () => {
  test.each<[query: string, tree: Query]>([
    ["a OR b AND c", or(a, and(b, c))],
    ["a AND b OR c", or(and(a, b), c)],
    ["(a OR b) AND c", and(or(a, b), c)],
    ["a AND NOT b AND c", and(a, not(b), c)],
    ["NOT a NEAR/3 b", not(near(a, b, 3))],
    ["NOT a OR b", or(not(a), b)],
    ["a AND b NEAR/3 c", and(a, near(b, c, 3))],
    ["title: a NEAR/3 b", near(field("title", a), b, 3)],
    ["title: a AND b", and(field("title", a), b)],
    ["title: a d", field("title", phrase("a", "d"))],
    ["2 OF (a, b) OR d", or(count(2, a, b), d)],
  ])("%s", (text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });
});

describe("every mistake is told at its character, with what to do", () => {
  const expected = "a word, a phrase, @name or ( is expected";
  test.each<[query: string, at: number, message: string]>([
    ["", 0, `the query is empty; ${expected}`],
    ["  ", 2, `the query is empty; ${expected}`],
    ["a AND", 5, `the query ends where ${expected}`],
    ["AND a", 0, `"AND" stands where ${expected}`],
    ["a AND OR b", 6, `"OR" stands where ${expected}`],
    ["a NEAR/3 NOT b", 9, `"NOT" stands where ${expected}`],
    ["()", 1, `")" stands where ${expected}`],
    ["title:", 6, `the query ends where ${expected}`],
    ["(a", 2, "a closing parenthesis is missing here"],
    ["(a @b)", 3, "a closing parenthesis is missing here"],
    ["a)", 1, "this parenthesis was never opened; remove it"],
    ["a, b", 1, "a comma stands only in a list after OF; write AND or OR"],
    ["a @b", 2, 'write AND or OR before "@b"'],
    ['a "b"', 2, 'write AND or OR before ""b""'],
    ["a NOT b", 2, 'write AND or OR before "NOT"'],
    ["a (b)", 2, 'write AND or OR before "("'],
    ["a NEAR b", 2, "write how many words may stand between, as in NEAR/5"],
    ["a NEAR/ b", 2, "write how many words may stand between, as in NEAR/5"],
    ["a NEAR/101 b", 2, "NEAR takes up to 100 words; further apart write AND"],
    ["a NEAR/99999999999999999999 b", 2, "NEAR takes up to 100 words; further apart write AND"],
    ["a AND OF (b, c)", 6, "write how many of them, as in 2 OF (@a, @b, @c)"],
    ["2 OF a", 5, "write a list in parentheses after OF: 2 OF (@a, @b, @c)"],
    ["2 OF (a b", 9, "a comma or a closing parenthesis is missing here"],
    ["2 OF (a, )", 9, `")" stands where ${expected}`],
    ["a OR 0 OF (b, c)", 5, "none of them is no condition; write 1 OF or more"],
    ["a OR 3 OF (b, c)", 5, "3 of 2 can never be; write 2 OF or less"],
    ['a AND "b', 6, "this quotation mark is never closed; write another where the phrase ends"],
    ['a AND ""', 6, "there is no word between these quotation marks; remove them"],
    ['"a b*"', 4, "a * has no meaning between quotation marks; remove it or them"],
    ["под*пись", 3, "a * stands only at the end of a word's beginning: подпис*"],
    ["под-*", 4, "a * stands only at the end of a word's beginning: подпис*"],
    ["a AND *b", 6, "a * stands only at the end of a word's beginning: подпис*"],
    ["под**", 4, "a * stands only at the end of a word's beginning: подпис*"],
    ["a OR «b»", 5, 'write straight quotation marks: "…"'],
    ["a OR “b”", 5, 'write straight quotation marks: "…"'],
    ["'a'", 0, 'write straight quotation marks: "…"'],
    ["@", 0, "write a name in small Latin letters after @, as in @kazakhstan"],
    ["a AND @Казахстан", 6, "write a name in small Latin letters after @, as in @kazakhstan"],
    ["@Kazakhstan", 0, "write a name in small Latin letters after @, as in @kazakhstan"],
    ["Title: a", 5, "only title: and lead: stand before a colon, in small letters"],
    ["a & b", 2, "write AND"],
    ["a && b", 2, "write AND"],
    ["a | b", 2, "write OR"],
    ["a AND !b", 6, "write NOT"],
    ["a -b", 2, "a hyphen stands only inside a word; for what must not occur write NOT"],
    ["a — b", 2, "a dash stands nowhere; inside a word write a hyphen"],
    ["[a]", 0, "write parentheses: ( … )"],
    ["2 OF (a; b)", 7, "write a comma"],
    ["a ? b", 2, '"?" has no meaning here; remove it'],
    ["a 😀", 2, '"😀" has no meaning here; remove it'],
    ["a ОR b", 2, '"ОR" has a Cyrillic letter in it; write it with Latin ones'],
    ["a АND b", 2, '"АND" has a Cyrillic letter in it; write it with Latin ones'],
    ["a AND NОТ b", 6, '"NОТ" has a Cyrillic letter in it; write it with Latin ones'],
    ["я".repeat(61), 0, "this is no word; remove it"],
  ])("%j", (text, at, message) => {
    expect(parseQuery(text)).toEqual({ ok: false, problems: [{ at, message }] });
  });
});

describe("depth is bounded", () => {
  const nested = (open: string, close: string, times: number) => `${open.repeat(times)}a${close.repeat(times)}`;
  test.each([
    ["parentheses", nested("(", ")", 40), nested("(", ")", 100_000)],
    ["lists", nested("1 OF (", ")", 40), nested("1 OF (", ")", 100_000)],
    ["fields", nested("title:", "", 40), nested("title:", "", 100_000)],
    ["chains of NEAR", nested("a NEAR/1 ", "", 40), nested("a NEAR/1 ", "", 100_000)],
  ])("%s", (_, some, many) => {
    expect(parseQuery(some).ok).toBe(true);
    expect(parseQuery(many)).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(/^more than 50 /u) }],
    });
  });

  test.each([
    ["NOT", nested("NOT ", "", 100_000)],
    ["AND", nested("a AND ", "", 100_000)],
    ["OR", nested("a OR ", "", 100_000)],
    ["words", nested("a ", "", 100_000)],
  ])("%s may be repeated, and the tree stays flat", (_, text) => {
    expect(referencesOf(treeOf(text))).toEqual([]);
  });
});

test("whatever words it is of, a query is the same in parentheses, where it is read sign by sign", () => {
  const signs = fc.constantFrom(..."aNDORFTEanrАОНЕбё2ʻʼ'’.-* ,*  ");
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 14 }), fc.constantFrom("", "вода ", "a\u00ad"), (text, before) => {
      const query = before + text;
      const alone = parseQuery(query);
      const inside = parseQuery(`(${query})`);
      if (alone.ok) expect(inside).toEqual(alone);
      else expect(inside.ok).toBe(false);
    }),
    {
      numRuns: 2_000,
      examples: [
        ["a OR б", ""],
        [`${"a".repeat(61)}`, ""],
        ["NEAR", ""],
        ["2 OF", ""],
      ],
    },
  );
});

describe("whatever the text, there is a tree or a problem inside it", () => {
  const signs = [
    "(",
    ")",
    ",",
    "AND ",
    " OR ",
    "NOT ",
    " NEAR/3 ",
    "2 OF ",
    "title:",
    '"',
    "@a",
    "a",
    "b*",
    " ",
    "ʻ",
    "\ud800",
  ];

  test("parseQuery never throws", () => {
    fc.assert(
      fc.property(anyText(signs, 20), (text) => {
        const result = parseQuery(text);
        if (result.ok) return;
        for (const { at, message } of result.problems) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(text.length);
          expect(message).not.toBe("");
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test.each(Object.entries(HOSTILE))(
    "a million code units of %s make a tree, or one problem inside them",
    (what, hostile) => {
      const text = `a AND ${hostile}`;
      const result = parseQuery(text);
      expect(result.ok).toBe(WORDS_ONLY.has(what));
      if (!result.ok)
        expect(result.problems).toEqual([{ at: expect.any(Number), message: expect.stringMatching(/\S/u) }]);
    },
  );

  /** Of the hostile texts those that are rows of words to a query. */
  const WORDS_ONLY = new Set([
    "a letter before apostrophes",
    "initials",
    "abbreviations",
    "soft hyphens after a letter",
  ]);
});

test("the names a query refers to come once each, in order", () => {
  const query = "@a AND (NOT @b OR title: @c) AND 2 OF (@d, @a, @e NEAR/3 @f) AND g";
  expect(referencesOf(treeOf(query))).toEqual(["a", "b", "c", "d", "e", "f"]);
});
