import type { Source } from "../../model.ts";
import { addDays } from "../../time.ts";
import { SOURCE_STATES } from "../coverage.ts";
import { DOT } from "../dot.ts";
import { html, type Markup } from "../escape.ts";
import { CHART_DAYS, chartDays } from "../history.ts";
import type { LedgerArticle, LedgerDay, LedgerMonth } from "../ledger.ts";
import type { Locale } from "../locale.ts";
import { positionKey, sourceKey } from "../page-keys.ts";
import type { SitePage, SiteRecord } from "../site.ts";
import { countFigure } from "./count-chart.ts";
import { type Gathering, gatheredPage, lastDay, linksFrom, writtenMonth } from "./gathered-page.ts";
import { claimLink, type LedgerList, latestSection, ledgerList } from "./ledger-list.ts";
import { monthsTable } from "./months-table.ts";

/** Articles on an outlet's own page; its months have all of them. */
const LATEST = 30;

/** Every watched outlet's own page, and its articles of the month that is written. */
export function* sourcePages(gathering: Gathering): Generator<SitePage> {
  for (const source of gathering.record.sources) {
    yield ownPage(source, gathering);
    const month = writtenMonth(gathering.record, isOf(source));
    if (month !== undefined) yield monthPage(source, month, gathering);
  }
}

/** The finished days of the chart, whatever months they stand in. */
function recentDays(record: SiteRecord): LedgerDay[] {
  const last = lastDay(record);
  if (last === undefined) return [];
  const first = addDays(last, 1 - CHART_DAYS);
  return record.recent.flatMap(({ days }) => days).filter(({ date }) => date >= first);
}

function ownPage(source: Source, gathering: Gathering): SitePage {
  const { record, locale } = gathering;
  const { words } = locale;
  const key = sourceKey(source.id);
  const own = linksFrom(key, gathering);
  const last = lastDay(record);
  const days = recentDays(record);
  return gatheredPage(
    {
      key,
      title: source.name,
      section: "sources.html",
      kicker: html`${words.outlet}`,
      heading: html`<bdi>${source.name}</bdi>`,
      lead: html`${[locale.country(source.country), words.ownership[source.ownership], locale.languageName(source.language)].join(DOT)}`,
      body: html`${
        last === undefined
          ? html`<p class="nothing">${words.ledgerEmpty}</p>
`
          : html`${countFigure(
              chartDays(record.history, last).map(({ date, sources }) => ({ date, count: sources[source.id] ?? 0 })),
              last,
              locale,
            )}${answers(source, days, locale)}${sides(source, days, gathering, own)}${latestSection({ ...listOf(source, days, key, gathering), most: LATEST }, key, gathering)}`
      }${monthsTable(
        record.history,
        [{ name: words.found, count: ({ sources }) => sources[source.id] ?? 0 }],
        (month) => own(sourceKey(source.id, month)),
        locale,
      )}`,
    },
    gathering,
  );
}

function monthPage(source: Source, { month, days }: LedgerMonth, gathering: Gathering): SitePage {
  const { locale } = gathering;
  const key = sourceKey(source.id, month);
  return gatheredPage(
    {
      key,
      title: `${source.name}, ${locale.month(month)}`,
      section: "sources.html",
      kicker: html`${locale.words.outlet}`,
      heading: html`<a href="${linksFrom(key, gathering)(sourceKey(source.id))}"><bdi>${source.name}</bdi></a>`,
      body: html`<section class="latest">
<h2>${locale.month(month)}</h2>
${ledgerList(listOf(source, days, key, gathering), key, gathering)}</section>
`,
    },
    gathering,
  );
}

/** On how many days its feeds had news, had none, could not be read, were not asked. */
function answers({ id }: Source, days: readonly LedgerDay[], locale: Locale): Markup {
  const { words } = locale;
  const states = days.flatMap(({ sources }) => sources.filter((source) => source.id === id));
  const counted = Map.groupBy(states, ({ state }) => state);
  return html`<section class="answers">
<h2>${words.states30}</h2>
<table>
<thead><tr><th scope="col">${words.answer}</th><th scope="col" class="number">${words.allDays}</th></tr></thead>
<tbody>
${SOURCE_STATES.filter((state) => counted.has(state)).map(
  (state) =>
    html`<tr class="${state}"><th scope="row"><span class="answer">${words.sourceStates[state]}</span></th><td class="number">${locale.number(counted.get(state)?.length ?? 0)}</td></tr>
`,
)}</tbody>
</table>
</section>
`;
}

/** Which claims it spoke to, and how often for and against, in articles. */
function sides(
  source: Source,
  days: readonly LedgerDay[],
  gathering: Gathering,
  own: (file: string) => string,
): Markup {
  const { record, locale } = gathering;
  const { words } = locale;
  const articles = days.flatMap((day) => day.articles.filter(isOf(source)));
  const rows = record.dossiers
    .flatMap(({ positions }) => positions)
    .map(({ id, statement }) => {
      const that = (relation: "for" | "against") =>
        articles.filter(({ quotes }) => quotes.some((quote) => quote.position === id && quote.relation === relation))
          .length;
      return { id, statement, pro: that("for"), against: that("against") };
    })
    .filter(({ pro, against }) => pro + against > 0);
  if (rows.length === 0) return html``;
  return html`<section class="sides">
<h2>${words.speaksTo}</h2>
<table>
<thead><tr><th scope="col">${words.position}</th><th scope="col" class="number">${words.relations.for}</th><th scope="col" class="number">${words.relations.against}</th></tr></thead>
<tbody>
${rows.map(
  ({ id, statement, pro, against }) =>
    html`<tr><th scope="row"><a href="${own(positionKey(id))}">${locale.text(statement)}</a></th><td class="number">${locale.number(pro)}</td><td class="number">${locale.number(against)}</td></tr>
`,
)}</tbody>
</table>
</section>
`;
}

function isOf({ id }: Source) {
  return ({ source }: LedgerArticle) => source === id;
}

function listOf(source: Source, days: readonly LedgerDay[], key: string, gathering: Gathering): LedgerList {
  return { days, has: isOf(source), quotes: () => true, claim: claimLink(key, gathering) };
}
