import type { LocalDate } from "../model.ts";
import type { ArticleCard } from "./article-card.ts";
import { DELIVERY_WORDS } from "./delivery-wording.ts";
import { DOT } from "./dot.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { linked, tongue } from "./page-outside.ts";
import type { QuotedLine } from "./quoted-line.ts";

/** The sentence itself; where it is the headline of a single article, it is also the way there. */
export function quotation(line: QuotedLine): Markup {
  const { quote, language, articles } = line;
  const [only] = articles;
  const text = only !== undefined && articles.length === 1 && isHeadline(only, line) ? linked(only.url, quote) : quote;
  return html`<blockquote${tongue(language, quote)}>${text}</blockquote>`;
}

/**
 * Where the sentence stands: its first article with outlet, language and time, and what a reader should know of it; of the
 * others, which mostly print the same again, outlet and time.
 */
export function sourceLines(line: QuotedLine, day: LocalDate, locale: Locale): Markup {
  const [first, ...others] = line.articles;
  if (first === undefined) return html``;
  return html`<p class="refs">${reference(first, line, locale)}<small>${outlet(first, line, locale)}${DOT}${facts(first, day, locale)}</small>${
    others.length > 0 &&
    html`<br><small>${DELIVERY_WORDS[locale.language].alsoIn} ${others.map(
      (other, i) =>
        html`${i > 0 && ", "}<bdi>${linked(other.url, other.outlet.name)}</bdi> ${time(other, day, locale)}${flags(other, locale)}`,
    )}</small>`
  }</p>`;
}

function isHeadline({ title }: ArticleCard, { field, quote }: QuotedLine): boolean {
  return field === "title" && quote.trim() === title.trim();
}

/** The article's title, unless the quotation is that already. */
function reference(article: ArticleCard, line: QuotedLine, { words }: Locale): Markup {
  if (isHeadline(article, line)) return html``;
  const title = article.title.trim() === "" ? words.untitled : article.title;
  return html`<cite${tongue(article.language, title)}>${linked(article.url, title)}</cite> `;
}

/** The outlet's name: the link to the article where its headline is quoted for several outlets at once. */
function outlet(article: ArticleCard, line: QuotedLine, locale: Locale): Markup {
  const { name, country, ownership } = article.outlet;
  const isLink = line.articles.length > 1 && isHeadline(article, line);
  const kind = [
    country === undefined ? undefined : locale.country(country),
    ownership === undefined ? undefined : locale.words.ownership[ownership],
  ].filter((fact) => fact !== undefined);
  return html`<bdi>${isLink ? linked(article.url, name) : name}</bdi>${kind.map((fact) => DOT + fact)}`;
}

function facts(article: ArticleCard, day: LocalDate, locale: Locale): Markup {
  return html`${locale.languageName(article.language)}${DOT}${time(article, day, locale)}${flags(article, locale)}`;
}

function time({ published, dateProblem }: ArticleCard, day: LocalDate, locale: Locale): Markup {
  if (published !== undefined) return html`${locale.time(published, day)}`;
  return html`<span class="flag">${locale.words.noDate[dateProblem ?? "missing"]}</span>`;
}

function flags({ revision, correctedOn, textFrom, pageProblem }: ArticleCard, { words, fill, dayAndMonth }: Locale) {
  return html`${revision > 1 && html`${DOT}<span class="flag">${words.correctedArticle}</span>`}${
    correctedOn !== undefined &&
    html`${DOT}<span class="flag">${fill(words.correctedOn, { date: dayAndMonth(correctedOn) })}</span>`
  }${
    textFrom === "feed" &&
    html`${DOT}<span class="flag">${words.feedOnly}${pageProblem !== undefined && html` (<span lang="en" dir="ltr">${pageProblem}</span>)`}</span>`
  }`;
}
