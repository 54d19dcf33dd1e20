import { load } from "cheerio/slim";

/** An expectation of a suite that does not hold. */
export interface Miss {
  /** Path within the suite. */
  readonly file: string;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** How many of a suite's expectations hold, and which do not. */
export interface SuiteScore {
  readonly total: number;
  /** Of those that hold: texts that are the expected ones only without their markup. */
  readonly withoutMarkup: number;
  readonly misses: readonly Miss[];
}

/** The share of a suite's expectations that hold, 0 to 1. */
export function shareOf({ total, misses }: SuiteScore): number {
  return (total - misses.length) / total;
}

/**
 * Mizan keeps texts without markup, and white space as it is shown. So a text is the expected one, white space aside, as
 * it is written (`as-written`) or as the text content of its HTML (`without-markup`), scripts and styles left out.
 */
export function compareText(expected: string, found: string): "as-written" | "without-markup" | undefined {
  if (bare(expected) === bare(found)) return "as-written";
  const $ = load(expected);
  $("script, style").remove();
  return bare($.root().text()) === bare(found) ? "without-markup" : undefined;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, "");
}
