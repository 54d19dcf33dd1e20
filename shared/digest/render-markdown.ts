import { type DigestLanguage, END_STATES, type ItemState, RELATIONS } from "../model.ts";
import type { ArticleCard } from "./article-card.ts";
import { daySentences } from "./day-sentences.ts";
import type { DossierSection, Edition } from "./edition.ts";
import { escapeMarkdown, markdownLink } from "./escape-markdown.ts";
import { type Locale, localeOf } from "./locale.ts";
import { correctionBlocks, storyBlocks } from "./markdown-stories.ts";
import type { PositionSection } from "./position-section.ts";
import type { QuotedLine } from "./quoted-line.ts";
import type { SiteContext } from "./site.ts";
import type { ThemeSection } from "./theme-section.ts";

const STATES: readonly ItemState[] = [...END_STATES, "waiting"];

/** An edition as CommonMark in one language, for mail, chat and notes. */
export function renderMarkdown(edition: Edition, site: SiteContext, language: DigestLanguage): string {
  const locale = localeOf(language, edition.timeZone);
  const { words } = locale;
  const { date, revision, counts, watchlist, timeZone } = edition;
  const figures = (["items", "matched", "for", "against"] as const).map(
    (figure) => `**${locale.number(counts[figure])}** ${locale.count(counts[figure], words.figures[figure])}`,
  );
  const note = revision === 0 ? words.soFar : revision > 1 ? locale.fill(words.corrected, { revision }) : undefined;
  return blocks([
    `# ${escapeMarkdown(locale.pick(site.title))}: ${locale.weekday(date)}, ${locale.date(date)}`,
    escapeMarkdown(daySentences(edition, locale).join(" ")),
    figures.join(" · "),
    note && `> ${note}`,
    ...correctionBlocks(edition, locale),
    ...unlikeBlocks(edition, locale),
    ...edition.dossiers.flatMap((dossier) => dossierBlocks(dossier, edition, locale)),
    ...coverageBlocks(edition, locale),
    "---",
    words.howToReadText,
    escapeMarkdown(locale.fill(words.madeWith, { revision, watchlist, zone: timeZone })),
  ]);
}

function blocks(parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined && part !== "").join("\n\n")}\n`;
}

function dossierBlocks(dossier: DossierSection, edition: Edition, locale: Locale) {
  const { words } = locale;
  const { title, interview, positions, themes } = dossier;
  const spoken = positions.filter(({ evidence }) => evidence.length > 0);
  const silent = positions.filter(({ evidence }) => evidence.length === 0);
  const { speaker, role, outlet, url } = interview;
  return [
    `## ${escapeMarkdown(locale.pick(title))}`,
    `${words.measuredBy}: ${escapeMarkdown(`${locale.pick(speaker)}, ${locale.pick(role)}`)}. ${markdownLink(outlet, url)}`,
    `### ${words.positions}`,
    spoken.length === 0 ? words.nothing : undefined,
    ...spoken.flatMap((position) => positionBlocks(position, edition, locale)),
    silent.length === 0 ? undefined : `_${locale.count(silent.length, words.silentPositions)}:_`,
    silent.map(({ statement }) => `- ${escapeMarkdown(locale.pick(statement))}`).join("\n"),
    ...voiceBlocks(dossier, locale),
    ...storyBlocks(dossier, edition, locale),
    `### ${words.themes}`,
    ...themes.filter(({ articles }) => articles > 0).flatMap((theme) => themeBlocks(theme, edition, locale)),
  ];
}

/** Surges and silences, where there are any. */
function unlikeBlocks({ surges, silences, stories, dossiers }: Edition, { words, fill, count, number, pick }: Locale) {
  const names = new Map(dossiers.flatMap(({ themes }) => themes.map(({ id, name }) => [id, pick(name)])));
  const titles = new Map(stories.map(({ id, articles }) => [id, articles[0]?.title ?? words.untitled]));
  const surge = ({ theme, articles, sources, usual }: Edition["surges"][number]) =>
    `${names.get(theme) ?? theme}: ${fill(words.surge, { articles: count(articles, words.articles), sources: count(sources, words.independent), usual: number(usual) })}`;
  const silence = ({ story, group }: Edition["silences"][number]) =>
    `${titles.get(story) ?? words.untitled}: ${fill(words.silentGroup, { group: words.groups[group] })}`;
  const list = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${heading}`, lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n")];
  return [...list(words.surges, surges.map(surge)), ...list(words.silence, silences.map(silence))];
}

function voiceBlocks({ voices, positions }: DossierSection, { words, pick }: Locale) {
  if (voices.length === 0) return [];
  const statements = new Map(positions.map(({ id, statement }) => [id, pick(statement)]));
  const lines = voices.map((voice) => {
    const sides = (["for", "against"] as const).flatMap((side) =>
      voice[side].map((id) => `${words.relations[side]}: ${escapeMarkdown(statements.get(id) ?? id)}`),
    );
    return `- **${escapeMarkdown(voice.speaker)}** ${sides.join("; ")}`;
  });
  return [`### ${words.voices}`, lines.join("\n")];
}

function positionBlocks({ statement, articles, evidence }: PositionSection, edition: Edition, locale: Locale) {
  const { words } = locale;
  const tally = RELATIONS.filter((relation) => articles[relation] > 0).map((relation) =>
    locale.count(articles[relation], words.relationCounts[relation]),
  );
  return [
    `#### ${escapeMarkdown(locale.pick(statement))}`,
    tally.join(" · "),
    ...evidence.map((line) => {
      const sure = locale.fill(words.confidence, { percent: locale.percent(line.confidence) });
      const speaker = line.speaker === undefined ? "" : ` · ${words.saidBy}: ${escapeMarkdown(line.speaker)}`;
      return `- **${words.relations[line.relation]}** (${sure})${speaker}\n${quoted(line, edition, locale)}`;
    }),
  ];
}

function themeBlocks({ name, articles, lines }: ThemeSection, edition: Edition, locale: Locale) {
  return [
    `#### ${escapeMarkdown(locale.pick(name))}: ${locale.count(articles, locale.words.articles)}`,
    ...lines.map((line) => `- ${quoted(line, edition, locale).trimStart()}`),
  ];
}

/** A sentence and its articles, indented to stand in a list. */
function quoted(line: QuotedLine, edition: Edition, locale: Locale): string {
  const articles = line.articles.map((article) => `  - ${reference(article, edition, locale)}`);
  return [`  > ${escapeMarkdown(line.quote)}`, "", ...articles].join("\n");
}

function reference({ title, url, outlet, language, ...article }: ArticleCard, edition: Edition, locale: Locale) {
  const { words } = locale;
  const facts = [
    markdownLink(title.trim() === "" ? words.untitled : title, url),
    escapeMarkdown(outlet.name),
    locale.languageName(language),
    article.published === undefined
      ? words.noDate[article.dateProblem ?? "missing"]
      : locale.time(article.published, edition.date),
    article.revision > 1 ? words.correctedArticle : undefined,
    article.textFrom === "feed" ? words.feedOnly : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(" · ");
}

function coverageBlocks({ coverage }: Edition, locale: Locale) {
  const { words } = locale;
  const states = STATES.filter((state) => coverage.states[state] > 0).map(
    (state) => `| ${words.states[state].join(": ")} | ${locale.number(coverage.states[state])} |`,
  );
  const troubled = coverage.sources
    .filter(({ state }) => state !== "fetched" && state !== "unchanged")
    .map(({ outlet, state, failures }) => {
      const reasons = failures.map(({ reason }) => escapeMarkdown(reason)).join("; ");
      return `- ${escapeMarkdown(outlet.name)}: ${words.sourceStates[state]}${reasons === "" ? "" : `, ${reasons}`}`;
    });
  const nameOf = (id: string) => coverage.sources.find(({ outlet }) => outlet.id === id)?.outlet.name ?? id;
  const problems = coverage.problems.map(
    ({ source, stage, reason }) =>
      `- ${escapeMarkdown(nameOf(source))}, ${words.stages[stage]}: ${escapeMarkdown(reason)}`,
  );
  return [
    `## ${words.coverage}`,
    [
      `| ${words.coverageLead} | |`,
      "| --- | ---: |",
      ...states,
      `| **${words.sum}** | ${locale.number(coverage.items)} |`,
    ].join("\n"),
    [...troubled, ...problems].join("\n"),
  ];
}
