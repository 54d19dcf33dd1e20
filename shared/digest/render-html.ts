import type { DigestLanguage } from "../model.ts";
import type { DossierSection, Edition } from "./edition.ts";
import { html, type Markup, safeHref } from "./escape.ts";
import { type Locale, localeOf } from "./locale.ts";
import { balance } from "./page-balance.ts";
import { coverage } from "./page-coverage.ts";
import { positions } from "./page-positions.ts";
import { pageShell } from "./page-shell.ts";
import { themes } from "./page-themes.ts";
import { nameIn, newestFirst, type SiteContext } from "./site.ts";

/** Where the page will stand: in its day's folder, or as the site's front page. */
export type PagePlace = "day" | "front";

/** An edition as one page in one language: no script, nothing from elsewhere, good from a folder and over HTTP. */
export function renderHtml(edition: Edition, site: SiteContext, language: DigestLanguage, place: PagePlace): string {
  const locale = localeOf(language, edition.timeZone);
  const { words } = locale;
  const root = place === "day" ? "../" : "";
  const date = locale.date(edition.date);
  const own = (file: string) => nameIn(language, file, site.languages);
  const dayFolder = place === "day" ? "" : `${edition.date}/`;
  return pageShell({
    locale,
    site,
    title: date,
    description: words.tagline,
    name: "index.html",
    root,
    body: html`<main id="main">
${head(edition, locale)}${note(edition, locale, `${dayFolder}revision-${edition.revision - 1}-${own("index.html")}`)}${edition.dossiers.map(
  (dossier) => dossierPart(dossier, edition, locale),
)}${coverage(edition, locale)}</main>`,
    footer: footer(edition, site, locale, { root, dayFolder }),
  });
}

function head({ date, counts }: Edition, locale: Locale): Markup {
  const { words } = locale;
  const figures = (["items", "matched", "for", "against"] as const).map(
    (figure) =>
      html`<div class="${figure}"><dd>${locale.number(counts[figure])}</dd><dt>${locale.count(counts[figure], words.figures[figure])}</dt></div>
`,
  );
  return html`<header class="head">
<h1><span class="weekday">${locale.weekday(date)}</span> <time datetime="${date}">${locale.date(date)}</time></h1>
<p class="tagline">${words.tagline}</p>
<dl class="figures">
${figures}</dl>
</header>
`;
}

function note({ revision }: Edition, { words, fill }: Locale, earlier: string): Markup {
  if (revision === 1) return html``;
  if (revision === 0)
    return html`<p class="note" role="note">${words.soFar}</p>
`;
  return html`<p class="note" role="note">${fill(words.corrected, { revision })} <a href="${earlier}">${words.earlierRevision}</a></p>
`;
}

function dossierPart(dossier: DossierSection, { date }: Edition, locale: Locale): Markup {
  const { words } = locale;
  const { speaker, role, outlet, url, published } = dossier.interview;
  const href = safeHref(url);
  const where = html`${outlet}, <time datetime="${published}">${published.length > 7 ? locale.date(published) : locale.month(published)}</time>`;
  return html`<section class="dossier" id="dossier-${dossier.id}">
<header class="measure">
<h2>${locale.pick(dossier.title)}</h2>
<p><span class="label">${words.measuredBy}</span> ${locale.pick(speaker)}, ${locale.pick(role)}. ${href === undefined ? where : html`<a href="${href}" rel="noopener noreferrer external">${where}</a>`}</p>
</header>
${balance(dossier, locale)}${positions(dossier, date, locale)}${themes(dossier, date, locale)}</section>
`;
}

function footer(
  { date, revision, watchlist, timeZone }: Edition,
  site: SiteContext,
  locale: Locale,
  { root, dayFolder }: { readonly root: string; readonly dayFolder: string },
): Markup {
  const { words } = locale;
  const own = (file: string) => nameIn(locale.language, file, site.languages);
  const previous = newestFirst(site.archive).find((entry) => entry.date < date);
  return html`<section>
<h2>${words.howToRead}</h2>
<p>${words.howToReadText}</p>
</section>
<p class="formats">${words.formats}: <a href="${dayFolder}${own("digest.md")}">Markdown</a>, <a href="${dayFolder}digest.json">JSON</a>, <a href="${root}${own("feed.xml")}">Atom</a>${
    previous !== undefined &&
    html`. ${words.previous}: <a href="${root}${previous.date}/${own("index.html")}">${locale.date(previous.date)}</a>`
  }.</p>
<p class="made">${locale.fill(words.madeWith, { revision, watchlist, zone: timeZone })}</p>`;
}
