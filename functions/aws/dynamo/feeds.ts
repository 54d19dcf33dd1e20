import * as z from "zod";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { checked, feedStateRecord } from "../../../shared/pipeline/records.ts";
import { KEYS } from "./keys.ts";
import type { Table } from "./table.ts";

/** The last slot given, in epoch milliseconds. */
const hostRecord = z.object({ slot: z.number() });
/** A slot only ever grows: whoever loses both races once has won the third. More is kept in hand for deleted records. */
const MOST_TRIES = 8;

/** Feed states and host slots. */
export function feedRecords(table: Table): Pick<Store, "feedState" | "saveFeedState" | "reserveSlot"> {
  return {
    feedState: async (feed) => {
      const row = await table.get(KEYS.feed(feed));
      return row && checked(feedStateRecord, row, `feed ${feed}`);
    },
    saveFeedState: async (state) => await table.put(KEYS.feed(state.feed), { ...state, ...table.expiring() }),
    reserveSlot: async (host, earliest, spacingMs) => {
      const key = KEYS.host(host);
      const now = Date.parse(earliest);
      const { expires } = table.expiring();
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        // Mostly nobody is waiting for the host, so that is tried first: a refused update is paid for like any other.
        const taken =
          (await table.update(key, {
            change: "SET #slot = :now, #expires = :expires",
            when: "attribute_not_exists(#slot) OR #slot <= :free",
            values: { now, free: now - spacingMs, expires },
          })) ??
          (await table.update(key, {
            change: "SET #slot = #slot + :spacing, #expires = :expires",
            when: "#slot > :free",
            values: { spacing: spacingMs, free: now - spacingMs, expires },
          }));
        if (taken !== undefined) return new Date(checked(hostRecord, taken, `host ${host}`).slot).toISOString();
      }
      throw new Error(`host ${host}: no slot after ${MOST_TRIES} tries`);
    },
  };
}
