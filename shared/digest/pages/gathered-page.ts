import type { DigestLanguage, LocalDate } from "../../model.ts";
import { html, type Markup } from "../escape.ts";
import type { LedgerArticle, LedgerMonth } from "../ledger.ts";
import { type Locale, localeOf } from "../locale.ts";
import { type PageFrame, pageShell } from "../page-shell.ts";
import { nameIn, rootOf, type SiteContext, type SitePage, type SiteRecord, sitePage } from "../site.ts";

/** What it takes to write a page that gathers many days, in one language. */
export interface Gathering {
  readonly record: SiteRecord;
  readonly site: SiteContext;
  readonly language: DigestLanguage;
  readonly locale: Locale;
}

export function gatheringIn(language: DigestLanguage, site: SiteContext, record: SiteRecord): Gathering {
  return { record, site, language, locale: localeOf(language, record.timeZone) };
}

/** The last finished day: with it every chart ends. */
export function lastDay({ history }: SiteRecord): LocalDate | undefined {
  return history.at(-1)?.date;
}

export interface GatheredPage {
  /** In the first language, with `/`. */
  readonly key: string;
  readonly title: string;
  /** The site's own where it has none. */
  readonly description?: string;
  readonly picture?: PageFrame["picture"];
  readonly section?: "positions.html" | "sources.html" | "archive.html" | "search.html";
  readonly script?: string;
  readonly kicker?: Markup;
  readonly heading: Markup;
  readonly lead?: Markup;
  readonly themes?: Markup;
  readonly body: Markup;
}

/** The page with its head, under its key in the language. */
export function gatheredPage(page: GatheredPage, { site, language, locale }: Gathering): SitePage {
  const { words } = locale;
  const { key, title, picture, section, script, kicker, heading, lead, themes, body } = page;
  const text = pageShell({
    locale,
    site,
    title,
    description: page.description ?? words.tagline,
    key,
    styles: "gathered.css",
    ...(picture === undefined ? {} : { picture }),
    ...(section === undefined ? {} : { section }),
    ...(script === undefined ? {} : { script }),
    body: html`<main id="main" class="gathered">
<header class="head">
${
  kicker !== undefined &&
  html`<p class="kicker">${kicker}</p>
`
}<h1>${heading}</h1>
${
  lead !== undefined &&
  html`<p class="tagline">${lead}</p>
`
}${
  themes !== undefined &&
  html`<p class="tagline">${themes}</p>
`
}</header>
${body}</main>`,
    footer: html`<p class="formats"><a href="${rootOf(key)}${nameIn(language, "index.html", site.languages)}">${words.newest}</a></p>`,
  });
  return sitePage(nameIn(language, key, site.languages), text);
}

/** The month that is written, where its new day has such an article or had one that a correction took away. */
export function writtenMonth(
  { month, day, replaced }: SiteRecord,
  has: (article: LedgerArticle) => boolean,
): LedgerMonth | undefined {
  return [day, replaced].some((one) => one?.articles.some(has)) ? month : undefined;
}

/** From a page's folder to any other page, in its language. */
export function linksFrom(key: string, { language, site }: Gathering): (file: string) => string {
  return (file) => rootOf(key) + nameIn(language, file, site.languages);
}
