import { DatabaseSync } from "node:sqlite";
import type { Store } from "../../shared/pipeline/ports.ts";
import { articleTables } from "./sqlite/articles.ts";
import { dayTables } from "./sqlite/days.ts";
import { deliveryTables } from "./sqlite/deliveries.ts";
import { editionTables } from "./sqlite/editions.ts";
import { feedTables } from "./sqlite/feeds.ts";
import { hostTables } from "./sqlite/hosts.ts";
import { itemTables } from "./sqlite/items.ts";
import { prepare } from "./sqlite/statements.ts";

/** The tables, all at once: what is looked up by is a column, the rest is the record as JSON. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS feed_states (feed TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS feed_listings (feed TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS host_slots (host TEXT PRIMARY KEY, slot TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS host_rests (host TEXT PRIMARY KEY, until TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS robots (origin TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS items (
  id TEXT PRIMARY KEY, day TEXT NOT NULL, first_seen TEXT NOT NULL,
  state TEXT NOT NULL, reason TEXT, attempts INTEGER NOT NULL, record TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS items_by_day ON items (day, id);
CREATE INDEX IF NOT EXISTS items_waiting ON items (first_seen) WHERE state = 'waiting';
CREATE TABLE IF NOT EXISTS addresses (url TEXT PRIMARY KEY, item TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS matches (day TEXT NOT NULL, article TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (day, article)) STRICT;
CREATE TABLE IF NOT EXISTS polls (
  day TEXT NOT NULL, feed TEXT NOT NULL, source TEXT NOT NULL,
  fetched INTEGER NOT NULL, unchanged INTEGER NOT NULL, failed INTEGER NOT NULL, new_items INTEGER NOT NULL,
  last TEXT NOT NULL, reason TEXT, PRIMARY KEY (day, feed)
) STRICT;
CREATE TABLE IF NOT EXISTS problems (
  day TEXT NOT NULL, source TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL, times INTEGER NOT NULL,
  PRIMARY KEY (day, source, stage, reason)
) STRICT;
CREATE TABLE IF NOT EXISTS runs (started TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS editions (date TEXT NOT NULL, revision INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (date, revision)) STRICT;
CREATE TABLE IF NOT EXISTS deliveries (
  date TEXT NOT NULL, revision INTEGER NOT NULL, channel TEXT NOT NULL, balance TEXT NOT NULL,
  PRIMARY KEY (date, revision, channel)
) STRICT;
`;

/** A store in one SQLite file (`:memory:` for none). Safe to open again after any interruption. */
export function openSqliteStore(path: string): Store & { close(): void } {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
  database.exec(SCHEMA);
  const statements = prepare(database);
  return {
    ...feedTables(statements),
    ...hostTables(statements),
    ...itemTables(statements),
    ...articleTables(statements),
    ...dayTables(statements),
    ...editionTables(statements),
    ...deliveryTables(statements),
    close: () => database.close(),
  };
}
