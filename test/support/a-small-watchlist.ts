import type { Watchlist } from "../../shared/model.ts";
import { aWatchlist } from "./an-edition.ts";

/** One language and one claim: of the pages and pictures of a claim there are few. */
export function aSmallWatchlist(): Watchlist {
  const { monitor, dossiers, ...watchlist } = aWatchlist();
  return {
    ...watchlist,
    monitor: { ...monitor, languages: ["ru"] },
    dossiers: dossiers.map((dossier) => ({
      ...dossier,
      positions: dossier.positions.filter(({ id }) => id === "p4"),
    })),
  };
}
