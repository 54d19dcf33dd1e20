import type { Store } from "../../../shared/pipeline/ports.ts";
import { feedListingRecord, feedStateRecord } from "../../../shared/pipeline/records.ts";
import { recordOf } from "./record.ts";
import type { Statements } from "./statements.ts";

/** Feed states and their listings. */
export function feedTables({
  run,
  one,
  all,
}: Statements): Pick<Store, "feedState" | "feedStates" | "saveFeedState" | "feedListing" | "saveFeedListing"> {
  return {
    feedState: async (feed) => {
      const row = one("SELECT record FROM feed_states WHERE feed = ?", feed);
      return row && recordOf(feedStateRecord, row, `feed ${feed}`);
    },
    feedStates: async () =>
      all("SELECT feed, record FROM feed_states").map((row) => recordOf(feedStateRecord, row, `feed ${row.feed}`)),
    saveFeedState: async (state) => {
      run("INSERT OR REPLACE INTO feed_states VALUES (?, ?)", state.feed, JSON.stringify(state));
    },
    feedListing: async (feed) => {
      const row = one("SELECT record FROM feed_listings WHERE feed = ?", feed);
      return row === undefined ? {} : recordOf(feedListingRecord, row, `listing of ${feed}`);
    },
    saveFeedListing: async (feed, listing) => {
      run("INSERT OR REPLACE INTO feed_listings VALUES (?, ?)", feed, JSON.stringify(listing));
    },
  };
}
