/** One mistake in the watchlist, told so that the person who made it can mend it. */
export interface WatchlistProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  /** What was found. */
  readonly found: string;
  /** What was expected there, or what to do. */
  readonly expected: string;
}

/** `watch/monitor.yaml:3:11: unknown time zone "Asia/Tashkend"; write an IANA name such as Asia/Tashkent`. */
export function formatProblem(problem: WatchlistProblem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.found}; ${problem.expected}`;
}
