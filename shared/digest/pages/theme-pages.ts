import type { Dossier, Theme } from "../../model.ts";
import { html } from "../escape.ts";
import { chartDays } from "../history.ts";
import type { LedgerArticle, LedgerMonth } from "../ledger.ts";
import { positionKey, themeKey } from "../page-keys.ts";
import type { SitePage } from "../site.ts";
import { countFigure } from "./count-chart.ts";
import { type Gathering, gatheredPage, lastDay, linksFrom, writtenMonth } from "./gathered-page.ts";
import { latestSection, ledgerList } from "./ledger-list.ts";
import { monthsTable } from "./months-table.ts";

/** Articles on a theme's own page; its months have all of them. */
const LATEST = 40;

/** Every theme's own page, and its articles of the month that is written. */
export function* themePages(gathering: Gathering): Generator<SitePage> {
  for (const dossier of gathering.record.dossiers)
    for (const theme of dossier.themes) {
      yield ownPage(theme, dossier, gathering);
      const month = writtenMonth(gathering.record, isOn(theme));
      if (month !== undefined) yield monthPage(theme, month, gathering);
    }
}

function ownPage(theme: Theme, dossier: Dossier, gathering: Gathering): SitePage {
  const { record, locale } = gathering;
  const { words } = locale;
  const key = themeKey(theme.id);
  const own = linksFrom(key, gathering);
  const last = lastDay(record);
  const claims = dossier.positions.filter(({ themes }) => themes.includes(theme.id));
  return gatheredPage(
    {
      key,
      title: locale.pick(theme.name),
      section: "positions.html",
      kicker: html`${words.theme}`,
      heading: locale.text(theme.name),
      lead: locale.text(theme.about),
      body: html`${
        last === undefined
          ? html`<p class="nothing">${words.ledgerEmpty}</p>
`
          : countFigure(
              chartDays(record.history, last).map(({ date, themes }) => ({ date, count: themes[theme.id]?.[0] ?? 0 })),
              last,
              locale,
            )
      }${
        claims.length > 0 &&
        html`<section class="claims">
<h2>${words.positionsNav}</h2>
<ul>
${claims.map(
  ({ id, statement }) =>
    html`<li><a href="${own(positionKey(id))}">${locale.text(statement)}</a></li>
`,
)}</ul>
</section>
`
      }${
        last !== undefined &&
        latestSection(
          { days: record.recent.flatMap(({ days }) => days), has: isOn(theme), most: LATEST },
          key,
          gathering,
        )
      }${monthsTable(
        record.history,
        [{ name: words.found, count: ({ themes }) => themes[theme.id]?.[0] ?? 0 }],
        (month) => own(themeKey(theme.id, month)),
        locale,
      )}`,
    },
    gathering,
  );
}

function monthPage(theme: Theme, { month, days }: LedgerMonth, gathering: Gathering): SitePage {
  const { locale } = gathering;
  const key = themeKey(theme.id, month);
  return gatheredPage(
    {
      key,
      title: `${locale.pick(theme.name)}, ${locale.month(month)}`,
      section: "positions.html",
      kicker: html`${locale.words.theme}`,
      heading: html`<a href="${linksFrom(key, gathering)(themeKey(theme.id))}">${locale.text(theme.name)}</a>`,
      body: html`<section class="latest">
<h2>${locale.month(month)}</h2>
${ledgerList({ days, has: isOn(theme) }, key, gathering)}</section>
`,
    },
    gathering,
  );
}

function isOn({ id }: Theme) {
  return ({ themes }: LedgerArticle) => themes.includes(id);
}
