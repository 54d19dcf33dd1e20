import * as z from "zod";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, feedListingRecord, feedStateRecord } from "../../../shared/pipeline/records.ts";
import { KEYS } from "./keys.ts";
import { type Table, wholeOf } from "./table.ts";

const listingRecord = z.object({ listed: feedListingRecord });

/** Feed states and their listings. */
export function feedRecords(
  table: Table,
): Pick<Store, "feedState" | "feedStates" | "saveFeedState" | "feedListing" | "saveFeedListing"> {
  return {
    feedState: async (feed) => {
      const row = await table.get(KEYS.feed(feed));
      return row && checked(feedStateRecord, row, `feed ${feed}`);
    },
    feedStates: async () => {
      const rows = await table.query({ ...wholeOf(KEYS.feed("").pk, "ascending"), mayLag: true });
      return rows.map((row) => checked(feedStateRecord, row, `feed ${row.sk}`));
    },
    saveFeedState: async (state) => await table.put(KEYS.feed(state.feed), { ...state, ...table.expiring() }),
    feedListing: async (feed) => {
      const row = await table.get(KEYS.listing(feed));
      return row === undefined ? {} : checked(listingRecord, row, `listing of ${feed}`).listed;
    },
    saveFeedListing: async (feed, listed) => await table.put(KEYS.listing(feed), { listed, ...table.expiring() }),
  };
}
