import type { Correction } from "./corrections.ts";
import type { DossierSection, Edition } from "./edition.ts";
import { escapeMarkdown, markdownLink } from "./escape-markdown.ts";
import type { Locale } from "./locale.ts";
import type { Story, StoryArticle } from "./stories.ts";

/** The stories of more than one article, a line each: who had it first, and whoever wrote of it besides. */
export function storyBlocks({ themes }: DossierSection, { stories, date }: Edition, locale: Locale): string[] {
  const ids = new Set(themes.map(({ id }) => id));
  const told = stories.filter(
    ({ articles, since, themes: [main] }) =>
      main !== undefined && ids.has(main) && (articles.length > 1 || since !== undefined),
  );
  return told.length === 0
    ? []
    : [`### ${locale.words.stories}`, told.map((story) => `- ${storyLine(story, date, locale)}`).join("\n")];
}

function storyLine({ articles, sources, origin, since }: Story, day: Edition["date"], locale: Locale): string {
  const { words, fill, count } = locale;
  const [first] = articles;
  const outlet = ({ outlet: { name }, url, published }: StoryArticle) =>
    `${markdownLink(name, url)}${published === undefined ? "" : ` ${locale.time(published, day)}`}`;
  const reprints = articles.filter(({ reprintOf }) => reprintOf !== undefined);
  const originals = articles.filter(({ reprintOf }) => reprintOf === undefined);
  const named = (label: string, texts: readonly StoryArticle[]) =>
    texts.length === 0 ? undefined : `${label}: ${texts.map(outlet).join(", ")}`;
  return [
    first && markdownLink(first.title.trim() === "" ? words.untitled : first.title, first.url),
    since && fill(words.since, { date: locale.dayAndMonth(since) }),
    count(sources, words.independent),
    `${words.origin}: ${escapeMarkdown(origin.name)}${origin.isAgency ? ` (${words.creditedInText})` : ""}`,
    named(words.alsoWrote, originals.slice(1)),
    named(words.printedAgain, reprints),
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
}

/** What outlets corrected, each text in a line of its own. */
export function correctionBlocks({ corrections, date, dossiers }: Edition, locale: Locale): string[] {
  const { words } = locale;
  const statements = new Map(
    dossiers.flatMap(({ positions }) => positions.map(({ id, statement }) => [id, locale.pick(statement)])),
  );
  const text = (label: string, { day, title, url, says }: Correction["before"]) => {
    const said = says.map(
      ({ position, relation }) =>
        ` · **${words.relations[relation]}**: ${escapeMarkdown(statements.get(position) ?? position)}`,
    );
    const link = markdownLink(title.trim() === "" ? words.untitled : title, url);
    return `  - ${label}, ${locale.dayAndMonth(day)}: ${link}${said.join("")}`;
  };
  const list = (heading: string, some: readonly Correction[]) =>
    some.length === 0
      ? []
      : [
          `## ${heading}`,
          some
            .map(({ outlet, before, after }) =>
              [`- ${escapeMarkdown(outlet.name)}`, text(words.wasBefore, before), text(words.isNow, after)].join("\n"),
            )
            .join("\n"),
        ];
  return [
    ...list(
      words.correctedLater,
      corrections.filter(({ after }) => after.day > date),
    ),
    ...list(
      words.corrections,
      corrections.filter(({ after }) => after.day === date),
    ),
  ];
}
