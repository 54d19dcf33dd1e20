import type { LocalDate } from "../model.ts";
import type { ArticleCard } from "./article-card.ts";
import { DELIVERY_WORDS } from "./delivery-wording.ts";
import type { Edition } from "./edition.ts";
import { EMAIL_DARK, EMAIL_STYLES as STYLES } from "./email-styles.ts";
import { html, type Markup, safeHref } from "./escape.ts";
import {
  correctionLines,
  coverageLines,
  figuresLine,
  type LetterDossier,
  type SidedLine,
  storyLines,
  tallyLine,
  themesLine,
  type WeighedPosition,
  whenOf,
} from "./letter.ts";
import type { Locale } from "./locale.ts";
import type { PublishedAt } from "./published-at.ts";

export interface LetterParts {
  readonly edition: Edition;
  readonly dossiers: readonly LetterDossier[];
  readonly site: PublishedAt;
  /** Of the edition's page. */
  readonly address: string | undefined;
  readonly subject: string;
  readonly locale: Locale;
}

/** The letter as HTML that mail programs keep: tables, styles in each element, no script, nothing to fetch. */
export function emailHtml({ edition, dossiers, site, address, subject, locale }: LetterParts): string {
  const { words, language, pick } = locale;
  const { date, revision, watchlist, timeZone } = edition;
  const own = DELIVERY_WORDS[language];
  const [states, outlets] = coverageLines(edition, locale);
  const stories = storyLines(edition, locale);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>
${EMAIL_DARK}
</style>
</head>
<body class="paper" style="${STYLES.body}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" bgcolor="#fcfbf8" style="${STYLES.paper}"><tr><td align="center">
<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" style="${STYLES.sheet}"><tr><td class="ink" style="${STYLES.inside}">
<p class="ink" style="${STYLES.brand}">${pick(site.title)}</p>
<h1 class="ink" style="${STYLES.date}">${locale.date(date)}, ${locale.weekday(date)}</h1>
<p class="soft" style="${STYLES.figures}">${figuresLine(edition, locale)}</p>
${revision > 1 && html`<p class="note" style="${STYLES.note}">${locale.fill(words.corrected, { revision })}${correctionLines(edition, locale).map((line) => html`<br>${line}`)}</p>\n`}${
  address !== undefined && html`<p class="ink" style="${STYLES.whole}">${link(address, own.wholeEdition)}</p>\n`
}${dossiers.map((dossier) => dossierPart(dossier, date, address, locale))}${
  stories.length > 0 &&
  html`<h2 class="ink" style="${STYLES.heading}">${words.stories}</h2>
${stories.map((line) => html`<p class="ink" style="${STYLES.plain}">${line}</p>\n`)}`
}<h2 class="ink" style="${STYLES.heading}">${words.coverage}</h2>
<p class="ink" style="${STYLES.plain}">${states}</p>
<p class="ink" style="${STYLES.plain}">${outlets}</p>
<h2 class="ink" style="${STYLES.heading}">${words.howToRead}</h2>
<p class="soft" style="${STYLES.soft}">${words.howToReadText}</p>
<p class="soft" style="${STYLES.soft}">${locale.fill(words.madeWith, { revision, watchlist, zone: timeZone })} ${own.why}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`.markup;
}

function dossierPart(dossier: LetterDossier, day: LocalDate, address: string | undefined, locale: Locale): Markup {
  const { words, pick } = locale;
  const { title, interview, weighed, mentioned, silent, left, themes } = dossier;
  return html`<h2 class="ink" style="${STYLES.title}">${pick(title)}</h2>
<p class="soft" style="${STYLES.soft}">${words.measuredBy}: ${pick(interview.speaker)}, ${pick(interview.role)}. ${link(interview.url, interview.outlet)}</p>
${weighed.length + mentioned.length === 0 && html`<p class="ink" style="${STYLES.plain}">${words.nothing}</p>\n`}${weighed.map(
  (position) => positionPart(position, day, address, locale),
)}${
  mentioned.length > 0 &&
  html`<h3 class="ink" style="${STYLES.heading}">${DELIVERY_WORDS[locale.language].mentioned}</h3>
${mentioned.map((position) => html`<p class="ink" style="${STYLES.plain}">${pick(position.statement)}: ${tallyLine(position, locale)}</p>\n`)}`
}${
  left > 0 &&
  html`<p class="soft" style="${STYLES.soft}">${atAddress(locale.fill(words.andMore, { count: left }), address)}</p>
`
}${silent > 0 && html`<p class="soft" style="${STYLES.soft}">${locale.count(silent, words.silentPositions)}.</p>\n`}${
  themes.length > 0 &&
  html`<h3 class="ink" style="${STYLES.heading}">${words.themes}</h3>
<p class="ink" style="${STYLES.plain}">${themesLine(dossier, locale)}</p>\n`
}`;
}

function positionPart(position: WeighedPosition, day: LocalDate, address: string | undefined, locale: Locale): Markup {
  const { words, pick, count } = locale;
  const { id, statement, lines, more } = position;
  const rest = count(more, words.moreLines);
  return html`<h3 class="ink" style="${STYLES.claim}">${pick(statement)}</h3>
<p class="soft" style="${STYLES.tally}">${tallyLine(position, locale)}</p>
${lines.map((line) => linePart(line, day, locale))}${
  more > 0 &&
  html`<p class="soft" style="${STYLES.meta}">${atAddress(rest, address && `${address}#position-${id}`)}</p>\n`
}`;
}

function linePart(line: SidedLine, day: LocalDate, locale: Locale): Markup {
  const { words } = locale;
  const { relation: side, quote, language, speaker, confidence, articles, moreArticles } = line;
  const [first, ...others] = articles;
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLES.line}"><tr><td class="${side}" style="${STYLES.side[side]}">
<p class="${side}" style="${STYLES.mark[side]}"><b>${words.relations[side]}</b>, ${locale.fill(words.confidence, { percent: locale.percent(confidence) })}${speaker !== undefined && html`. ${words.saidBy}: <bdi lang="${language}">${speaker}</bdi>`}</p>
<p class="ink" lang="${language}" dir="auto" style="${STYLES.quote}">${quote}</p>
<p class="soft" style="${STYLES.meta}">${first !== undefined && source(first, day, locale)}${others.length > 0 && html`; ${DELIVERY_WORDS[locale.language].alsoIn} ${others.map((other, i) => html`${i > 0 && ", "}${link(other.url, other.outlet.name)}`)}${moreArticles > 0 && ` ${locale.fill(words.andMore, { count: moreArticles })}`}`}</p>
</td></tr></table>
`;
}

function source(article: ArticleCard, day: LocalDate, locale: Locale): Markup {
  const { url, outlet, language } = article;
  return html`<bdi>${link(url, outlet.name)}</bdi> · ${locale.languageName(language)} · ${whenOf(article, day, locale)}`;
}

/** The way to what only the page has, where anybody knows where that is. */
function atAddress(text: string, address: string | undefined): Markup {
  return address === undefined ? html`${text}` : link(address, text);
}

/** A link where the address is one to follow, else the bare text. */
function link(address: string, text: string): Markup {
  const href = safeHref(address);
  return href === undefined ? html`${text}` : html`<a href="${href}" style="${STYLES.link}">${text}</a>`;
}
