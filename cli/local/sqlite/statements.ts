import type { DatabaseSync, SQLInputValue } from "node:sqlite";

export type Row = Readonly<Record<string, unknown>>;

/** Prepared statements over one database. */
export interface Statements {
  /** How many rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  one(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
}

/** Statements that are prepared when first used, and kept. */
export function prepare(database: DatabaseSync): Statements {
  const prepared = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    one: (sql, ...values) => statement(sql).get(...values),
    all: (sql, ...values) => statement(sql).all(...values),
  };
}
