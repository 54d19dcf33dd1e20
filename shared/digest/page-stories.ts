import type { LocalDate } from "../model.ts";
import { DOT } from "./dot.ts";
import type { DossierSection, Edition } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { InSight } from "./in-sight.ts";
import type { Locale } from "./locale.ts";
import { chainLine } from "./page-chain.ts";
import { storyKey, themeKey } from "./page-keys.ts";
import { linked, moment, tongue } from "./page-outside.ts";
import type { Story, StoryArticle } from "./stories.ts";

/** Stories of a theme in sight; its page has all of its articles. */
const STORIES_IN_SIGHT = 7;

export interface StoriesFrame {
  readonly edition: Edition;
  readonly inLedger: boolean;
  readonly inSight: Pick<InSight, "singleStories">;
  readonly own: (file: string) => string;
  readonly locale: Locale;
}

/** The day's stories, each under the theme it is surest of, most important first; the themes without any in one line. */
export function stories({ themes }: DossierSection, frame: StoriesFrame): Markup {
  const { edition, own, locale } = frame;
  const { words } = locale;
  const byTheme = Map.groupBy(edition.stories, ({ themes: [main] }) => main);
  const told = themes.filter(({ id }) => byTheme.has(id));
  const others = themes.filter(({ id }) => !byTheme.has(id));
  return html`<section class="themes">
<h3>${words.stories}</h3>
<p class="hint">${words.storiesHint}</p>
<div class="columns">
${told.map(({ id, name, articles }) => {
  const all = byTheme.get(id) ?? [];
  const shown = frame.inLedger
    ? all.slice(0, STORIES_IN_SIGHT).filter((story, i) => i < frame.inSight.singleStories || !isSingle(story))
    : all;
  return html`<section id="theme-${id}">
<h4><a href="${own(themeKey(id))}">${locale.text(name)}</a> <small>${locale.count(articles, words.articles)}</small></h4>
${
  shown.length > 0 &&
  html`<ol>
${shown.map((story) => storyLine(story, frame))}</ol>
${
  shown.length < all.length &&
  html`<p class="more"><a href="${own(themeKey(id))}#day-${edition.date}">${locale.count(all.length - shown.length, words.moreStories)}</a></p>
`
}`
}</section>
`;
})}</div>
${
  others.length > 0 &&
  html`<p class="silent">${words.otherThemes}: ${others.map(
    ({ id, name, articles }, i) =>
      html`${i > 0 && DOT}<a href="${own(themeKey(id))}">${locale.text(name)}</a>${articles > 0 && ` (${locale.count(articles, words.articles)})`}`,
  )}</p>
`
}</section>
`;
}

/** Whether one article is all there is of it, so that it has no page of its own. */
function isSingle({ articles, since }: Story): boolean {
  return articles.length === 1 && since === undefined;
}

function storyLine(story: Story, { edition, inLedger, own, locale }: StoriesFrame): Markup {
  const { words } = locale;
  const { id, articles, sources, since } = story;
  const [first] = articles;
  if (first === undefined) return html``;
  const isOne = isSingle(story);
  const reprints = articles.filter(({ reprintOf }) => reprintOf !== undefined).length;
  const size = [
    (sources > 1 || reprints > 0) && locale.count(sources, words.independent),
    reprints > 0 && locale.count(reprints, words.reprints),
    since !== undefined && locale.fill(words.since, { date: locale.dayAndMonth(since) }),
  ].filter((fact) => fact !== false);
  const told = size.length === 0 ? locale.count(articles.length, words.articles) : size.join(", ");
  return html`<li>${titled(first, words.untitled)} <small>${facts(first, edition.date, locale)}${
    !isOne && html`${DOT}${inLedger ? html`<a href="${own(storyKey(id))}">${told}</a>` : told}`
  }</small>${!isOne && chainLine(story, { day: edition.date, inLedger, locale })}</li>
`;
}

function titled({ title, url, language }: StoryArticle, untitled: string): Markup {
  return html`<cite${tongue(language, title)}>${linked(url, title.trim() === "" ? untitled : title)}</cite>`;
}

function facts(
  { outlet, language, published, dateProblem, revision, correctedOn, textFrom }: StoryArticle,
  day: LocalDate,
  locale: Locale,
): Markup {
  const { words } = locale;
  const when =
    published === undefined
      ? html`<span class="flag">${words.noDate[dateProblem ?? "missing"]}</span>`
      : html`${moment(published, day, locale)}`;
  const flags = [
    revision > 1 && words.correctedArticle,
    correctedOn !== undefined && locale.fill(words.correctedOn, { date: locale.dayAndMonth(correctedOn) }),
    textFrom === "feed" && words.feedOnly,
  ];
  return html`<bdi>${outlet.name}</bdi>${DOT}${locale.languageName(language)}${DOT}${when}${flags.map((flag) => flag !== false && html`${DOT}<span class="flag">${flag}</span>`)}`;
}
