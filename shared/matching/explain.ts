import { weighLanguage } from "../languages/identify-language.ts";
import type { MatchInput, Theme, ThemeMatch, Watchlist } from "../model.ts";
import { parsed } from "./compile-query.ts";
import { createReader, type Read, tellingPart } from "./create-reader.ts";
import type { Scope } from "./evaluate-query.ts";
import { lessonOf, NEAR_SHARE, signsOf } from "./explain-learnt.ts";
import { explainPositions } from "./explain-positions.ts";
import { explainQuery, namesIn } from "./explain-query.ts";
import { explainSentences } from "./explain-sentences.ts";
import type { Explanation, ThemeGate, ToldPlace, ToldTheme } from "./explanation.ts";
import { judgeArticle } from "./judge-article.ts";
import type { CompiledTheme, ThemeScore, WeighedTheme } from "./judge-themes.ts";
import { type Reading, rangeOf, scopeOf } from "./reading.ts";
import { THEME_WEIGHTS } from "./theme-weights.ts";

/** A term that more themes ask for says of none of them that an article is near it. */
const FEW_THEMES = 3;

/** Makes of a watchlist what says of any article why it is matched, or is not: by the very steps that judge it. */
export function compileExplainer(watchlist: Watchlist): (input: MatchInput) => Explanation {
  const read = createReader(watchlist);
  const { thresholds } = watchlist.monitor;
  const themes = watchlist.dossiers.flatMap((dossier) => dossier.themes);
  const positions = watchlist.dossiers.flatMap((dossier) => dossier.positions);
  const commonness = commonnessOf(themes);
  return (input) => {
    const its = read(input);
    const judged = judgeArticle(its, thresholds);
    const { language: _, ...weighed } = weighLanguage(tellingPart(input), input.language);
    return {
      language: { language: its.language, readAs: its.article.language, ...weighed },
      sentences: explainSentences(its, themes, positions),
      themes: themes.flatMap((theme, i) => {
        const weighedTheme = judged.weighedThemes[i];
        const compiled = its.themes[i];
        if (weighedTheme === undefined || compiled === undefined) return [];
        const match = judged.themes.find((found) => found.theme === theme.id);
        const told = explainTheme(theme, compiled, its, weighedTheme, match, thresholds.theme, commonness);
        return [{ ...told, ...taughtOf(weighedTheme, i, its) }];
      }),
      positions: explainPositions(positions, its, judged, thresholds.relation),
    };
  };
}

function explainTheme(
  theme: Theme,
  asked: CompiledTheme,
  its: Read,
  { score, told, confidence }: WeighedTheme,
  match: ThemeMatch | undefined,
  threshold: number,
  commonness: ReadonlyMap<string, number>,
): ToldTheme {
  const { reading } = its.article;
  const query = explainQuery(parsed(theme.query), asked.query, reading, scopeOfScore(score, reading));
  const place = PLACES[score.place];
  const gate = gateOf(match, score, threshold, query.wanting);
  return {
    theme: theme.id,
    confidence,
    threshold,
    ...(gate === undefined ? {} : { gate }),
    ...(place === undefined ? {} : { place }),
    sentences: reading.passages.all.flatMap((passage, i) =>
      score.hits.some(({ from, to }) => from >= passage.from && to <= passage.to) ? [i] : [],
    ),
    query,
    evidence: match?.evidence ?? [],
    isNear:
      match !== undefined ||
      (told !== undefined && confidence >= threshold * NEAR_SHARE) ||
      gate === "threshold" ||
      gate === "outweighed" ||
      (query.wanting.length <= 1 && query.held.some((term) => (commonness.get(term) ?? 0) <= FEW_THEMES)),
  };
}

/** What labelled text tells of the theme of this number; nothing where nothing was learnt of it. */
function taughtOf({ told }: WeighedTheme, number: number, its: Read): Pick<ToldTheme, "learnt" | "signs"> {
  if (told === undefined) return {};
  const learnt = lessonOf(told.window, its, (traits) => its.odds.learnt.themeParts(traits, number));
  const signs = signsOf(THEME_WEIGHTS, told.signs);
  return learnt === undefined ? { signs } : { learnt, signs };
}

/** In how many themes' queries each term stands. */
function commonnessOf(themes: readonly Theme[]): ReadonlyMap<string, number> {
  const terms = themes.flatMap(({ query }) => [...new Set(namesIn(parsed(query)))]);
  return new Map([...Map.groupBy(terms, (term) => term)].map(([term, all]) => [term, all.length]));
}

const PLACES: Readonly<Record<ThemeScore["place"], ToldPlace | undefined>> = {
  title: "title",
  head: "lead",
  body: "body",
  apart: undefined,
  nowhere: undefined,
};

/** The part of the article that was asked last: the one that satisfied the query, or all of it. */
function scopeOfScore({ place }: ThemeScore, { passages, places }: Reading): Scope {
  if (place === "title") return scopeOf(places.title, places);
  if (place === "head") return { ...scopeOf(places.head, places), ranges: [rangeOf(places.head)] };
  return scopeOf(passages.all, places);
}

function gateOf(
  match: ThemeMatch | undefined,
  { place, confidence }: ThemeScore,
  threshold: number,
  wanting: readonly string[],
): ThemeGate | undefined {
  if (match !== undefined) return undefined;
  if (place === "apart") return "apart";
  if (place !== "nowhere") return confidence < threshold ? "threshold" : "outweighed";
  return wanting.every((part) => part.startsWith("NOT ")) ? "excluded" : "missing";
}
