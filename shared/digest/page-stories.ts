import type { LocalDate } from "../model.ts";
import type { DossierSection, Edition } from "./edition.ts";
import { html, type Markup, safeHref } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { storyKey, themeKey } from "./page-keys.ts";
import type { Story, StoryArticle } from "./stories.ts";

/** Stories of a theme in sight; its page has all of its articles. */
const STORIES_IN_SIGHT = 7;

export interface StoriesFrame {
  readonly edition: Edition;
  readonly inLedger: boolean;
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
  const shown = frame.inLedger ? all.slice(0, STORIES_IN_SIGHT) : all;
  return html`<section class="theme" id="theme-${id}">
<h4><a href="${own(themeKey(id))}">${locale.text(name)}</a> <span class="count">${locale.count(articles, words.articles)}</span></h4>
<ol>
${shown.map((story) => storyLine(story, frame))}</ol>
${
  shown.length < all.length &&
  html`<p class="more"><a href="${own(themeKey(id))}#day-${edition.date}">${locale.count(all.length - shown.length, words.moreStories)}</a></p>
`
}</section>
`;
})}</div>
${
  others.length > 0 &&
  html`<p class="silent">${others.map(
    ({ id, name, articles }, i) =>
      html`${i > 0 && " · "}<a href="${own(themeKey(id))}">${locale.text(name)}</a>${articles > 0 && ` ${locale.number(articles)}`}`,
  )}</p>
`
}</section>
`;
}

function storyLine({ id, articles, sources }: Story, { edition, inLedger, own, locale }: StoriesFrame): Markup {
  const { words } = locale;
  const [first, ...others] = articles;
  if (first === undefined) return html``;
  const reprints = others.filter(({ reprintOf }) => reprintOf !== undefined).length;
  const size = [
    sources > 1 && locale.count(sources, words.independent),
    reprints > 0 && locale.count(reprints, words.reprints),
  ].filter((fact) => fact !== false);
  return html`<li>${titled(first, words.untitled)} <span class="meta">${facts(first, edition.date, locale)}${
    others.length > 0 &&
    html` · ${inLedger ? html`<a href="${own(storyKey(id))}">${size.join(", ")}</a>` : size.join(", ")}`
  }</span></li>
`;
}

function titled({ title, url, language }: StoryArticle, untitled: string): Markup {
  const href = safeHref(url);
  const text = title.trim() === "" ? untitled : title;
  return html`<cite lang="${language}" dir="auto">${href === undefined ? text : html`<a href="${href}" rel="noopener noreferrer external">${text}</a>`}</cite>`;
}

function facts(
  { outlet, language, published, dateProblem, revision, textFrom }: StoryArticle,
  day: LocalDate,
  locale: Locale,
): Markup {
  const { words } = locale;
  const when =
    published === undefined
      ? html`<span class="flag">${words.noDate[dateProblem ?? "missing"]}</span>`
      : html`<time datetime="${published}">${locale.time(published, day)}</time>`;
  const flags = [revision > 1 && words.correctedArticle, textFrom === "feed" && words.feedOnly];
  return html`<b><bdi>${outlet.name}</bdi></b> · ${locale.languageName(language)} · ${when}${flags.map((flag) => flag !== false && html` · <span class="flag">${flag}</span>`)}`;
}
