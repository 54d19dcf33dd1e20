import type { LocalDate } from "../model.ts";
import type { DossierSection } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { trendChart } from "./pages/trend-chart.ts";
import type { PositionSection } from "./position-section.ts";

/** The chart's own units: half its width, the height of a square, the widest step from one square to the next. */
const HALF = 72;
const HEIGHT = 12;
const WIDEST_STEP = 14;
/** Below this step squares could not be told apart and one bar stands for all. */
const NARROWEST_STEP = 3;
const GAP = 2;

/** What a row of the overview knows of its page. */
export interface BalanceFrame {
  readonly date: LocalDate;
  /** Whether the thirty days before say anything yet. */
  readonly hasTrend: boolean;
  readonly locale: Locale;
}

/**
 * The day at a glance: for every claim spoken to, a square for each independent source on either side of an axis, and the
 * thirty days behind it. Empty when there is none.
 */
export function balance({ positions }: DossierSection, frame: BalanceFrame): Markup {
  const { locale, hasTrend } = frame;
  const { words } = locale;
  const weighed = positions.filter(({ sources }) => sources.for + sources.against > 0);
  if (weighed.length === 0) return html``;
  const most = Math.max(...weighed.map(({ sources }) => Math.max(sources.for, sources.against)));
  const step = Math.min(WIDEST_STEP, HALF / most);
  return html`<section class="balance">
<h3>${words.balance}</h3>
<ol>
${weighed.map((position) => row(position, step, frame))}</ol>
<p class="hint">${words.balanceHint}${hasTrend && ` ${words.lastDays}: ${words.trendHint.replace(/^./u, (first) => first.toLocaleLowerCase(locale.tag))}`}</p>
</section>
`;
}

function row(
  { id, statement, sources, trend, firstAgainst, rhythm }: PositionSection,
  step: number,
  { date, hasTrend, locale }: BalanceFrame,
): Markup {
  const { relationCounts, ...words } = locale.words;
  const side = (relation: "for" | "against") =>
    html`<span class="${sources[relation] === 0 ? "none" : relation}">${locale.count(sources[relation], relationCounts[relation])}</span>`;
  const badge = firstAgainst ? words.firstAgainst : rhythm === "awakened" ? words.awakened : undefined;
  return html`<li>
<p><a href="#position-${id}">${locale.text(statement)}</a>${badge !== undefined && html` <span class="badge">${badge}</span>`}</p>
<span class="scale">${side("against")}<svg viewBox="${-HALF - 4} 0 ${2 * HALF + 8} ${HEIGHT + 8}" role="none">${squares("against", sources.against, step)}${squares("for", sources.for, step)}</svg>${side("for")}</span>
${
  hasTrend &&
  html`${trendChart(trend, date)}
`
}</li>
`;
}

/** Full for, as strokes that the stylesheet makes HEIGHT wide, and hollow against. */
function squares(relation: "for" | "against", count: number, step: number): Markup {
  if (count === 0) return html``;
  const whole = step < NARROWEST_STEP;
  const width = round(whole ? count * step : step - GAP);
  const shapes = Array.from({ length: whole ? 1 : count }, (_, i) => {
    const near = round(GAP + i * step);
    return relation === "for" ? `M${near} ${4 + HEIGHT / 2}h${width}` : `M${-near} 4h${-width}v${HEIGHT}h${width}z`;
  });
  return html`<path class="${relation}" d="${shapes.join("")}"/>`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
