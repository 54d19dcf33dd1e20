import { APOSTROPHES, INVISIBLES } from "../text/fold.ts";
import { BREAK, PLAIN, PLAIN_LETTER, signKind } from "../text/sign-kinds.ts";
import { plainWordAt } from "./plain-words.ts";

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
  /** As written; for a problem, what is wrong and what to do. */
  readonly text: string;
  /** Where it stands, in UTF-16 code units. */
  readonly at: number;
  /** The n of NEAR/n and of n OF; 0 elsewhere. */
  readonly number: number;
}

/** The signs of the language, tried in this order. Operators are words in capitals, so that words may be called "or". */
const SIGNS: readonly (readonly [Lexeme["kind"], RegExp])[] = [
  ["(", /\(/uy],
  [")", /\)/uy],
  [",", /,/uy],
  ["quoted", /"[^"]*"/uy],
  ["reference", /@[a-z0-9]+(?:-[a-z0-9]+)*/uy],
  ["NEAR", /NEAR\/(\d+)/uy],
  ["count", /(\d+)\s+OF/uy],
  ["AND", /AND/uy],
  ["OR", /OR/uy],
  ["NOT", /NOT/uy],
  ["field", /(?:title|lead):/uy],
  ["word", new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.${APOSTROPHES}${INVISIBLES}\\u2011-]*\\*?`, "uy")],
];
const OPERATORS: ReadonlySet<Lexeme["kind"]> = new Set(["NEAR", "count", "AND", "OR", "NOT"]);
const WORD = SIGNS.filter(([kind]) => kind === "word");
/** What begins neither an operator nor a sign is a word, or a mistake. */
const BEGINS_OTHERS = /[(),"@\dANOtl]/u;
/** No space, nothing invisible. */
const VISIBLE = new RegExp(`[!-~]|${PLAIN_LETTER}`, "u");
const SPACE = new RegExp(`[\\s${INVISIBLES}]*`, "uy");
const GOES_ON = /[\p{L}\p{N}]/uy;

/** Splits a query into its signs, up to the first that is none, which becomes a problem in its place. */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const lexeme = signAt(text, at);
    lexemes.push(lexeme);
    if (lexeme.kind === "problem") break;
    at = skipSpace(text, at + lexeme.text.length);
  }
  return lexemes;
}

function skipSpace(text: string, from: number): number {
  const at = text.charAt(from) === " " ? from + 1 : from;
  if (VISIBLE.test(text.charAt(at))) return at;
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

function signAt(text: string, at: number): Lexeme {
  const word = plainWordAt(text, at);
  if (word !== undefined) return { kind: "word", text: word, at, number: 0 };
  for (const [kind, pattern] of BEGINS_OTHERS.test(text.charAt(at)) ? SIGNS : WORD) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const [written, number] = match;
    if (OPERATORS.has(kind) && goesOn(text, pattern.lastIndex)) continue;
    const slip = kind === "word" ? slipIn(written, text, at) : undefined;
    return slip ?? { kind, text: written, at, number: Number(number ?? 0) };
  }
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return problem(at, ADVICE[found] ?? `"${found}" has no meaning here; remove it`);
}

/** Whether a letter or digit stands there: what looked like an operator is the beginning of a word then. */
function goesOn(text: string, at: number): boolean {
  if (at === text.length) return false;
  const kind = signKind(text, at);
  if (kind === PLAIN || kind === BREAK) return kind === PLAIN;
  GOES_ON.lastIndex = at;
  return GOES_ON.test(text);
}

function problem(at: number, text: string): Lexeme {
  return { kind: "problem", text, at, number: 0 };
}

/** Operators with a Cyrillic letter among the Latin ones, which look the same. */
const MIXED_OPERATOR = /^(?=.*\p{Script=Cyrillic})(?:[AА]ND|[OО]R|N[OО][TТ]|N[EЕ][AА]R|[OО]F)$/u;

/** What is wrong with something that looks like a word. */
function slipIn(word: string, text: string, at: number): Lexeme | undefined {
  const behind = text.slice(at + word.length);
  if (word === "NEAR") return problem(at, "write how many words may stand between, as in NEAR/5");
  if (word === "OF" && /^\s*\(/u.test(behind)) return problem(at, "write how many of them, as in 2 OF (@a, @b, @c)");
  if (MIXED_OPERATOR.test(word)) return problem(at, `"${word}" has a Cyrillic letter in it; write it with Latin ones`);
  if (word.endsWith("*") && !(/[\p{L}\p{M}\p{N}]\*$/u.test(word) && /^(?![\p{L}\p{M}\p{N}])/u.test(behind)))
    return problem(at + word.length - 1, STAR);
  return undefined;
}

const QUOTE = 'write straight quotation marks: "…"';
const STAR = "a * stands only at the end of a word's beginning: подпис*";
const PARENTHESES = "write parentheses: ( … )";

/** What to do about a sign that people try. */
const ADVICE: Readonly<Record<string, string>> = {
  '"': "this quotation mark is never closed; write another where the phrase ends",
  "“": QUOTE,
  "”": QUOTE,
  "„": QUOTE,
  "«": QUOTE,
  "»": QUOTE,
  "'": QUOTE,
  "‘": QUOTE,
  "’": QUOTE,
  "@": "write a name in small Latin letters after @, as in @kazakhstan",
  "*": STAR,
  ":": "only title: and lead: stand before a colon, in small letters",
  "/": "a stroke stands only in NEAR/5",
  ";": "write a comma",
  "&": "write AND",
  "+": "write AND",
  "|": "write OR",
  "!": "write NOT",
  "-": "a hyphen stands only inside a word; for what must not occur write NOT",
  "–": "a dash stands nowhere; inside a word write a hyphen",
  "—": "a dash stands nowhere; inside a word write a hyphen",
  "[": PARENTHESES,
  "]": PARENTHESES,
  "{": PARENTHESES,
  "}": PARENTHESES,
};
