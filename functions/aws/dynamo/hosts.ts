import * as z from "zod";
import type { SlotsWanted, Store } from "../../../shared/pipeline/ports.ts";
import { checked, robotsRecord } from "../../../shared/pipeline/records.ts";
import { KEYS } from "./keys.ts";
import { type Row, type Table, wholeOf } from "./table.ts";

/** The last slot given, and until when the host rests, in epoch milliseconds. */
const hostRecord = z.object({ slot: z.number().optional(), rest: z.number().optional() });
/** A slot only ever grows: whoever loses both races once has won the third. More is kept in hand for deleted records. */
const MOST_TRIES = 8;

/** What is remembered of hosts: their slots, until when they rest, and what they let robots read. */
export function hostRecords(
  table: Table,
): Pick<Store, "reserveSlots" | "hostSlots" | "restHost" | "hostRest" | "robots" | "saveRobots"> {
  const hostOf = (row: Row, host: string) => checked(hostRecord, row, `host ${host}`);
  return {
    reserveSlots: async (host, wanted) => {
      const latest = Date.parse(wanted.latest);
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const slot = await takeSlots(table, host, wanted);
        if (slot !== undefined) return new Date(slot).toISOString();
        const row = await table.get(KEYS.host(host));
        if (row !== undefined && (hostOf(row, host).slot ?? 0) + wanted.spacingMs > latest) return undefined;
      }
      throw new Error(`host ${host}: no slot after ${MOST_TRIES} tries`);
    },
    hostSlots: async () => {
      const rows = await table.query(wholeOf(KEYS.host("").pk, "ascending"));
      return new Map(
        rows.flatMap((row) => {
          const host = String(row.host);
          const { slot } = hostOf(row, host);
          return slot === undefined ? [] : [[host, new Date(slot).toISOString()] as const];
        }),
      );
    },
    restHost: async (host, until) => {
      const { expires } = table.expiring();
      const values = { until: Date.parse(until), host, expires };
      for (const name of ["rest", "slot"])
        await table.update(KEYS.host(host), {
          change: `SET #${name} = :until, #host = :host, #expires = :expires`,
          when: `attribute_not_exists(#${name}) OR #${name} < :until`,
          values,
        });
    },
    hostRest: async (host) => {
      const row = await table.get(KEYS.host(host));
      const { rest } = row === undefined ? {} : hostOf(row, host);
      return rest === undefined ? undefined : new Date(rest).toISOString();
    },
    robots: async (origin) => {
      const row = await table.get(KEYS.robots(origin));
      return row && checked(robotsRecord, row, `robots of ${origin}`);
    },
    saveRobots: async (record) => await table.put(KEYS.robots(record.origin), { ...record, ...table.expiring() }),
  };
}

/** The first of the slots, in epoch milliseconds, or undefined where none was free or somebody was quicker. */
async function takeSlots(
  table: Table,
  host: string,
  { earliest, latest, spacingMs, count }: SlotsWanted,
): Promise<number | undefined> {
  const now = Date.parse(earliest);
  const { expires } = table.expiring();
  const furtherMs = (count - 1) * spacingMs;
  // Mostly nobody is waiting for the host, so that is tried first: a refused update is paid for like any other.
  const taken =
    (await table.update(KEYS.host(host), {
      change: "SET #slot = :last, #host = :host, #expires = :expires",
      when: "attribute_not_exists(#slot) OR #slot <= :free",
      values: { last: now + furtherMs, free: now - spacingMs, host, expires },
    })) ??
    (await table.update(KEYS.host(host), {
      change: "SET #slot = #slot + :further, #expires = :expires",
      when: "#slot > :free AND #slot <= :full",
      values: {
        further: spacingMs + furtherMs,
        free: now - spacingMs,
        full: Date.parse(latest) - spacingMs,
        expires,
      },
    }));
  const slot = taken && checked(hostRecord, taken, `host ${host}`).slot;
  return slot === undefined ? undefined : slot - furtherMs;
}
