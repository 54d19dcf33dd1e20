/** Digits in groups of three parted by a space, a stop or a comma, with a fraction behind them: 1 340, 4,3, 13,500.5. */
const NUMBER = /(?<![\p{L}\p{N}])(?:\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?/gu;
const GROUPING = /[ \u00a0\u202f.,](?=\d{3}(?!\d))/gu;

/** The numbers written in digits, in one form for all languages: `#1340`, `#4.3`. In order, repeated where repeated. */
export function numbersIn(text: string): string[] {
  return Array.from(text.matchAll(NUMBER), ([written]) => `#${written.replace(GROUPING, "").replace(",", ".")}`);
}
