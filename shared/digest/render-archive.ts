import type { DigestLanguage, LocalDate } from "../model.ts";
import { addDays } from "../time.ts";
import { html, type Markup } from "./escape.ts";
import { type Locale, localeOf } from "./locale.ts";
import { pageShell } from "./page-shell.ts";
import { type ArchiveEntry, nameIn, newestFirst, type SiteContext } from "./site.ts";

/** All editions as a calendar, newest month first; each day with how many articles spoke for and against. */
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
    key: "archive.html",
    styles: "gathered.css",
    section: "archive.html",
    body: html`<main id="main" class="archive">
<header class="head">
<h1>${words.archive}</h1>
<p class="tagline">${words.calendarHint}</p>
</header>
${
  months.size === 0 &&
  html`<p class="nothing">${words.archiveEmpty}</p>
`
}<div class="calendars">
${[...months].map(([month, entries]) => monthPart(month, entries, page, locale))}</div>
</main>`,
    footer: html`<p class="formats"><a href="${nameIn(language, "index.html", site.languages)}">${words.newest}</a></p>`,
  });
}

/** Weeks begin on Monday (ISO 8601), as everywhere in the region. */
const WEEK = 7;

function monthPart(
  month: string,
  entries: readonly ArchiveEntry[],
  page: (date: string) => string,
  locale: Locale,
): Markup {
  const byDate = new Map(entries.map((entry) => [entry.date, entry]));
  return html`<table class="calendar">
<caption>${locale.month(month)}</caption>
<thead><tr>${weekOf(mondayBefore(`${month}-01`)).map(
    (date) => html`<th scope="col"><abbr title="${locale.weekday(date)}">${locale.weekdayShort(date)}</abbr></th>`,
  )}</tr></thead>
<tbody>
${weeksOf(month).map(
  (week) =>
    html`<tr>${week.map((date) => (date.startsWith(month) ? dayCell(date, byDate.get(date), page, locale) : html`<td></td>`))}</tr>
`,
)}</tbody>
</table>
`;
}

function weeksOf(month: string): LocalDate[][] {
  const weeks: LocalDate[][] = [];
  for (let monday = mondayBefore(`${month}-01`); monday.slice(0, 7) <= month; monday = addDays(monday, WEEK))
    weeks.push(weekOf(monday));
  return weeks;
}

function weekOf(monday: LocalDate): LocalDate[] {
  return Array.from({ length: WEEK }, (_, i) => addDays(monday, i));
}

function mondayBefore(date: LocalDate): LocalDate {
  return addDays(date, -((new Date(date).getUTCDay() + 6) % WEEK));
}

function dayCell(
  date: LocalDate,
  entry: ArchiveEntry | undefined,
  page: (date: string) => string,
  locale: Locale,
): Markup {
  const day = html`<time datetime="${date}">${Number(date.slice(8))}</time>`;
  if (entry === undefined) return html`<td>${day}</td>`;
  const { relationCounts } = locale.words;
  const told = [
    `${locale.weekday(date)}, ${locale.date(date)}`,
    ...[markOf(entry, locale) ?? []].flat(),
    locale.count(entry.items, locale.words.articles),
    locale.count(entry.for, relationCounts.for),
    locale.count(entry.against, relationCounts.against),
  ];
  return html`<td class="edition${entry.revision === 0 && " open"}"><a href="${page(date)}" aria-label="${told.join(", ")}">${day} <span class="sides"><span class="for">${locale.number(entry.for)}</span>:<span class="against">${locale.number(entry.against)}</span></span></a></td>`;
}

function markOf({ revision }: ArchiveEntry, { words }: Locale): string | undefined {
  return revision === 0 ? words.inProgress : revision > 1 ? words.correctedShort : undefined;
}
