import { html, type Markup } from "../escape.ts";
import type { History, HistoryDay } from "../history.ts";
import { monthOf } from "../ledger.ts";
import type { Locale } from "../locale.ts";

export interface MonthColumn {
  readonly name: string;
  readonly count: (day: HistoryDay) => number;
}

/** Months in which there was anything to count, newest first, each with its sums and the way to its page. */
export function monthsTable(
  history: History,
  columns: readonly MonthColumn[],
  page: (month: string) => string,
  locale: Locale,
): Markup {
  const { words } = locale;
  const counted = history.filter((day) => columns.some(({ count }) => count(day) > 0));
  const months = Map.groupBy(counted.toReversed(), ({ date }) => monthOf(date));
  if (months.size === 0) return html``;
  return html`<section class="months">
<h2>${words.byMonth}</h2>
<table>
<thead><tr><th scope="col">${words.monthWord}</th>${columns.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>
${[...months].map(
  ([month, days]) =>
    html`<tr><th scope="row"><a href="${page(month)}">${locale.month(month)}</a></th>${columns.map(
      ({ count }) => html`<td class="number">${locale.number(days.reduce((sum, day) => sum + count(day), 0))}</td>`,
    )}</tr>
`,
)}</tbody>
</table>
</section>
`;
}
