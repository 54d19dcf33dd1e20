import type { Judgement, MatchInput, Watchlist } from "../model.ts";
import { createReader } from "./create-reader.ts";
import { matchPositions, weighPositions } from "./judge-positions.ts";
import { readPositions } from "./read-positions.ts";
import { STANCE_MODEL } from "./stance-weights.ts";

export type Matcher = (input: MatchInput) => Judgement;

/**
 * Makes a matcher of a watchlist: themes and positions of all dossiers, with evidence, for any article. Pure and
 * deterministic.
 */
export function compileMatcher(watchlist: Watchlist): Matcher {
  const { relation } = watchlist.monitor.thresholds;
  const read = createReader(watchlist);
  return (input) => {
    const { language, article, positions, themes, learnt } = read(input);
    const weighed = weighPositions(readPositions(positions, article), article, learnt, themes, STANCE_MODEL);
    return { language, themes, positions: matchPositions(weighed, article, learnt, relation) };
  };
}
