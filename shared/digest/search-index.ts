import { outletOf } from "./article-card.ts";
import type { LedgerMonth } from "./ledger.ts";
import type { SiteRecord } from "./site.ts";

/**
 * What can be searched of a month, as a script: a folder of pages may load scripts, but not data. One row an article, newest day first:
 * day, address, language, outlet, title, and its quotations, each with its relation and whoever says it.
 */
export function searchIndex({ month, days }: LedgerMonth, { sources }: Pick<SiteRecord, "sources">): string {
  const rows = days
    .toReversed()
    .flatMap(({ date, articles }) =>
      articles.map(({ url, language, source, title, quotes }) => [
        date,
        url,
        language,
        outletOf(source, sources).name,
        title,
        quotes.map(({ relation, quote, speaker = "" }) => [relation, quote, speaker]),
      ]),
    );
  return `mizanMonth(${JSON.stringify(month)},${scriptJson(rows)});\n`;
}

/** JSON that cannot end the script it stands in, nor one that holds it. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
