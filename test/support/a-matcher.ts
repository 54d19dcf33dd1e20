import { compileMatcher, type Matcher } from "../../shared/matching/compile-matcher.ts";
import type { Watchlist } from "../../shared/model.ts";
import { loadWatchlist } from "../../shared/watchlist/load-watchlist.ts";
import { DOSSIER, watchFiles } from "./watch-files.ts";

/** The small watchlist, checked, with its dossier changed as a test needs it. */
export function aWatchlist(dossier: string = DOSSIER): Watchlist {
  const result = loadWatchlist(watchFiles({ "watch/dossiers/sample.yaml": dossier }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.watchlist;
}

/** The same, with what was learnt of its first position. */
export function aLearntWatchlist(bias: number, adds: Readonly<Record<string, number>>): Watchlist {
  const { dossiers, ...rest } = aWatchlist();
  const traits = Object.fromEntries(Object.entries(adds).map(([trait, weight]) => [trait, [0, weight]]));
  return { ...rest, dossiers: dossiers.map((one) => ({ ...one, learnt: { of: ["p1"], bias: [bias], traits } })) };
}

/** A matcher whose one theme is `query`, beside the small watchlist's words and entities. */
export function aThemeMatcher(query: string): Matcher {
  return compileMatcher(aWatchlist(DOSSIER.replace(/query: ".*"/u, `query: '${query.replaceAll("'", "''")}'`)));
}
