/** What is wrong with a query and what to do, and at which character (0-based, UTF-16). */
export interface QueryProblem {
  readonly at: number;
  readonly message: string;
}

/** Thrown inside the parser only; outside, mistakes are values. */
export class QueryError extends Error implements QueryProblem {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}
