import { RELATIONS } from "../../model.ts";
import { outletOf } from "../article-card.ts";
import { DOT } from "../dot.ts";
import { html, type Markup } from "../escape.ts";
import type { LedgerArticle, LedgerDay, LedgerQuote } from "../ledger.ts";
import type { Locale } from "../locale.ts";
import { positionKey } from "../page-keys.ts";
import { linked, tongue } from "../page-outside.ts";
import type { SiteRecord } from "../site.ts";
import { type Gathering, linksFrom } from "./gathered-page.ts";

export interface LedgerList {
  readonly days: readonly LedgerDay[];
  /** Which of a day's articles stand in it. */
  readonly has: (article: LedgerArticle) => boolean;
  /** Which of their quotations do; without it, their titles alone. */
  readonly quotes?: (quote: LedgerQuote) => boolean;
  /** Where a page is not of one claim: the claim that a quotation speaks to. */
  readonly claim?: (position: string) => Markup;
  /** Articles at most, the newest. */
  readonly most?: number;
}

/** Articles day by day, newest day first, each with its outlet and what it says to the claims; on the page of `key`. */
export function ledgerList(list: LedgerList, key: string, gathering: Gathering): Markup {
  const { days, has, most = Number.POSITIVE_INFINITY } = list;
  const { locale } = gathering;
  const own = linksFrom(key, gathering);
  let left = most;
  return html`<div class="ledger">
${days.toReversed().map((day) => {
  const articles = day.articles.filter(has).slice(0, left);
  left -= articles.length;
  return (
    articles.length > 0 &&
    html`<section class="ledger-day" id="day-${day.date}">
<h3><a href="${own(`${day.date}/index.html`)}"><time datetime="${day.date}">${locale.date(day.date)}</time></a></h3>
${articles.map((article) => entry(article, list, gathering))}</section>
`
  );
})}</div>
`;
}

/** The latest articles under their heading; nothing where there are none. */
export function latestSection(list: LedgerList, key: string, gathering: Gathering): Markup {
  if (!list.days.some(({ articles }) => articles.some(list.has))) return html``;
  return html`<section class="latest">
<h2>${gathering.locale.words.latest}</h2>
${ledgerList(list, key, gathering)}</section>
`;
}

function entry(article: LedgerArticle, { quotes, claim }: LedgerList, { record, locale }: Gathering): Markup {
  const shown = quotes === undefined ? [] : article.quotes.filter(quotes);
  return html`<article class="entry">
${RELATIONS.flatMap((relation) => shown.filter((quote) => quote.relation === relation)).map((quote) => saying(quote, article, locale, claim))}<p class="refs">${reference(article, shown, locale)}<small>${facts(article, record, locale)}</small></p>
</article>
`;
}

function saying(
  { position, relation, quote, speaker, confidence }: LedgerQuote,
  article: LedgerArticle,
  locale: Locale,
  claim: LedgerList["claim"],
): Markup {
  const { words } = locale;
  return html`<div class="line ${relation}">
<p class="mark"><b>${words.relations[relation]}</b> ${locale.fill(words.confidence, { percent: locale.percent(confidence) })}${claim !== undefined && html` <span class="claim-of">${claim(position)}</span>`}</p>
<blockquote${tongue(article.language, quote)}><p>${isHeadline(quote, article) ? linked(article.url, quote) : quote}</p></blockquote>
${
  speaker !== undefined &&
  html`<p class="speaker">${words.saidBy}: <bdi lang="${article.language}">${speaker}</bdi></p>
`
}</div>
`;
}

function isHeadline(quote: string, { title }: LedgerArticle): boolean {
  return quote.trim() === title.trim();
}

function reference(article: LedgerArticle, shown: readonly LedgerQuote[], { words }: Locale): Markup {
  if (shown.some(({ quote }) => isHeadline(quote, article))) return html``;
  const title = article.title.trim() === "" ? words.untitled : article.title;
  return html`<cite${tongue(article.language, title)}>${linked(article.url, title)}</cite> `;
}

function facts(article: LedgerArticle, record: SiteRecord, locale: Locale): Markup {
  const { name, country, ownership } = outletOf(article.source, record.sources);
  const kind = [
    country === undefined ? undefined : locale.country(country),
    ownership === undefined ? undefined : locale.words.ownership[ownership],
    locale.languageName(article.language),
  ].filter((fact) => fact !== undefined);
  return html`<bdi>${name}</bdi>${kind.map((fact) => DOT + fact)}${article.published === undefined && html`${DOT}<span class="flag">${locale.words.noDate.missing}</span>`}${
    article.correctedOn !== undefined &&
    html`${DOT}<span class="flag">${locale.fill(locale.words.correctedOn, { date: locale.dayAndMonth(article.correctedOn) })}</span>`
  }`;
}

/** A claim as the way from the page of `key` to its own. */
export function claimLink(key: string, gathering: Gathering) {
  const { record, locale } = gathering;
  const own = linksFrom(key, gathering);
  const statements = new Map(
    record.dossiers.flatMap(({ positions }) => positions.map(({ id, statement }) => [id, statement])),
  );
  return (position: string): Markup => {
    const statement = statements.get(position);
    return statement === undefined
      ? html`${position}`
      : html`<a href="${own(positionKey(position))}">${locale.text(statement)}</a>`;
  };
}
