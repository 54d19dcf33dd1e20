import { INVISIBLES } from "./fold.ts";

/** How far is looked for it, in UTF-16 code units. */
const REACH = 20;
const BLANK = `\\s${INVISIBLES}`;
const FIRST = new RegExp(`^[${BLANK}"'«“„‘‹([—–-]*([^${BLANK}])`, "u");

/** The first sign of `text` from `at` on, behind white space, opening quotation marks, brackets and dashes. */
export function firstSign(text: string, at: number): string | undefined {
  return FIRST.exec(text.slice(at, at + REACH))?.[1];
}
