import type { DigestLanguage } from "../model.ts";
import { daySentences } from "./day-sentences.ts";
import type { DossierSection, Edition } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import { type InSight, lightEnough } from "./in-sight.ts";
import { type Locale, localeOf } from "./locale.ts";
import { balance } from "./page-balance.ts";
import { correctedLater, correctedToday } from "./page-corrections.ts";
import { coverage } from "./page-coverage.ts";
import { positions } from "./page-positions.ts";
import { pageShell } from "./page-shell.ts";
import { stories } from "./page-stories.ts";
import { unlikeOtherDays } from "./page-unlike.ts";
import { voices } from "./page-voices.ts";
import { interviewLine } from "./pages/interview.ts";
import { EDITION_PICTURE } from "./pictures/picture.ts";
import { nameIn, newestFirst, rootOf, type SiteContext } from "./site.ts";

/** Where the page will stand: in its day's folder, or as the site's front page. */
export type PagePlace = "day" | "front";

/** An edition as one page in one language: no script, nothing from elsewhere, good from a folder and over HTTP. */
export function renderHtml(edition: Edition, site: SiteContext, language: DigestLanguage, place: PagePlace): string {
  const locale = localeOf(language, edition.timeZone);
  const key = place === "day" ? `${edition.date}/index.html` : "index.html";
  const root = rootOf(key);
  const date = locale.date(edition.date);
  const plain = (file: string) => nameIn(language, file, site.languages);
  const own = (file: string) => root + plain(file);
  const dayFolder = place === "day" ? "" : `${edition.date}/`;
  const sides = ["for", "against"] as const;
  const frame = { locale, own, inLedger: edition.revision > 0 };
  const page = (inSight: InSight) =>
    pageShell({
      locale,
      site,
      title: date,
      description: daySentences(edition, locale).join(" "),
      key,
      isArticle: place === "day",
      picture: {
        key: `${edition.date}/${EDITION_PICTURE}`,
        alt: `${locale.words.balance}: ${sides.map((side) => locale.count(edition.counts[side], locale.words.relationCounts[side])).join(" · ")}`,
      },
      body: html`<main id="main">
${head(edition, locale)}${note(edition, locale, `${dayFolder}revision-${edition.revision - 1}-${plain("index.html")}`)}${correctedLater({ edition, own, locale })}${unlikeOtherDays(edition, own, locale)}${edition.dossiers.map(
  (dossier) => html`<section class="dossier" id="dossier-${dossier.id}">
${measure(dossier, locale)}${balance(dossier, { ...frame, date: edition.date, hasTrend: edition.dayBefore !== undefined })}${positions(dossier, { ...frame, inSight, day: edition.date })}${voices(dossier, locale)}${stories(dossier, { ...frame, inSight, edition })}</section>
`,
)}${correctedToday({ edition, own, locale })}${coverage(edition, own, locale)}</main>`,
      footer: footer(edition, site, locale, { root, dayFolder }),
    });
  return lightEnough(page, frame.inLedger);
}

function head(edition: Edition, locale: Locale): Markup {
  const { date, counts } = edition;
  const { words } = locale;
  const figures = (["items", "matched", "for", "against"] as const).map(
    (figure) =>
      html`<div class="${figure}"><dt>${locale.count(counts[figure], words.figures[figure])}</dt><dd>${locale.number(counts[figure])}</dd></div>
`,
  );
  return html`<header class="head">
<h1><span class="weekday">${locale.weekday(date)}</span> <time datetime="${date}">${locale.date(date)}</time></h1>
<p class="tagline brief">${daySentences(edition, locale).join(" ")}</p>
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

function measure({ title, interview }: DossierSection, locale: Locale): Markup {
  return html`<header class="measure">
<h2>${locale.text(title)}</h2>
<p>${interviewLine(interview, locale)}</p>
</header>
`;
}

function footer(
  { date, revision, watchlist, timeZone }: Edition,
  site: SiteContext,
  locale: Locale,
  { root, dayFolder }: { readonly root: string; readonly dayFolder: string },
): Markup {
  const { words } = locale;
  const plain = (file: string) => nameIn(locale.language, file, site.languages);
  const previous = newestFirst(site.archive).find((entry) => entry.date < date);
  const formats = [
    [`${dayFolder}${plain("digest.md")}`, "Markdown"],
    [`${dayFolder}digest.json`, "JSON"],
    [`${root}edition.schema.json`, words.schema],
    [`${dayFolder}matches.csv`, "CSV"],
    [`${dayFolder}${plain(EDITION_PICTURE)}`, "PNG"],
    [root + plain("feed.xml"), "Atom"],
    [root + plain("feed.json"), "JSON Feed"],
  ] as const;
  return html`<section>
<h2>${words.howToRead}</h2>
<p>${words.howToReadText}</p>
</section>
<p class="formats">${words.formats}: ${formats.map(([href, name], i) => html`${i > 0 && ", "}<a href="${href}">${name}</a>`)}${
    previous !== undefined &&
    html`. ${words.previous}: <a href="${root}${previous.date}/${plain("index.html")}">${locale.date(previous.date)}</a>`
  }.</p>
<p class="made">${locale.fill(words.madeWith, { revision, watchlist, zone: timeZone })}</p>`;
}
