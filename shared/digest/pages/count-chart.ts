import type { LocalDate } from "../../model.ts";
import { addDays } from "../../time.ts";
import { html, type Markup } from "../escape.ts";
import { CHART_DAYS } from "../history.ts";
import type { Locale } from "../locale.ts";
import { daysBetween } from "./trend-chart.ts";

export interface CountDay {
  readonly date: LocalDate;
  readonly count: number;
}

/** The chart's own units. */
const STEP = 6;
const BAR = 4;
const LONGEST = 36;
const WIDTH = CHART_DAYS * STEP;

/** Articles day by day over the thirty days that end with `date`, as bars, with their numbers in a table behind them; a sentence where there is none. */
export function countFigure(days: readonly CountDay[], date: LocalDate, locale: Locale): Markup {
  const { words } = locale;
  const first = addDays(date, 1 - CHART_DAYS);
  const most = Math.max(1, ...days.map(({ count }) => count));
  const bars = days
    .filter(({ count }) => count > 0)
    .map((day) => {
      const length = Math.round((day.count / most) * LONGEST * 100) / 100;
      return `M${daysBetween(first, day.date) * STEP + 1} ${LONGEST}v${-length}h${BAR}V${LONGEST}`;
    });
  if (bars.length === 0)
    return html`<p class="nothing">${words.noneFound}</p>
`;
  const label = `${words.lastDays}: ${locale.dayAndMonth(first)} – ${locale.dayAndMonth(date)}`;
  return html`<figure class="chart">
<figcaption>${label}</figcaption>
<svg class="trend counts" viewBox="0 -1 ${WIDTH} ${LONGEST + 2}" role="img" aria-label="${label}"><path class="count" d="${bars.join("")}"/><path class="axis" d="M0 ${LONGEST}h${WIDTH}"/></svg>
<details>
<summary>${words.asTable}</summary>
<table>
<thead><tr><th scope="col">${words.day}</th><th scope="col" class="number">${words.found}</th></tr></thead>
<tbody>
${days.map(
  (day) =>
    html`<tr><th scope="row"><time datetime="${day.date}">${locale.dayAndMonth(day.date)}</time></th><td class="number">${locale.number(day.count)}</td></tr>
`,
)}</tbody>
</table>
</details>
</figure>
`;
}
