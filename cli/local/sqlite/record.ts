import type { Row } from "../sqlite-store.ts";

/**
 * A record as this program wrote it. The file is ours alone and carries its schema in its tables, so what comes back
 * is what was stored.
 */
export function recordOf<T>(row: Row): T {
  return JSON.parse(String(row.record));
}
