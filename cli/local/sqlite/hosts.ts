import type { Store } from "../../../shared/pipeline/ports.ts";
import { robotsRecord } from "../../../shared/pipeline/records.ts";
import { plus } from "../../../shared/time.ts";
import { recordOf } from "./record.ts";
import type { Statements } from "./statements.ts";

/** What is remembered of hosts: their slots, until when they rest, and what they let robots read. */
export function hostTables({
  run,
  one,
  all,
}: Statements): Pick<Store, "reserveSlots" | "hostSlots" | "restHost" | "hostRest" | "robots" | "saveRobots"> {
  return {
    reserveSlots: async (host, { earliest, latest, spacingMs, count }) => {
      const furtherMs = (count - 1) * spacingMs;
      const next = `max(?2, strftime('%Y-%m-%dT%H:%M:%fZ', slot, '+' || (?3 / 1000.0) || ' seconds'))`;
      const row = one(
        `INSERT INTO host_slots VALUES (?1, ?2)
           ON CONFLICT (host) DO UPDATE SET slot = ${next} WHERE ${next} <= ?4 RETURNING slot`,
        host,
        plus(earliest, furtherMs),
        spacingMs + furtherMs,
        plus(latest, furtherMs),
      );
      return row === undefined ? undefined : plus(String(row.slot), -furtherMs);
    },
    hostSlots: async () =>
      new Map(all("SELECT host, slot FROM host_slots").map(({ host, slot }) => [String(host), String(slot)])),
    restHost: async (host, until) => {
      run("INSERT INTO host_rests VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET until = max(until, ?2)", host, until);
      run("INSERT INTO host_slots VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET slot = max(slot, ?2)", host, until);
    },
    hostRest: async (host) => {
      const row = one("SELECT until FROM host_rests WHERE host = ?", host);
      return row && String(row.until);
    },
    robots: async (origin) => {
      const row = one("SELECT record FROM robots WHERE origin = ?", origin);
      return row && recordOf(robotsRecord, row, `robots of ${origin}`);
    },
    saveRobots: async (record) => {
      run("INSERT OR REPLACE INTO robots VALUES (?, ?)", record.origin, JSON.stringify(record));
    },
  };
}
