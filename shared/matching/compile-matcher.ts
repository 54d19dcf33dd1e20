import type { Judgement, MatchInput, Watchlist } from "../model.ts";
import { createReader } from "./create-reader.ts";
import { judgePositions, type WeighedPosition, weighPositions } from "./judge-positions.ts";

export type Matcher = (input: MatchInput) => Judgement;

/**
 * Makes a matcher of a watchlist: themes and positions of all dossiers, with evidence, for any article. Pure and
 * deterministic.
 */
export function compileMatcher(watchlist: Watchlist): Matcher {
  const { relation } = watchlist.monitor.thresholds;
  const read = createReader(watchlist);
  return (input) => {
    const { language, article, positions, themes, likeness } = read(input);
    return { language, themes, positions: judgePositions(positions, article, likeness, themes, relation) };
  };
}

/** Says of any article what tells how it stands to each position: what `npm run calibrate` weighs. */
export function compileWeigher(watchlist: Watchlist): (input: MatchInput) => readonly WeighedPosition[] {
  const read = createReader(watchlist);
  return (input) => {
    const { article, positions, themes, likeness } = read(input);
    return weighPositions(positions, article, likeness, themes);
  };
}
