import type { Store } from "../../../shared/pipeline/ports.ts";
import { feedStateRecord } from "../../../shared/pipeline/records.ts";
import { recordOf } from "./record.ts";
import type { Statements } from "./statements.ts";

/** Feed states and host slots. */
export function feedTables({ run, one }: Statements): Pick<Store, "feedState" | "saveFeedState" | "reserveSlot"> {
  return {
    feedState: async (feed) => {
      const row = one("SELECT record FROM feed_states WHERE feed = ?", feed);
      return row && recordOf(feedStateRecord, row, `feed ${feed}`);
    },
    saveFeedState: async (state) => {
      run("INSERT OR REPLACE INTO feed_states VALUES (?, ?)", state.feed, JSON.stringify(state));
    },
    reserveSlot: async (host, earliest, spacingMs) => {
      const row = one(
        `INSERT INTO host_slots VALUES (?1, ?2) ON CONFLICT (host) DO UPDATE SET slot =
           max(?2, strftime('%Y-%m-%dT%H:%M:%fZ', slot, '+' || (?3 / 1000.0) || ' seconds')) RETURNING slot`,
        host,
        earliest,
        spacingMs,
      );
      return String(row?.slot);
    },
  };
}
