import type { Instant, LanguageTag, LocalDate } from "../model.ts";
import { html, type Markup, safeHref } from "./escape.ts";
import type { Locale } from "./locale.ts";

/** Letters that are written from right to left, and signs that turn the direction (Unicode Standard Annex #9). */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Attributes of an element whose text is an outlet's: its language, and its direction where there is a question. */
export function tongue(language: LanguageTag, text: string): Markup {
  return html` lang="${language}"${RIGHT_TO_LEFT.test(text) && html` dir="auto"`}`;
}

/** A link where the address is one to follow, else the bare text. No page says to any other where its reader comes from. */
export function linked(address: string, text: string | Markup): Markup {
  const href = safeHref(address);
  return href === undefined ? html`${text}` : html`<a href="${href}">${text}</a>`;
}

/** When an article appeared, as a reader wants it; the exact time is in the edition's data. */
export function moment(published: Instant, day: LocalDate, locale: Locale): Markup {
  return html`${locale.time(published, day)}`;
}
