import type { Dossier, Source } from "../../model.ts";
import { html, type Markup } from "../escape.ts";
import { balanceOn, before, chartDays, type History } from "../history.ts";
import { positionKey, sourceKey, themeKey } from "../page-keys.ts";
import { positionTrend } from "../position-trend.ts";
import { nameIn, type SitePage } from "../site.ts";
import { type Gathering, gatheredPage, lastDay } from "./gathered-page.ts";
import { interviewLine } from "./interview.ts";
import { trendChart } from "./trend-chart.ts";

/** The two pages that lead to all claims and themes, and to all outlets. */
export function contentsPages(gathering: Gathering): SitePage[] {
  const { record, locale } = gathering;
  const { words } = locale;
  return [
    gatheredPage(
      {
        key: "positions.html",
        title: words.positionsNav,
        section: "positions.html",
        heading: html`${words.positionsNav}`,
        lead: html`${words.positionsLead}`,
        body: html`${record.dossiers.map((dossier) => dossierPart(dossier, gathering))}`,
      },
      gathering,
    ),
    gatheredPage(
      {
        key: "sources.html",
        title: words.sourcesNav,
        section: "sources.html",
        heading: html`${words.sourcesNav}`,
        lead: html`${words.sourcesLead}`,
        body: sourcesTable(record.sources, chartOf(gathering), gathering),
      },
      gathering,
    ),
  ];
}

function chartOf({ record }: Gathering): History {
  const last = lastDay(record);
  return last === undefined ? [] : chartDays(record.history, last);
}

function dossierPart(dossier: Dossier, gathering: Gathering): Markup {
  const { language, locale, site, record } = gathering;
  const { words } = locale;
  const last = lastDay(record);
  const chart = chartOf(gathering);
  const sum = (id: string, side: "for" | "against") =>
    chart.reduce((total, day) => total + balanceOn(day, id)[side], 0);
  return html`<section class="dossier" id="dossier-${dossier.id}">
<header class="measure">
<h2>${locale.text(dossier.title)}</h2>
<p>${interviewLine(dossier.interview, locale)}</p>
</header>
<table class="claims-table">
<thead><tr><th scope="col">${words.position}</th><th scope="col" class="spark">${words.lastDays}</th><th scope="col" class="number">${words.relations.for}</th><th scope="col" class="number">${words.relations.against}</th></tr></thead>
<tbody>
${dossier.positions.map(({ id, statement }) => {
  const day = record.history.at(-1);
  const trend =
    last === undefined || day === undefined
      ? []
      : positionTrend(id, last, balanceOn(day, id), before(record.history, last)).trend;
  return html`<tr><th scope="row"><a href="${nameIn(language, positionKey(id), site.languages)}">${locale.text(statement)}</a></th><td class="spark">${trendChart(trend, last ?? "1970-01-01")}</td><td class="number">${locale.number(sum(id, "for"))}</td><td class="number">${locale.number(sum(id, "against"))}</td></tr>
`;
})}</tbody>
</table>
<p class="hint">${words.trendHint}</p>
<h3>${words.themes}</h3>
<table>
<thead><tr><th scope="col">${words.theme}</th><th scope="col" class="number">${words.found}</th></tr></thead>
<tbody>
${dossier.themes.map(
  ({ id, name, about }) =>
    html`<tr><th scope="row"><a href="${nameIn(language, themeKey(id), site.languages)}">${locale.text(name)}</a> <small>${locale.text(about)}</small></th><td class="number">${locale.number(chart.reduce((total, { themes }) => total + (themes[id]?.[0] ?? 0), 0))}</td></tr>
`,
)}</tbody>
</table>
</section>
`;
}

function sourcesTable(sources: readonly Source[], chart: History, { language, locale, site }: Gathering): Markup {
  const { words } = locale;
  return html`<table class="sources">
<thead><tr><th scope="col">${words.outlet}</th><th scope="col" class="number">${words.found}</th></tr></thead>
<tbody>
${sources.map(
  ({ id, name, country, ownership, language: written }) =>
    html`<tr><th scope="row"><a href="${nameIn(language, sourceKey(id), site.languages)}"><bdi>${name}</bdi></a> <small>${[locale.country(country), words.ownership[ownership], locale.languageName(written)].join(", ")}</small></th><td class="number">${locale.number(chart.reduce((total, day) => total + (day.sources[id] ?? 0), 0))}</td></tr>
`,
)}</tbody>
</table>
`;
}
