import { tokenise } from "../text/tokens.ts";
import type { Lexeme } from "./lex-query.ts";
import type { WordPattern } from "./query.ts";
import { QueryError } from "./query-problem.ts";

/** A word as it stands in a query: more than one where it has hyphens; with a `*`, the last by how it begins. */
export function writtenPatterns(text: string, at = 0): WordPattern[] {
  const patterns = patternsIn(text, "form");
  const last = patterns.pop();
  if (last === undefined) throw new QueryError(at, "this is no word; remove it");
  return [...patterns, text.endsWith("*") ? { ...last, mode: "prefix" } : last];
}

/** The words of a phrase in quotation marks, each exactly so. */
export function quotedPatterns({ text, at }: Lexeme): WordPattern[] {
  const star = text.indexOf("*");
  if (star !== -1) throw new QueryError(at + star, "a * has no meaning between quotation marks; remove it or them");
  const patterns = patternsIn(text.slice(1, -1), "exact");
  if (patterns.length === 0) throw new QueryError(at, "there is no word between these quotation marks; remove them");
  return patterns;
}

/** The words of a name, each in any of its forms: a name is never an expression, whatever it looks like. */
export function namePatterns(name: string): WordPattern[] {
  return patternsIn(name, "form");
}

function patternsIn(written: string, mode: "form" | "exact"): WordPattern[] {
  return tokenise(written).map(({ form, start, end }) => ({ text: form, mode, written: written.slice(start, end) }));
}
