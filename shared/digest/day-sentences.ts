import { UNHEARD } from "./coverage.ts";
import type { Edition } from "./edition.ts";
import type { Locale } from "./locale.ts";
import type { PositionSection } from "./position-section.ts";

/**
 * The day in three sentences, put together from the edition's own counts: what was seen, how it weighs beside the day
 * before, and what was unlike other days (a first contradiction, a claim that had been dormant, a surge, a silence, and
 * whom we did not hear).
 */
export function daySentences(
  edition: Edition,
  locale: Locale,
): readonly [seen: string, weighed: string, unlike: string] {
  return [seen(edition, locale), weighed(edition, locale), unlike(edition, locale)];
}

function seen({ counts, coverage }: Edition, { words, fill, count, number }: Locale): string {
  const heard = coverage.sources.filter(({ items }) => items > 0).length;
  return fill(words.seenSentence, {
    items: count(counts.items, words.articles),
    outlets: count(heard, words.outletsOf),
    matched: number(counts.articles),
  });
}

function weighed({ counts, dossiers, dayBefore }: Edition, { words, fill, count, number }: Locale): string {
  const positions = dossiers.flatMap((dossier) => dossier.positions);
  const spoken = positions.filter(({ articles }) => articles.for + articles.against > 0);
  const before =
    dayBefore === undefined
      ? ""
      : fill(words.dayBefore, { for: number(dayBefore.for), against: number(dayBefore.against) });
  if (spoken.length === 0) return fill(words.noneWeighed, { before });
  return fill(words.weighedSentence, {
    for: count(counts.for, words.articles),
    against: count(counts.against, words.articles),
    spoken: number(spoken.length),
    all: number(positions.length),
    before,
  });
}

function unlike(edition: Edition, locale: Locale): string {
  const { words, fill, count } = locale;
  const events = eventsOf(edition, locale).flatMap(([first, ...more]) =>
    first === undefined ? [] : [more.length === 0 ? first : `${first} ${fill(words.andMore, { count: more.length })}`],
  );
  const unheard = edition.coverage.sources.filter(({ state }) => UNHEARD.has(state)).length;
  const sentence = [...events, unheard === 0 ? words.allHeard : count(unheard, words.notHeard)].join("; ");
  return `${sentence.slice(0, 1).toLocaleUpperCase(locale.language)}${sentence.slice(1)}.`;
}

/** What happened of each kind; only the first of a kind is named. */
function eventsOf({ dossiers, stories, silences, surges }: Edition, locale: Locale): readonly (readonly string[])[] {
  const { words, fill } = locale;
  const positions = dossiers.flatMap((dossier) => dossier.positions);
  const names = new Map(dossiers.flatMap(({ themes }) => themes.map(({ id, name }) => [id, locale.pick(name)])));
  const titles = new Map(stories.map(({ id, articles }) => [id, articles[0]?.title ?? words.untitled]));
  const claim = ({ statement }: PositionSection) => ({ claim: locale.pick(statement) });
  return [
    positions.filter(({ firstAgainst }) => firstAgainst).map((one) => fill(words.firstAgainstSentence, claim(one))),
    positions
      .filter(({ rhythm }) => rhythm === "awakened")
      .map((one) => fill(words.awakenedSentence, { ...claim(one), date: locale.date(one.lastSpoken ?? "") })),
    surges.map(({ theme }) => fill(words.surgeSentence, { theme: names.get(theme) ?? theme })),
    silences.map(({ story, group }) =>
      fill(words.silenceSentence, { group: words.groups[group], title: titles.get(story) ?? words.untitled }),
    ),
  ];
}
