import { type Lexeme, lex } from "./lex-query.ts";
import { plainWords } from "./plain-words.ts";
import type { Query, WordPattern } from "./query.ts";
import { QueryError, type QueryProblem } from "./query-problem.ts";
import { quotedPatterns, writtenPatterns } from "./word-patterns.ts";

export { referencesOf } from "./query.ts";

export type QueryResult =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly problems: readonly QueryProblem[] };

/** Parentheses and operators inside each other beyond this are a mistake, not a query. */
const DEEPEST = 50;
/** Words between two that are near each other, at the most. */
const FURTHEST = 100;
const EXPECTED = "a word, a phrase, @name or ( is expected";

/** Reads a query by recursive descent: OR binds loosest, then AND, NOT, NEAR. Stops at the first mistake. */
export function parseQuery(text: string): QueryResult {
  const words = plainWords(text);
  if (words !== undefined)
    return { ok: true, query: { kind: "phrase", words: words.flatMap((word) => writtenPatterns(word)) } };
  try {
    return { ok: true, query: createParser(text).whole() };
  } catch (error) {
    if (error instanceof QueryError) return { ok: false, problems: [{ at: error.at, message: error.message }] };
    throw error;
  }
}

function createParser(text: string) {
  const lexemes = lex(text);
  let position = 0;
  let depth = 0;

  const peek = (): Lexeme | undefined => lexemes[position];
  const at = (): number => peek()?.at ?? text.length;
  const fail = (message: string, where = at()): never => {
    const next = peek();
    throw new QueryError(where, next?.kind === "problem" && next.at === where ? next.text : message);
  };
  const takeIf = (kind: Lexeme["kind"]): Lexeme | undefined => {
    const next = peek();
    if (next?.kind !== kind) return undefined;
    position++;
    return next;
  };
  const expect = (kind: Lexeme["kind"], message: string): Lexeme => takeIf(kind) ?? fail(message);

  function whole(): Query {
    if (lexemes.length === 0) fail(`the query is empty; ${EXPECTED}`);
    const query = either();
    const next = peek();
    if (next?.kind === ")") fail("this parenthesis was never opened; remove it");
    if (next?.kind === ",") fail("a comma stands only in a list after OF; write AND or OR");
    if (next !== undefined) fail(`write AND or OR before "${next.text}"`);
    return query;
  }

  function either(): Query {
    const parts = [both()];
    while (takeIf("OR")) parts.push(both());
    return joined("or", parts);
  }

  function both(): Query {
    const parts = [unary()];
    while (takeIf("AND")) parts.push(unary());
    return joined("and", parts);
  }

  function unary(): Query {
    let isNegated = false;
    while (takeIf("NOT")) isNegated = !isNegated;
    const part = near();
    return isNegated ? { kind: "not", part } : part;
  }

  function near(): Query {
    let left = primary();
    for (let links = 1; peek()?.kind === "NEAR"; links++) {
      if (links > DEEPEST) fail(`more than ${DEEPEST} NEAR in a row; write AND`);
      const distance = expect("NEAR", "").number;
      if (distance > FURTHEST)
        fail(`NEAR takes up to ${FURTHEST} words; further apart write AND`, lexemes[position - 1]?.at);
      left = { kind: "near", left, right: primary(), distance };
    }
    return left;
  }

  function primary(): Query {
    const next = peek() ?? fail(`the query ends where ${EXPECTED}`);
    if (++depth > DEEPEST) fail(`more than ${DEEPEST} levels of parentheses; make word lists of the inner ones`);
    const query = primaryFrom(next);
    depth--;
    return query;
  }

  function primaryFrom(next: Lexeme): Query {
    switch (next.kind) {
      case "(":
        return group();
      case "reference":
        position++;
        return { kind: "reference", name: next.text.slice(1) };
      case "field":
        position++;
        return { kind: "field", field: next.text.startsWith("title") ? "title" : "lead", part: primary() };
      case "count":
        position++;
        return count(next);
      case "quoted":
        position++;
        return { kind: "phrase", words: quotedPatterns(next) };
      case "word":
        return { kind: "phrase", words: words() };
      default:
        return fail(`"${next.text}" stands where ${EXPECTED}`);
    }
  }

  function group(): Query {
    position++;
    const inside = either();
    expect(")", "a closing parenthesis is missing here");
    return inside;
  }

  function count({ number: least, at: where }: Lexeme): Query {
    expect("(", "write a list in parentheses after OF: 2 OF (@a, @b, @c)");
    const parts = [either()];
    while (takeIf(",")) parts.push(either());
    expect(")", "a comma or a closing parenthesis is missing here");
    if (least < 1) fail("none of them is no condition; write 1 OF or more", where);
    if (least > parts.length) fail(`${least} of ${parts.length} can never be; write ${parts.length} OF or less`, where);
    return { kind: "count", least, parts };
  }

  /** Words side by side are a phrase, each in any of its forms or, with a `*`, by how it begins. */
  function words(): WordPattern[] {
    const patterns: WordPattern[] = [];
    for (let word = takeIf("word"); word !== undefined; word = takeIf("word"))
      patterns.push(...writtenPatterns(word.text, word.at));
    return patterns;
  }

  return { whole };
}

function joined(kind: "and" | "or", parts: readonly Query[]): Query {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind, parts };
}
