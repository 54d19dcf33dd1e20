import type { Edition } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { themeKey } from "./page-keys.ts";
import { tongue } from "./page-outside.ts";

/** What was unlike other days: themes that surged, and stories that one kind of outlet passed over. */
export function unlikeOtherDays(edition: Edition, own: (file: string) => string, locale: Locale): Markup {
  return html`${surges(edition, own, locale)}${silences(edition, locale)}`;
}

function surges({ surges: all, dossiers }: Edition, own: (file: string) => string, locale: Locale): Markup {
  const { words } = locale;
  if (all.length === 0) return html``;
  const themes = new Map(dossiers.flatMap((dossier) => dossier.themes).map((theme) => [theme.id, theme.name]));
  return html`<section class="unlike">
<h3>${words.surges}</h3>
<p class="hint">${words.surgesHint}</p>
<ul>
${all.map(({ theme, articles, sources, usual }) => {
  const name = themes.get(theme);
  const told = locale.fill(words.surge, {
    articles: locale.count(articles, words.articles),
    sources: locale.count(sources, words.independent),
    usual: locale.number(usual),
  });
  return html`<li><a href="${own(themeKey(theme))}">${name === undefined ? theme : locale.text(name)}</a>: ${told}</li>
`;
})}</ul>
</section>
`;
}

function silences({ silences: all, stories }: Edition, locale: Locale): Markup {
  const { words } = locale;
  if (all.length === 0) return html``;
  return html`<section class="unlike">
<h3>${words.silence}</h3>
<p class="hint">${words.silenceHint}</p>
<ul>
${all.map(({ story, group }) => {
  const told = stories.find(({ id }) => id === story);
  const first = told?.articles[0];
  return (
    told !== undefined &&
    first !== undefined &&
    html`<li><cite${tongue(first.language, first.title)}>${first.title}</cite> <span class="meta">${locale.count(told.sources, words.independent)}</span> — ${locale.fill(words.silentGroup, { group: words.groups[group] })}</li>
`
  );
})}</ul>
</section>
`;
}
