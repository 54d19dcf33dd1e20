import type { LanguageTag, LocalDate } from "../model.ts";
import type { CorrectedText, Correction } from "./corrections.ts";
import type { Edition } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { linked, tongue } from "./page-outside.ts";

export interface CorrectionsFrame {
  readonly edition: Edition;
  readonly own: (file: string) => string;
  readonly locale: Locale;
}

/** What outlets corrected of the day's articles afterwards: why its edition has a revision, mostly. */
export function correctedLater(frame: CorrectionsFrame): Markup {
  const { edition, locale } = frame;
  const { words } = locale;
  const later = edition.corrections.filter(({ after }) => after.day > edition.date);
  return section(later, { heading: words.correctedLater, hint: words.correctedLaterHint }, frame);
}

/** What they corrected on the day itself, of its articles and of those of days before. */
export function correctedToday(frame: CorrectionsFrame): Markup {
  const { edition, locale } = frame;
  const today = edition.corrections.filter(({ after }) => after.day === edition.date);
  return section(today, { heading: locale.words.corrections }, frame);
}

function section(
  corrections: readonly Correction[],
  { heading, hint }: { readonly heading: string; readonly hint?: string },
  frame: CorrectionsFrame,
): Markup {
  if (corrections.length === 0) return html``;
  const { words } = frame.locale;
  return html`<section class="unlike corrections">
<h3>${heading}</h3>
${
  hint !== undefined &&
  html`<p class="hint">${hint}</p>
`
}<ul>
${corrections.map(
  ({ outlet, language, before, after }) => html`<li><p class="meta"><bdi>${outlet.name}</bdi></p>
${text(before, { label: words.wasBefore, title: html`<del${tongue(language, before.title)}>${titleOf(before, frame)}</del>`, language }, frame)}${text(after, { label: words.isNow, title: html`<cite${tongue(language, after.title)}>${linked(after.url, titleOf(after, frame))}</cite>`, language }, frame)}</li>
`,
)}</ul>
</section>
`;
}

function text(
  { day, says, title: plain }: CorrectedText,
  { label, title, language }: { readonly label: string; readonly title: Markup; readonly language: LanguageTag },
  frame: CorrectionsFrame,
): Markup {
  return html`<p><span class="meta">${label}, ${dayOf(day, frame)}:</span> ${title}</p>
${says.map((said) => saying(said, { title: plain, language }, frame))}`;
}

/** Another day's edition is a link away. */
function dayOf(day: LocalDate, { edition, own, locale }: CorrectionsFrame): Markup {
  const date = html`<time datetime="${day}">${locale.dayAndMonth(day)}</time>`;
  return day === edition.date ? date : html`<a href="${own(`${day}/index.html`)}">${date}</a>`;
}

function titleOf({ title }: CorrectedText, { locale }: CorrectionsFrame): string {
  return title.trim() === "" ? locale.words.untitled : title;
}

/** The claim, and the sentence where it is not the title that says it. */
function saying(
  { position, relation, quote }: CorrectedText["says"][number],
  { title, language }: Pick<CorrectedText, "title"> & Pick<Correction, "language">,
  { edition, locale }: CorrectionsFrame,
): Markup {
  const sections = edition.dossiers.flatMap(({ positions }) => positions);
  const statement = sections.find(({ id }) => id === position)?.statement;
  return html`<p class="meta"><span class="${relation}">${locale.words.relations[relation]}</span>: <a href="#position-${position}">${statement === undefined ? position : locale.text(statement)}</a>${
    quote.trim() !== title.trim() && html` <q${tongue(language, quote)}>${quote}</q>`
  }</p>
`;
}
