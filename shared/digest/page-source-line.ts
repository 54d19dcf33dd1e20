import type { LocalDate } from "../model.ts";
import type { ArticleCard } from "./article-card.ts";
import { html, type Markup, safeHref } from "./escape.ts";
import type { Locale } from "./locale.ts";
import type { QuotedLine } from "./quoted-line.ts";

/** The sentence itself; where it is the headline of a single article, it is also the way there. */
export function quotation(line: QuotedLine): Markup {
  const { quote, language, articles } = line;
  const [only] = articles;
  const text = only !== undefined && articles.length === 1 && isHeadline(only, line) ? linked(only.url, quote) : quote;
  return html`<blockquote lang="${language}" dir="auto"><p>${text}</p></blockquote>`;
}

/** Where the sentence stands: each article with its outlet, language and time, and what a reader should know of it. */
export function sourceLines(line: QuotedLine, day: LocalDate, locale: Locale): Markup {
  return html`<ul class="refs">
${line.articles.map(
  (
    article,
  ) => html`<li>${reference(article, line, locale)}<span class="meta">${outlet(article, line, locale)} · ${facts(article, day, locale)}</span></li>
`,
)}</ul>`;
}

function isHeadline({ title }: ArticleCard, { field, quote }: QuotedLine): boolean {
  return field === "title" && quote.trim() === title.trim();
}

/** The article's title, unless the quotation is that already. */
function reference(article: ArticleCard, line: QuotedLine, { words }: Locale): Markup {
  if (isHeadline(article, line)) return html``;
  const title = article.title.trim() === "" ? words.untitled : article.title;
  return html`<cite lang="${article.language}" dir="auto">${linked(article.url, title)}</cite> `;
}

/** The outlet's name: the link to the article where its headline is quoted for several outlets at once. */
function outlet(article: ArticleCard, line: QuotedLine, locale: Locale): Markup {
  const { name, country, ownership } = article.outlet;
  const isLink = line.articles.length > 1 && isHeadline(article, line);
  const kind = [
    country === undefined ? undefined : locale.country(country),
    ownership === undefined ? undefined : locale.words.ownership[ownership],
  ].filter((fact) => fact !== undefined);
  return html`<b><bdi>${isLink ? linked(article.url, name) : name}</bdi></b>${kind.map((fact) => ` · ${fact}`)}`;
}

function facts(article: ArticleCard, day: LocalDate, locale: Locale): Markup {
  return html`${locale.languageName(article.language)} · ${time(article, day, locale)}${flags(article, locale)}`;
}

/** A link where the address is one to follow, else the bare text. */
function linked(address: string, text: string): Markup {
  const href = safeHref(address);
  return href === undefined ? html`${text}` : html`<a href="${href}" rel="noopener noreferrer external">${text}</a>`;
}

function time({ published, dateProblem }: ArticleCard, day: LocalDate, locale: Locale): Markup {
  if (published !== undefined) return html`<time datetime="${published}">${locale.time(published, day)}</time>`;
  return html`<span class="flag">${locale.words.noDate[dateProblem ?? "missing"]}</span>`;
}

function flags({ revision, textFrom, pageProblem }: ArticleCard, { words }: Locale): Markup {
  return html`${revision > 1 && html` · <span class="flag">${words.correctedArticle}</span>`}${
    textFrom === "feed" &&
    html` · <span class="flag">${words.feedOnly}${pageProblem !== undefined && html` (<span lang="en" dir="ltr">${pageProblem}</span>)`}</span>`
  }`;
}
