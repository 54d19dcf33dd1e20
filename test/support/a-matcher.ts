import { compileMatcher, type Matcher } from "../../shared/matching/compile-matcher.ts";
import type { Learnt, Watchlist } from "../../shared/model.ts";
import { loadWatchlist } from "../../shared/watchlist/load-watchlist.ts";
import { DOSSIER, watchFiles } from "./watch-files.ts";

/** The small watchlist, checked, with its dossier changed as a test needs it. */
export function aWatchlist(dossier: string = DOSSIER): Watchlist {
  const result = loadWatchlist(watchFiles({ "watch/dossiers/sample.yaml": dossier }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.watchlist;
}

/** What some traits add to one sum, in log-odds. */
type Adds = Readonly<Record<string, number>>;

/** The same, with what was learnt of its first position. */
export function aLearntWatchlist(bias: number, adds: Adds): Watchlist {
  return taught({ themes: [], positions: ["p1"], bias: [0, bias, 0, 0, 0, 0], weights: linesOf(adds, 1) });
}

/** The same, with what was learnt of its theme. */
export function aWatchlistWithLearntTheme(bias: number, adds: Adds): Watchlist {
  return taught({ themes: ["water"], positions: [], bias: [bias, 0, 0, 0], weights: linesOf(adds, 0) });
}

function taught(learnt: Learnt): Watchlist {
  const { dossiers, ...rest } = aWatchlist();
  return { ...rest, dossiers: dossiers.map((one) => ({ ...one, learnt })) };
}

function linesOf(adds: Adds, sum: number): Learnt["weights"] {
  const lines = Object.entries(adds).map(([trait, weight]) => `${trait} ${sum} ${Math.round(weight * 100)}`);
  return lines.join("\n");
}

/** A matcher whose one theme is `query`, beside the small watchlist's words and entities. */
export function aThemeMatcher(query: string): Matcher {
  return compileMatcher(aWatchlist(DOSSIER.replace(/query: ".*"/u, `query: '${query.replaceAll("'", "''")}'`)));
}
