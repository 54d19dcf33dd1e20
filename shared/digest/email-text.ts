import type { LocalDate } from "../model.ts";
import type { ArticleCard } from "./article-card.ts";
import { DELIVERY_WORDS } from "./delivery-wording.ts";
import type { LetterParts } from "./email-html.ts";
import { safeHref } from "./escape.ts";
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
import { oneLine } from "./one-line.ts";

/** The letter as plain text. Whatever comes from outside stays on its own line. */
export function emailText({ edition, dossiers, site, address, locale }: LetterParts): string {
  const { words } = locale;
  const { date, revision, watchlist, timeZone } = edition;
  const own = DELIVERY_WORDS[locale.language];
  const stories = storyLines(edition, locale);
  return paragraphs([
    [
      `${oneLine(locale.pick(site.title))}: ${locale.weekday(date)}, ${locale.date(date)}`,
      figuresLine(edition, locale),
    ],
    revision > 1 && [locale.fill(words.corrected, { revision }), ...correctionLines(edition, locale)],
    address !== undefined && [`${own.wholeEdition}: ${address}`],
    ...dossiers.flatMap((dossier) => dossierParagraphs(dossier, date, locale)),
    stories.length > 0 && [words.stories, ...stories.map((line) => `- ${line}`)],
    [words.coverage, ...coverageLines(edition, locale)],
    ["--", words.howToReadText, locale.fill(words.madeWith, { revision, watchlist, zone: timeZone }), own.why],
  ]);
}

type Paragraph = readonly string[] | false;

function paragraphs(all: readonly Paragraph[]): string {
  return `${all.flatMap((lines) => (lines === false ? [] : lines.join("\n"))).join("\n\n")}\n`;
}

function dossierParagraphs(dossier: LetterDossier, day: LocalDate, locale: Locale): Paragraph[] {
  const { words } = locale;
  const pick: Locale["pick"] = (wording) => oneLine(locale.pick(wording));
  const { title, interview, weighed, mentioned, silent, left, themes } = dossier;
  return [
    [
      pick(title).toUpperCase(),
      `${words.measuredBy}: ${pick(interview.speaker)}, ${pick(interview.role)}. ${interview.url}`,
    ],
    weighed.length + mentioned.length === 0 && [words.nothing],
    ...weighed.flatMap((position) => positionParagraphs(position, day, locale)),
    mentioned.length > 0 && [
      `${DELIVERY_WORDS[locale.language].mentioned}:`,
      ...mentioned.map((position) => `- ${pick(position.statement)}: ${tallyLine(position, locale)}`),
    ],
    left > 0 && [locale.fill(words.andMore, { count: left })],
    silent > 0 && [`${locale.count(silent, words.silentPositions)}.`],
    themes.length > 0 && [`${words.themes}: ${themesLine(dossier, locale)}`],
  ];
}

function positionParagraphs(position: WeighedPosition, day: LocalDate, locale: Locale): Paragraph[] {
  const { words } = locale;
  const { statement, lines, more } = position;
  return [
    [`* ${oneLine(locale.pick(statement))}`, `  ${tallyLine(position, locale)}`],
    ...lines.map((line) => lineParagraph(line, day, locale)),
    more > 0 && [`  ${locale.count(more, words.moreLines)}`],
  ];
}

function lineParagraph(line: SidedLine, day: LocalDate, locale: Locale): Paragraph {
  const { words } = locale;
  const sure = locale.fill(words.confidence, { percent: locale.percent(line.confidence) });
  const speaker = line.speaker === undefined ? "" : `. ${words.saidBy}: ${oneLine(line.speaker)}`;
  return [
    `  ${words.relations[line.relation]}, ${sure}${speaker}`,
    `  > ${oneLine(line.quote)}`,
    ...line.articles.map((article) => `  ${source(article, day, locale)}`),
    ...(line.moreArticles > 0 ? [`  ${locale.fill(words.andMore, { count: line.moreArticles })}`] : []),
  ];
}

function source(article: ArticleCard, day: LocalDate, locale: Locale): string {
  const href = safeHref(article.url);
  return `${oneLine(article.outlet.name)}, ${whenOf(article, day, locale)}${href === undefined ? "" : `: ${href}`}`;
}
