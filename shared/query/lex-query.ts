/** One sign of a query and where it stands. */
export interface Lexeme {
  readonly kind:
    | "("
    | ")"
    | ","
    | "AND"
    | "OR"
    | "NOT"
    | "NEAR"
    | "count"
    | "field"
    | "quoted"
    | "reference"
    | "word"
    | "problem";
  /** As written; for a problem, what is wrong. */
  readonly text: string;
  readonly at: number;
  /** The n of NEAR/n and of n OF; 0 elsewhere. */
  readonly number: number;
}

/** The signs of the language, tried in this order. Operators are in capitals, so that words may be called "or". */
const SIGNS: readonly (readonly [Lexeme["kind"], RegExp])[] = [
  ["(", /\(/uy],
  [")", /\)/uy],
  [",", /,/uy],
  ["quoted", /"[^"]*"/uy],
  ["reference", /@[a-z0-9]+(?:-[a-z0-9]+)*/uy],
  ["NEAR", /NEAR\/(\d+)(?![\p{L}\p{N}])/uy],
  ["count", /(\d+)\s+OF(?![\p{L}\p{N}])/uy],
  ["AND", /AND(?![\p{L}\p{N}])/uy],
  ["OR", /OR(?![\p{L}\p{N}])/uy],
  ["NOT", /NOT(?![\p{L}\p{N}])/uy],
  ["field", /(?:title|lead):/uy],
  ["word", /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'\u02bb\u02bc\u2018\u2019`\u00b4-]*\*?/uy],
];

/** Splits a query into its signs; what is none of them becomes a problem in its place. */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let position = 0;
  while (position < text.length) {
    const space = /\s+/uy;
    space.lastIndex = position;
    position += space.exec(text)?.[0].length ?? 0;
    if (position >= text.length) break;
    const lexeme = signAt(text, position);
    lexemes.push(lexeme);
    if (lexeme.kind === "problem") break;
    position += lexeme.text.length;
  }
  return lexemes;
}

function signAt(text: string, at: number): Lexeme {
  for (const [kind, pattern] of SIGNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, text: match[0], at, number: Number(match[1] ?? 0) };
  }
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { kind: "problem", text: PROBLEMS[found] ?? `"${found}" has no meaning here`, at, number: 0 };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  '"': "the quotation mark is never closed",
  "@": "a name in small Latin letters is expected after @",
  "*": "a * stands only behind the beginning of a word",
};
