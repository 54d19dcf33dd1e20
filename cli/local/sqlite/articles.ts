import type { Store } from "../../../shared/pipeline/ports.ts";
import { articleRecord, matchRecord } from "../../../shared/pipeline/records.ts";
import { recordOf } from "./record.ts";
import type { Statements } from "./statements.ts";

/** Articles, their addresses, and what was found in them. */
export function articleTables({
  run,
  one,
  all,
}: Statements): Pick<Store, "claimAddress" | "saveArticle" | "article" | "saveMatch" | "matchesOfDay"> {
  return {
    claimAddress: async (url, item) => {
      run("INSERT OR IGNORE INTO addresses VALUES (?, ?)", url, item);
      return String(one("SELECT item FROM addresses WHERE url = ?", url)?.item);
    },
    saveArticle: async (article) => {
      run("INSERT OR REPLACE INTO articles VALUES (?, ?)", article.id, JSON.stringify(article));
    },
    article: async (id) => {
      const row = one("SELECT record FROM articles WHERE id = ?", id);
      return row && recordOf(articleRecord, row, `article ${id}`);
    },
    saveMatch: async (match) => {
      run(
        "INSERT OR REPLACE INTO matches VALUES (?, ?, ?)",
        match.article.day,
        match.article.id,
        JSON.stringify(match),
      );
    },
    matchesOfDay: async (day) =>
      all("SELECT record FROM matches WHERE day = ? ORDER BY article", day).map((row) =>
        recordOf(matchRecord, row, `match of ${day}`),
      ),
  };
}
