import type { Locale } from "../../shared/digest/locale.ts";
import type { QueryPart, ToldSentence, ToldTheme } from "../../shared/matching/explanation.ts";
import { learntFact, signFacts } from "./learnt-facts.ts";
import type { Card, Fact } from "./view.ts";
import { whereOf } from "./view-sentences.ts";
import type { ExplainWords } from "./wording.ts";

/**
 * What came of a theme, and by what: which parts of its query held, which failed, where, what labelled text tells, and how
 * sure all that makes one.
 */
export function themeFacts(
  told: ToldTheme,
  sentences: readonly ToldSentence[],
  locale: Locale,
  words: ExplainWords,
): Omit<Card, "name"> {
  const { theme, gate, query, learnt, signs } = told;
  const where = (indices: readonly number[]) => whereOf(indices, sentences, words);
  return {
    id: theme,
    outcome: gate === undefined ? "matched" : "none",
    verdict: gate === undefined ? words.matched : words.gates[gate],
    facts: [
      ...heldFacts(query, words),
      ...wantingFacts(query, locale, words),
      ...(learnt === undefined ? [] : [learntFact(learnt, where, locale, words)]),
      ...(signs === undefined ? [] : signFacts(signs, locale, words)),
      ...confidenceFact(told, locale, words),
    ],
  };
}

/** A line for each term found, of the nearest way to satisfy a query. */
export function heldFacts(query: QueryPart, words: ExplainWords): readonly Fact[] {
  return [...new Set(query.held)].map((term) => {
    const part = partNamed(query, term);
    return { mark: "yes", query: term, text: part === undefined ? "" : foundIn(part, words) };
  });
}

function wantingFacts(query: QueryPart, locale: Locale, words: ExplainWords): readonly Fact[] {
  const excluded = excludedBy(query);
  return query.wanting.map((wanted) => {
    const by = excluded.find(({ wanting }) => wanting === wanted);
    if (by !== undefined)
      return {
        mark: "no",
        query: wanted,
        text: locale.fill(words.excluded, { found: foundIn(by.part, words) || by.part.query }),
      };
    const text = / NEAR\/\d/u.test(wanted)
      ? words.tooFar
      : /^(?:title|lead): /u.test(wanted)
        ? words.elsewhere
        : words.missing;
    return { mark: "no", query: wanted, text };
  });
}

function confidenceFact(told: ToldTheme, locale: Locale, words: ExplainWords): readonly Fact[] {
  const { gate, place, confidence, threshold, signs } = told;
  const apart: readonly Fact[] = gate === "apart" ? [{ mark: "no", text: words.apart }] : [];
  if (signs === undefined && place === undefined) return apart;
  const values = {
    sure: locale.percent(confidence),
    needed: locale.percent(threshold),
    short: locale.percent(threshold - confidence),
    place: place === undefined ? "" : words.inPlaces[place],
  };
  const [enough, short] = signs === undefined ? [words.enough, words.short] : [words.together, words.togetherShort];
  const fact: Fact =
    gate === undefined
      ? { mark: "yes", text: locale.fill(enough, values) }
      : { mark: "no", text: locale.fill(short, values) };
  return [...apart, fact];
}

/** What of the article excludes it from a query, by the part that says so. */
export function excludedBy(query: QueryPart): readonly { readonly wanting: string; readonly part: QueryPart }[] {
  return query.wanting.flatMap((wanting) => {
    const part = /^NOT \(?/u.test(wanting) ? partNamed(query, bare(wanting.slice("NOT ".length))) : undefined;
    return part === undefined ? [] : [{ wanting, part }];
  });
}

function bare(query: string): string {
  return query.startsWith("(") && query.endsWith(")") ? query.slice(1, -1) : query;
}

/** The part that is written so, where it holds. */
function partNamed(query: QueryPart, name: string): QueryPart | undefined {
  if (query.query === name && query.holds) return query;
  for (const part of query.parts) {
    const found = partNamed(part, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `«пункт пропуска», «границу» (в заголовке, в начале текста)`. */
function foundIn({ found, places }: QueryPart, words: ExplainWords): string {
  if (found.length === 0) return "";
  return `${found.map((wording) => `«${wording}»`).join(", ")} (${places.map((place) => words.inPlaces[place]).join(", ")})`;
}
