import type { DigestLanguage } from "../model.ts";
import { html, type Markup } from "./escape.ts";
import { type Locale, localeOf } from "./locale.ts";
import { pageShell } from "./page-shell.ts";
import { type ArchiveEntry, nameIn, newestFirst, type SiteContext } from "./site.ts";

/** All editions by month, newest first, with their counts. */
export function renderArchive(site: SiteContext, language: DigestLanguage): string {
  // Only days are named here, and a day has no zone.
  const locale = localeOf(language, "UTC");
  const { words } = locale;
  const months = Map.groupBy(newestFirst(site.archive), ({ date }) => date.slice(0, 7));
  const page = (date: string) => `${date}/${nameIn(language, "index.html", site.languages)}`;
  return pageShell({
    locale,
    site,
    title: words.archive,
    description: words.tagline,
    name: "archive.html",
    root: "",
    body: html`<main id="main" class="archive">
<header class="head">
<h1>${words.archive}</h1>
<p class="tagline">${words.tagline}</p>
</header>
${
  months.size === 0 &&
  html`<p class="nothing">${words.archiveEmpty}</p>
`
}${[...months].map(([month, entries]) => monthPart(month, entries, page, locale))}</main>`,
    footer: html`<p class="formats"><a href="${nameIn(language, "index.html", site.languages)}">${words.newest}</a></p>`,
  });
}

function monthPart(
  month: string,
  entries: readonly ArchiveEntry[],
  page: (date: string) => string,
  locale: Locale,
): Markup {
  const { edition, seen, found, relations } = locale.words;
  const heads = [seen, found, relations.for, relations.against].map(
    (name) => html`<th scope="col" class="number">${name}</th>`,
  );
  return html`<section>
<h2>${locale.month(month)}</h2>
<table>
<thead><tr><th scope="col">${edition}</th>${heads}</tr></thead>
<tbody>
${entries.map((entry) => row(entry, page(entry.date), locale))}</tbody>
</table>
</section>
`;
}

function row(
  { date, revision, items, matched, for: pro, against }: ArchiveEntry,
  href: string,
  locale: Locale,
): Markup {
  const { inProgress, correctedShort } = locale.words;
  const mark = revision === 0 ? inProgress : revision > 1 ? correctedShort : undefined;
  const numbers = [items, matched, pro, against].map(
    (number) => html`<td class="number">${locale.number(number)}</td>`,
  );
  return html`<tr><th scope="row"><a href="${href}"><time datetime="${date}">${locale.dayAndMonth(date)}</time></a> <span class="meaning">${locale.weekday(date)}${mark !== undefined && `, ${mark}`}</span></th>${numbers}</tr>
`;
}
