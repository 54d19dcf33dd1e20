import { tokenise } from "../text/tokens.ts";
import { type Lexeme, lex } from "./lex-query.ts";
import type { Query, WordPattern } from "./query.ts";

export { referencesOf } from "./query.ts";

/** What is wrong with a query, and at which character (0-based). */
export interface QueryProblem {
  readonly at: number;
  readonly message: string;
}

export type QueryResult =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly problems: readonly QueryProblem[] };

/** Parentheses and operators inside each other beyond this are a mistake, not a query. */
const DEEPEST = 50;

class QueryError extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** Reads a query by recursive descent: OR binds loosest, then AND, NOT, NEAR. */
export function parseQuery(text: string): QueryResult {
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
  const fail = (message: string): never => {
    throw new QueryError(at(), message);
  };
  const takeIf = (kind: Lexeme["kind"]): Lexeme | undefined => {
    const next = peek();
    if (next?.kind !== kind) return undefined;
    position++;
    return next;
  };
  const expect = (kind: Lexeme["kind"], message: string): Lexeme => takeIf(kind) ?? fail(message);

  function whole(): Query {
    const query = either();
    if (peek() !== undefined) fail(`write AND or OR before "${peek()?.text}"`);
    return query;
  }

  function either(): Query {
    if (++depth > DEEPEST) fail(`more than ${DEEPEST} levels of parentheses`);
    const parts = [both()];
    while (takeIf("OR")) parts.push(both());
    depth--;
    return joined("or", parts);
  }

  function both(): Query {
    const parts = [unary()];
    while (takeIf("AND")) parts.push(unary());
    return joined("and", parts);
  }

  function unary(): Query {
    let negations = 0;
    while (takeIf("NOT")) negations++;
    const part = near();
    return negations % 2 === 1 ? { kind: "not", part } : part;
  }

  function near(): Query {
    let left = primary();
    for (let operator = takeIf("NEAR"); operator !== undefined; operator = takeIf("NEAR")) {
      left = { kind: "near", left, right: primary(), distance: operator.number };
    }
    return left;
  }

  function primary(): Query {
    const next = peek() ?? fail("the query ends where a word, a phrase, @name or ( is expected");
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
        return { kind: "count", least: next.number, parts: list() };
      case "quoted":
        position++;
        return phrase(next.text.slice(1, -1), "exact", next.at);
      case "word":
        return words();
      case "problem":
        return fail(next.text);
      default:
        return fail(`"${next.text}" stands where a word, a phrase, @name or ( is expected`);
    }
  }

  function group(): Query {
    position++;
    const inside = either();
    expect(")", "a closing parenthesis is missing here");
    return inside;
  }

  function list(): Query[] {
    expect("(", 'write a list in parentheses after OF: "2 OF (@a, @b, @c)"');
    const parts = [either()];
    while (takeIf(",")) parts.push(either());
    expect(")", "a comma or a closing parenthesis is missing here");
    return parts;
  }

  /** Words side by side are a phrase, each in any of its forms or, with a `*`, by how it begins. */
  function words(): Query {
    const first = at();
    let end = first;
    for (let word = takeIf("word"); word !== undefined; word = takeIf("word")) {
      end = word.at + word.text.length;
    }
    return phrase(text.slice(first, end), "form", first);
  }

  function phrase(written: string, mode: "form" | "exact", where: number): Query {
    const tokens = tokenise(written);
    if (tokens.length === 0) throw new QueryError(where, "there is no word here");
    const patterns = tokens.map(({ form, start, end }): WordPattern => {
      const isPrefix = written.charAt(end) === "*";
      return { text: form, mode: isPrefix ? "prefix" : mode, written: written.slice(start, end) };
    });
    return { kind: "phrase", words: patterns };
  }

  return { whole };
}

function joined(kind: "and" | "or", parts: readonly Query[]): Query {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind, parts };
}
