import type { DigestLanguage } from "../model.ts";
import type { Edition } from "./edition.ts";
import { emailHtml, type LetterParts } from "./email-html.ts";
import { emailText } from "./email-text.ts";
import { type LetterSize, letterDossiers, letterSubject } from "./letter.ts";
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
/** How much a letter has, at most; where it would be longer than that, less, and less still. */
const SIZES: readonly LetterSize[] = [
  ...[3, 2, 1, 0].map((perSide) => ({ perSide, positions: Number.POSITIVE_INFINITY })),
  ...[100, 50, 25, 0].map((positions) => ({ perSide: 0, positions })),
];

/** The edition as a letter: what speaks for and against each position, word for word, and where; what was seen. */
export function renderEmail(edition: Edition, site: PublishedAt, language: DigestLanguage): EmailPages {
  const locale = localeOf(language, edition.timeZone);
  const subject = letterSubject(edition, site, locale);
  const frame = { edition, site, locale, subject, address: pageAddress(edition, site, language) };
  const ofSize = ([size, ...smaller]: readonly LetterSize[]): EmailPages => {
    const parts: LetterParts = { ...frame, dossiers: size === undefined ? [] : letterDossiers(edition, size) };
    const html = emailHtml(parts);
    return size !== undefined && Buffer.byteLength(html) > MOST_BYTES
      ? ofSize(smaller)
      : { subject, text: emailText(parts), html };
  };
  return ofSize(SIZES);
}
