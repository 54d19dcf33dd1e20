import { describe, expect, test } from "vitest";
import { written } from "../../../shared/matching/explain-query.ts";
import { parseQuery } from "../../../shared/query/parse-query.ts";

function parsed(text: string) {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.query;
}

describe("a query is written as one would write it, and read back the same", () => {
  test.each([
    "вода",
    "водные ресурсы",
    "совместн* предприяти*",
    '"Центральная Азия плюс"',
    "@kazakhstan AND @uzbekistan",
    "граница AND NOT (футбол OR матч)",
    "(a OR b) AND (c OR d) AND NOT e",
    "(президент* Казахстана) NEAR/10 (президент* Узбекистана)",
    "a NEAR/5 b NEAR/3 c",
    "a NEAR/5 (b NEAR/3 c)",
    "NOT (a NEAR/2 b)",
    "2 OF (@kazakhstan, @uzbekistan AND x, (a OR b))",
    "title: (саммит OR форум) AND lead: вода",
    "NOT title: (a OR b)",
  ])("%s", (text) => {
    expect(parsed(written(parsed(text)))).toEqual(parsed(text));
  });

  test("without parentheses that nothing needs", () => {
    expect(written(parsed("((a) AND (NOT (b OR (c)))) OR (d NEAR/3 e)"))).toBe("a AND NOT (b OR c) OR d NEAR/3 e");
  });
});
