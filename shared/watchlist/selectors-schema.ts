import * as z from "zod";

const NAME = "-?[\\p{L}_][\\w\\p{L}-]*";
const VALUE = `"[^"]*"|'[^']*'|[\\w\\p{L}-]+`;
const CONDITION = `[.#]${NAME}|\\[${NAME}(?:[~|^$*]?=(?:${VALUE})(?: i)?)?\\]|:(?:first|last)-(?:child|of-type)`;
const ELEMENT = `(?:(?:\\*|[a-z][a-z0-9-]*)(?:${CONDITION})*|(?:${CONDITION})+)`;
const PATH = `${ELEMENT}(?:(?: *[>+~] *| +)${ELEMENT})*`;
/** The part of CSS that finds something in a page that stands still; whatever it matches, the selecting library knows. */
const SELECTOR = new RegExp(`^${PATH}(?: *, *${PATH})*$`, "iu");
/** In UTF-16 code units. */
const LONGEST = 500;

const selector = z
  .string()
  .trim()
  .max(LONGEST, `write a CSS selector of at most ${LONGEST} characters`)
  .regex(SELECTOR, 'write a CSS selector of tags, .classes, #ids and [attributes], such as "div.article > p"');

/** Where an outlet's pages keep what they say: `page` of a source. */
export const selectorsSchema = z.strictObject({
  title: selector.exactOptional(),
  text: selector.exactOptional(),
  authors: selector.exactOptional(),
  published: selector.exactOptional(),
  remove: selector.exactOptional(),
});
