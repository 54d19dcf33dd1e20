import type { LocalDate } from "../../model.ts";
import { addDays, DAY } from "../../time.ts";
import { html, type Markup } from "../escape.ts";
import { CHART_DAYS } from "../history.ts";
import type { Locale } from "../locale.ts";
import type { TrendDay } from "../position-trend.ts";

/** The chart's own units: the step from day to day, a bar's width, the longest bar, and room for the stroke. */
const STEP = 6;
const BAR = 4;
const LONGEST = 20;
const EDGE = 2;
const WIDTH = CHART_DAYS * STEP;
const AXIS = LONGEST + EDGE;
const HEIGHT = 2 * AXIS;

/**
 * Thirty days that end with `date`: full bars above the axis for sources that spoke for, hollow ones below it for those
 * against. The longest bar is the greatest number of the thirty days.
 */
export function trendChart(trend: readonly TrendDay[], date: LocalDate, label?: string): Markup {
  const first = addDays(date, 1 - CHART_DAYS);
  const most = Math.max(1, ...trend.map((day) => Math.max(day.for, day.against)));
  const bars = (side: "for" | "against") => {
    const shapes = trend
      .filter((day) => day[side] > 0)
      .map((day) => {
        const [x, length] = [daysBetween(first, day.date) * STEP + 1, Math.ceil((day[side] / most) * LONGEST)];
        // A full bar is one stroke, as wide as the stylesheet makes it: there may be four hundred of them on a page.
        return side === "for" ? `M${x + BAR / 2} ${AXIS}v${-length}` : `M${x} ${AXIS}v${length}h${BAR}V${AXIS}`;
      });
    return shapes.length > 0 && html`<path class="${side}" d="${shapes.join("")}"/>`;
  };
  const role = label === undefined ? html` role="none"` : html` role="img" aria-label="${label}"`;
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}"${role}>${bars("for")}${bars("against")}</svg>`;
}

/** The chart with what it says in words, and its numbers in a table behind it. */
export function trendFigure(trend: readonly TrendDay[], date: LocalDate, locale: Locale): Markup {
  const { words } = locale;
  const from = addDays(date, 1 - CHART_DAYS);
  const span = `${locale.dayAndMonth(from)} – ${locale.dayAndMonth(date)}`;
  return html`<figure class="chart">
<figcaption>${words.lastDays}: ${span}</figcaption>
${trendChart(trend, date, `${words.lastDays}: ${span}. ${words.trendHint}`)}
<p class="hint">${words.trendHint}</p>
<details>
<summary>${words.asTable}</summary>
<table>
<thead><tr><th scope="col">${words.day}</th><th scope="col" class="number">${words.relations.for}</th><th scope="col" class="number">${words.relations.against}</th></tr></thead>
<tbody>
${trend.map(
  (day) =>
    html`<tr><th scope="row"><time datetime="${day.date}">${locale.dayAndMonth(day.date)}</time></th><td class="number">${locale.number(day.for)}</td><td class="number">${locale.number(day.against)}</td></tr>
`,
)}</tbody>
</table>
</details>
</figure>
`;
}

/** Days from one to a later date. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
