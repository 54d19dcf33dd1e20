import type { Dossier, Position } from "../../model.ts";
import { html, type Markup } from "../escape.ts";
import { balanceOn, before, chartDays, type HistoryDay } from "../history.ts";
import type { LedgerArticle, LedgerDay, LedgerMonth, LedgerQuote } from "../ledger.ts";
import { positionKey, themeKey } from "../page-keys.ts";
import { positionTrend } from "../position-trend.ts";
import type { SitePage } from "../site.ts";
import { type Gathering, gatheredPage, lastDay, linksFrom, writtenMonth } from "./gathered-page.ts";
import { interviewLine } from "./interview.ts";
import { type LedgerList, latestSection, ledgerList } from "./ledger-list.ts";
import { monthsTable } from "./months-table.ts";
import { positionPicturePage, positionPreview } from "./position-preview.ts";
import { trendFigure } from "./trend-chart.ts";

/** Articles on a claim's own page; its months have all of them. */
const LATEST = 20;

/** Every claim's own page, and its ledger of the month that is written. */
export function* positionPages(gathering: Gathering): Generator<SitePage> {
  for (const dossier of gathering.record.dossiers)
    for (const position of dossier.positions) {
      yield ownPage(position, dossier, gathering);
      const picture = positionPicturePage(position, gathering);
      if (picture !== undefined) yield picture;
      const month = writtenMonth(gathering.record, speaksOf(position));
      if (month !== undefined) yield monthPage(position, dossier, month, gathering);
    }
}

function ownPage(position: Position, dossier: Dossier, gathering: Gathering): SitePage {
  const { record, locale } = gathering;
  const { words } = locale;
  const key = positionKey(position.id);
  const last = lastDay(record);
  const months = (relation: "for" | "against" | "mentions") => (day: HistoryDay) =>
    balanceOn(day, position.id)[relation];
  return gatheredPage(
    {
      ...headOf(position, dossier, key, gathering),
      ...positionPreview(position, gathering),
      key,
      body: html`${
        last === undefined
          ? html`<p class="nothing">${words.ledgerEmpty}</p>
`
          : html`${weighing(position, last, gathering)}${latestSection(
              {
                ...listOf(
                  position,
                  record.recent.flatMap(({ days }) => days),
                ),
                most: LATEST,
              },
              key,
              gathering,
            )}`
      }${monthsTable(
        record.history,
        (["for", "against", "mentions"] as const).map((relation) => ({
          name: words.relations[relation],
          count: months(relation),
        })),
        (month) => linksFrom(key, gathering)(positionKey(position.id, month)),
        locale,
      )}`,
    },
    gathering,
  );
}

function monthPage(position: Position, dossier: Dossier, { month, days }: LedgerMonth, gathering: Gathering): SitePage {
  const { locale } = gathering;
  const key = positionKey(position.id, month);
  return gatheredPage(
    {
      ...headOf(position, dossier, key, gathering),
      title: `${locale.pick(position.statement)}, ${locale.month(month)}`,
      key,
      body: html`<section class="latest">
<h2>${locale.words.ledger}: ${locale.month(month)}</h2>
${ledgerList(listOf(position, days), key, gathering)}</section>
`,
    },
    gathering,
  );
}

/** The claim as the interview has it, whose it is, and the themes it belongs to. */
function headOf({ id, statement, question, themes }: Position, dossier: Dossier, key: string, gathering: Gathering) {
  const { locale } = gathering;
  const asked = dossier.interview.questions.find((candidate) => candidate.id === question);
  const own = linksFrom(key, gathering);
  const isOwn = key === positionKey(id);
  const names = dossier.themes.filter((theme) => themes.includes(theme.id));
  return {
    title: locale.pick(statement),
    section: "positions.html" as const,
    kicker: html`${locale.words.position}${asked !== undefined && html` · ${locale.text(asked.about)}`}`,
    heading: isOwn ? locale.text(statement) : html`<a href="${own(positionKey(id))}">${locale.text(statement)}</a>`,
    lead: interviewLine(dossier.interview, locale),
    themes: html`<span class="label">${locale.words.themes}</span> ${names.map(
      (theme, i) => html`${i > 0 && ", "}<a href="${own(themeKey(theme.id))}">${locale.text(theme.name)}</a>`,
    )}`,
  };
}

/** How the claim stands: what the last thirty days weigh, whether it was contradicted, how long nobody spoke to it. */
function weighing({ id }: Position, last: string, { record, locale }: Gathering): Markup {
  const { words } = locale;
  const day = record.history.at(-1);
  const today = day === undefined ? { for: 0, against: 0, mentions: 0 } : balanceOn(day, id);
  const { rhythm, trend, lastSpoken } = positionTrend(id, last, today, before(record.history, last));
  const sum = (side: "for" | "against") =>
    chartDays(record.history, last).reduce((total, one) => total + balanceOn(one, id)[side], 0);
  const firstAgainst = record.history.find((one) => balanceOn(one, id).against > 0)?.date;
  const isSilent = rhythm === "quiet" || rhythm === "dormant" || rhythm === "never";
  return html`<section class="weighing">
<dl class="figures">
<div class="for"><dt>${words.relations.for}</dt><dd>${locale.number(sum("for"))}</dd></div>
<div class="against"><dt>${words.relations.against}</dt><dd>${locale.number(sum("against"))}</dd></div>
</dl>
<p class="hint">${words.ledgerHint}</p>
${trend.length > 0 && trendFigure(trend, last, locale)}${
  isSilent &&
  html`<p class="rhythm">${locale.fill(words.rhythms[rhythm], { date: lastSpoken === undefined ? "" : locale.date(lastSpoken) })}</p>
`
}${
  firstAgainst !== undefined &&
  html`<p class="rhythm">${words.firstAgainst}: <time datetime="${firstAgainst}">${locale.date(firstAgainst)}</time></p>
`
}</section>
`;
}

function speaksOf({ id }: Position) {
  return ({ quotes }: LedgerArticle) => quotes.some(({ position }) => position === id);
}

function listOf(position: Position, days: readonly LedgerDay[]): LedgerList {
  return { days, has: speaksOf(position), quotes: (quote: LedgerQuote) => quote.position === position.id };
}
