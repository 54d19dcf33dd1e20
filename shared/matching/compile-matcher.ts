import type { Judgement, MatchInput, Watchlist } from "../model.ts";
import { createReader } from "./create-reader.ts";
import { judgeArticle } from "./judge-article.ts";

export type Matcher = (input: MatchInput) => Judgement;

/**
 * Makes a matcher of a watchlist: themes and positions of all dossiers, with evidence, for any article. Pure and
 * deterministic.
 */
export function compileMatcher(watchlist: Watchlist): Matcher {
  const { thresholds } = watchlist.monitor;
  const read = createReader(watchlist);
  return (input) => {
    const its = read(input);
    const { themes, positions } = judgeArticle(its, thresholds);
    return { language: its.language, themes, positions };
  };
}
