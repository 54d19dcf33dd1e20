import { join } from "node:path";
import process from "node:process";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { buildEdition, type Edition } from "../shared/digest/edition.ts";
import { historyDay } from "../shared/digest/history.ts";
import { ledgerDay } from "../shared/digest/ledger.ts";
import {
  renderEditionPages,
  renderEditionPictures,
  renderGatheredPages,
  renderSharedPages,
} from "../shared/digest/render-site.ts";
import type { Match, Watchlist } from "../shared/model.ts";
import { again, pressMatches } from "./press-matches.ts";

const DATE = "2026-02-28";
const MATCHES = 1_000;

/** The articles of the sample press in which something is found, over and over, each with an id of its own. */
function matchesOf(watchlist: Watchlist): Match[] {
  const found = pressMatches(watchlist);
  return Array.from({ length: MATCHES }, (_, i) => {
    const match = found[i % found.length];
    if (match === undefined) throw new Error("nothing was found in the sample press");
    return again(match, DATE, i);
  });
}

/** A day of 1,000 matches, from matches to every page that it changes. */
export async function benchSite(row: (name: string, value: string) => void): Promise<void> {
  const watchlist = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../watch")));
  const matches = matchesOf(watchlist);
  const { dossiers, sources, monitor } = watchlist;
  const { languages, title, timeZone } = monitor;
  const render = () => {
    const input = { date: DATE, revision: 1, watchlist, matches, items: [], polls: [], problems: [] };
    const edition: Edition = buildEdition(input);
    const day = ledgerDay(edition);
    const month = { month: DATE.slice(0, 7), days: [day] };
    const site = { title, languages, archive: [{ date: DATE, revision: 1, items: 0, matched: 0, for: 0, against: 0 }] };
    const record = { timeZone, dossiers, sources, history: [historyDay(edition)], recent: [month], month, day };
    return [
      ...renderEditionPages(edition, site),
      ...renderEditionPictures(edition, site),
      ...renderSharedPages([edition], site),
      ...renderGatheredPages(site, record),
    ];
  };
  render();
  const start = process.cpuUsage();
  const pages = render();
  const { user, system } = process.cpuUsage(start);
  const size = pages.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  row(
    `edition of ${matches.length} matches to all pages (${pages.length}, ${(size / 1e6).toFixed(1)} MB, ${languages.length} languages)`,
    `${((user + system) / 1e6).toFixed(2)} s`,
  );
}
