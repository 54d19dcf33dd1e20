import type { LocalDate } from "../model.ts";
import type { DossierSection } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { positionKey } from "./page-keys.ts";
import { trendChart } from "./pages/trend-chart.ts";
import type { PositionSection } from "./position-section.ts";

/** The chart's own units: half its width, the height of a square, the widest step from one square to the next. */
const HALF = 72;
const HEIGHT = 12;
const WIDEST_STEP = 14.4;
/** Below this step squares could not be told apart and one bar stands for all. */
const NARROWEST_STEP = 3;
const GAP = 2;

/** What a row of the overview knows of its page. */
export interface BalanceFrame {
  readonly date: LocalDate;
  /** Whether the thirty days before say anything yet. */
  readonly hasTrend: boolean;
  readonly own: (file: string) => string;
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
<svg class="patterns" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="4"/></pattern></defs></svg>
<ol>
${weighed.map((position) => row(position, step, frame))}</ol>
<p class="hint">${words.balanceHint}${hasTrend && ` ${words.lastDays}: ${words.trendHint}`}</p>
</section>
`;
}

function row(
  { id, statement, sources, trend, firstAgainst, rhythm }: PositionSection,
  step: number,
  { date, hasTrend, own, locale }: BalanceFrame,
): Markup {
  const { relationCounts, ...words } = locale.words;
  const side = (relation: "for" | "against") =>
    html`<span class="${relation}${sources[relation] === 0 && " none"}">${locale.count(sources[relation], relationCounts[relation])}</span>`;
  const badge = firstAgainst ? words.firstAgainst : rhythm === "awakened" ? words.awakened : undefined;
  return html`<li>
<p class="claim-line"><a href="#position-${id}">${locale.text(statement)}</a>${badge !== undefined && html` <span class="badge">${badge}</span>`}</p>
<span class="scale">${side("against")}<svg viewBox="${-HALF - 4} 0 ${2 * HALF + 8} ${HEIGHT + 8}" aria-hidden="true" focusable="false">${squares("against", sources.against, step)}${squares("for", sources.for, step)}<line class="axis" x1="0" y1="0" x2="0" y2="${HEIGHT + 8}"/></svg>${side("for")}</span>
${
  hasTrend &&
  html`<a class="spark" href="${own(positionKey(id))}" aria-label="${words.lastDays}: ${locale.pick(statement)}">${trendChart(trend, date)}</a>
`
}</li>
`;
}

function squares(relation: "for" | "against", count: number, step: number): Markup[] {
  const whole = step < NARROWEST_STEP;
  const width = round(whole ? count * step : step - GAP);
  return Array.from({ length: whole ? Math.min(count, 1) : count }, (_, i) => {
    const near = GAP + i * step;
    const x = round(relation === "for" ? near : -near - width);
    return relation === "for"
      ? html`<rect class="for" x="${x}" y="4" width="${width}" height="${HEIGHT}"/>`
      : html`<rect class="against" x="${x}" y="4" width="${width}" height="${HEIGHT}" fill="url(#hatch)"/>`;
  });
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
