import type { LocalDate } from "../model.ts";
import type { DossierSection } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { quotation, sourceLines } from "./page-source-line.ts";
import type { QuotedLine } from "./quoted-line.ts";
import type { ThemeSection } from "./theme-section.ts";

const LINES_IN_SIGHT = 3;

/** What the day wrote about each theme; the themes without articles in one line. */
export function themes({ themes: all }: DossierSection, day: LocalDate, locale: Locale): Markup {
  const { words } = locale;
  const silent = all.filter(({ articles }) => articles === 0);
  return html`<section class="themes">
<h3>${words.themes}</h3>
<div class="columns">
${all.filter(({ articles }) => articles > 0).map((theme) => section(theme, day, locale))}</div>
${
  silent.length > 0 &&
  html`<p class="silent"><span class="label">${words.silentThemes}</span> ${silent.map(({ name }) => locale.pick(name)).join(" · ")}</p>
`
}</section>
`;
}

function section({ id, name, about, articles, lines }: ThemeSection, day: LocalDate, locale: Locale): Markup {
  const { words } = locale;
  const inSight = lines.length === LINES_IN_SIGHT + 1 ? lines.length : LINES_IN_SIGHT;
  const rest = lines.slice(inSight);
  return html`<section class="theme" id="theme-${id}">
<h4>${locale.pick(name)} <span class="count">${locale.count(articles, words.articles)}</span></h4>
<p class="about">${locale.pick(about)}</p>
${lines.slice(0, inSight).map((line) => themeLine(line, day, locale))}${
  rest.length > 0 &&
  html`<details class="more">
<summary>${locale.count(rest.length, words.moreLines)}</summary>
${rest.map((line) => themeLine(line, day, locale))}</details>
`
}</section>
`;
}

function themeLine(line: QuotedLine, day: LocalDate, locale: Locale): Markup {
  return html`<article class="line">
${quotation(line)}
${sourceLines(line, day, locale)}
</article>
`;
}
