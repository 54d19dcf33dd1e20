import { type Locale, localeOf } from "../../shared/digest/locale.ts";
import type { LanguageTag, Relation, Watchlist } from "../../shared/model.ts";
import { positionFacts } from "./position-facts.ts";
import type { GivenArticle } from "./read-article.ts";
import type { Selected } from "./select.ts";
import { themeFacts } from "./theme-facts.ts";
import { type MarkedTerm, markedSentences, markedTerms, type ViewSentence } from "./view-sentences.ts";
import { type ExplainWords, explainWords } from "./wording.ts";

/** An explanation in words, before it is laid out for a terminal or a page. All text in it is plain. */
export interface View {
  readonly locale: Locale;
  readonly words: ExplainWords;
  readonly title: string;
  readonly from: string;
  readonly url?: string;
  /** What the article is written in, as a tag for a page, and in words. */
  readonly tag: LanguageTag;
  readonly language: string;
  readonly sentences: readonly ViewSentence[];
  readonly terms: readonly MarkedTerm[];
  readonly groups: readonly Group[];
}

export interface Group {
  readonly heading: string;
  readonly cards: readonly Card[];
  /** What is left out, or that there is nothing. */
  readonly note?: string;
}

/** One theme or position, what came of it, and by what. */
export interface Card {
  readonly id: string;
  readonly name: string;
  readonly outcome: "matched" | Relation | "none";
  readonly verdict: string;
  readonly facts: readonly Fact[];
}

/** `yes` speaks for a match, `no` against it. */
export interface Fact {
  readonly mark: "yes" | "no" | "note";
  /** A part of a query, as written in the watchlist. */
  readonly query?: string;
  readonly text: string;
}

/** Puts an explanation in the words of the monitor's first language. */
export function viewOf(explanation: Selected, { from, url, input }: GivenArticle, watchlist: Watchlist): View {
  const { languages, timeZone } = watchlist.monitor;
  const words = explainWords(languages[0] ?? "ru");
  const locale = localeOf(languages[0] === "en" ? "en" : "ru", timeZone);
  const terms = markedTerms(explanation);
  const dossierThemes = watchlist.dossiers.flatMap((dossier) => dossier.themes);
  const dossierPositions = watchlist.dossiers.flatMap((dossier) => dossier.positions);
  const themes = explanation.themes.flatMap((told) => {
    const theme = dossierThemes.find(({ id }) => id === told.theme);
    return theme === undefined
      ? []
      : [{ name: locale.pick(theme.name), ...themeFacts(told, explanation.sentences, locale, words) }];
  });
  const positions = explanation.positions.flatMap((told) => {
    const position = dossierPositions.find(({ id }) => id === told.position);
    const name = position && locale.pick(position.statement);
    return name === undefined ? [] : [{ name, ...positionFacts(told, explanation.sentences, locale, words) }];
  });
  const { hidden } = explanation;
  return {
    locale,
    words,
    title: input.title?.trim() || words.untitled,
    from,
    ...(url === undefined ? {} : { url }),
    tag: explanation.language.language,
    language: languageLine(explanation, locale, words),
    sentences: markedSentences(explanation, terms, words),
    terms,
    groups: [
      group(words.themes, themes, locale.fill(words.hiddenThemes, { count: hidden.themes }), hidden.themes, words),
      group(
        words.positions,
        positions,
        locale.fill(words.hiddenPositions, { count: hidden.positions }),
        hidden.positions,
        words,
      ),
    ].flat(),
  };
}

/** A group that is neither shown nor hidden was not asked for. */
function group(
  heading: string,
  cards: readonly Card[],
  hiddenNote: string,
  hidden: number,
  { noNear }: ExplainWords,
): readonly Group[] {
  if (cards.length === 0 && hidden === 0) return [];
  const notes = [...(cards.length === 0 ? [noNear] : []), ...(hidden > 0 ? [hiddenNote] : [])];
  return [{ heading, cards, ...(notes.length === 0 ? {} : { note: notes.join(" ") }) }];
}

function languageLine({ language: told }: Selected, locale: Locale, words: ExplainWords): string {
  const { language, readAs, next, ahead = 0, isSure } = told;
  const sureness = isSure ? words.sure : ahead < 0 ? words.byPrior : words.unsure;
  const notes = [
    ...(next === undefined ? [] : [locale.fill(sureness, { next: locale.languageName(next) })]),
    ...(readAs === language ? [] : [locale.fill(words.readAs, { language: locale.languageName(readAs) })]),
  ];
  const line = locale.fill(words.language, { language: locale.languageName(language) });
  return notes.length === 0 ? line : `${line} (${notes.join("; ")})`;
}
