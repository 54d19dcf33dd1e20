/** A million code units of what a text may do to a pattern that is careless about repetition; what it is → the text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  apostrophes: "'".repeat(1_000_000),
  "a letter before apostrophes": `a${"'".repeat(1_000_000)}`,
  "apostrophes between letters": "a'".repeat(500_000),
  stops: ".".repeat(1_000_000),
  "mixed stops": "?!…".repeat(333_333),
  "a stop before quotation marks": `.${'"'.repeat(1_000_000)}`,
  "stops and quotation marks": '."'.repeat(500_000),
  initials: "А. ".repeat(333_333),
  abbreviations: "г. Алматы. ".repeat(90_000),
  "stacked marks": `a${"\u0301\u0323".repeat(500_000)}`,
  "lone surrogates": "\ud800".repeat(1_000_000),
  "marks of direction": "\u200f\u202e".repeat(500_000),
  "soft hyphens after a letter": `я${"\u00ad".repeat(1_000_000)}`,
  "line breaks": "\n".repeat(1_000_000),
  "line breaks and spaces": "\n ".repeat(500_000),
  spaces: " ".repeat(1_000_000),
  "opening brackets": "<".repeat(1_000_000),
  "opening tags": "<a".repeat(500_000),
  ampersands: "&".repeat(1_000_000),
  "one word": "я".repeat(1_000_000),
};

/** Reading them once takes a tenth of this, reading on from each place again hours. In milliseconds. */
export const BOUND_MS = 5_000;

/** The milliseconds that `work` takes. */
export function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
