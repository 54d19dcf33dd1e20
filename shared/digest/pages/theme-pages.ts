import type { Dossier, Theme } from "../../model.ts";
import { html, type Markup } from "../escape.ts";
import { chartDays } from "../history.ts";
import type { LedgerArticle, LedgerDay } from "../ledger.ts";
import { positionKey, themeKey } from "../page-keys.ts";
import { nameIn, type SitePage } from "../site.ts";
import { countFigure } from "./count-chart.ts";
import { type Gathering, gatheredPage, lastDay, rootOf } from "./gathered-page.ts";
import { ledgerList } from "./ledger-list.ts";
import { monthsTable } from "./months-table.ts";

/** Articles on a theme's own page; its months have all of them. */
const LATEST = 40;

/** Every theme's own page, and its articles of the month that is written. */
export function* themePages(gathering: Gathering): Generator<SitePage> {
  const { dossiers, month, replaced } = gathering.record;
  const days = [...(month?.days ?? []), ...(replaced === undefined ? [] : [replaced])];
  for (const dossier of dossiers)
    for (const theme of dossier.themes) {
      yield ownPage(theme, dossier, gathering);
      if (month !== undefined && days.some((day) => day.articles.some(isOn(theme))))
        yield monthPage(theme, month.month, month.days, gathering);
    }
}

function ownPage(theme: Theme, dossier: Dossier, gathering: Gathering): SitePage {
  const { record, locale, language, site } = gathering;
  const { words } = locale;
  const key = themeKey(theme.id);
  const own = (file: string) => rootOf(key) + nameIn(language, file, site.languages);
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
        html`<section class="latest">
<h2>${words.latest}</h2>
${entries(
  theme,
  record.recent.flatMap(({ days }) => days),
  key,
  gathering,
  LATEST,
)}</section>
`
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

function monthPage(theme: Theme, month: string, days: readonly LedgerDay[], gathering: Gathering): SitePage {
  const { locale, language, site } = gathering;
  const key = themeKey(theme.id, month);
  const own = rootOf(key) + nameIn(language, themeKey(theme.id), site.languages);
  return gatheredPage(
    {
      key,
      title: `${locale.pick(theme.name)}, ${locale.month(month)}`,
      section: "positions.html",
      kicker: html`${locale.words.theme}`,
      heading: html`<a href="${own}">${locale.text(theme.name)}</a>`,
      body: html`<section class="latest">
<h2>${locale.month(month)}</h2>
${entries(theme, days, key, gathering)}</section>
`,
    },
    gathering,
  );
}

function isOn({ id }: Theme) {
  return ({ themes }: LedgerArticle) => themes.includes(id);
}

function entries(
  theme: Theme,
  days: readonly LedgerDay[],
  key: string,
  { record, locale, language, site }: Gathering,
  most?: number,
): Markup {
  return ledgerList({
    days,
    has: isOn(theme),
    ...(most === undefined ? {} : { most }),
    record,
    locale,
    dayPage: (date) => `${rootOf(key)}${date}/${nameIn(language, "index.html", site.languages)}`,
  });
}
