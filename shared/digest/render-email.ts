import type { DigestLanguage } from "../model.ts";
import type { Edition } from "./edition.ts";
import { emailHtml, type LetterParts } from "./email-html.ts";
import { emailText } from "./email-text.ts";
import { letterDossiers, letterSubject } from "./letter.ts";
import { localeOf } from "./locale.ts";
import { type PublishedAt, pageAddress } from "./published-at.ts";

/** An edition as a letter in one language. */
export interface EmailPages {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Bytes past which Gmail hides the end of a letter behind a link, less what a mail program adds on the way (102 KB). */
const MOST_BYTES = 100_000;
/** Quotations on each side of a position; fewer where the letter would be longer than that. */
const MOST_PER_SIDE = 3;

/** The edition as a letter: what speaks for and against each position, word for word, and where; what was seen. */
export function renderEmail(edition: Edition, site: PublishedAt, language: DigestLanguage): EmailPages {
  const locale = localeOf(language, edition.timeZone);
  const subject = letterSubject(edition, site, locale);
  const frame = { edition, site, locale, subject, address: pageAddress(edition, site, language) };
  const withQuotations = (perSide: number): EmailPages => {
    const parts: LetterParts = { ...frame, dossiers: letterDossiers(edition, perSide) };
    const html = emailHtml(parts);
    return perSide > 0 && Buffer.byteLength(html) > MOST_BYTES
      ? withQuotations(perSide - 1)
      : { subject, text: emailText(parts), html };
  };
  return withQuotations(MOST_PER_SIDE);
}
