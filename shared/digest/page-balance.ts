import type { DossierSection } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import type { PositionSection } from "./position-section.ts";

/** The chart's own units: half its width, the height of a square, the widest step from one square to the next. */
const HALF = 72;
const HEIGHT = 12;
const WIDEST_STEP = 14.4;
/** Below this step squares could not be told apart and one bar stands for all. */
const NARROWEST_STEP = 3;
const GAP = 2;

/** The day at a glance: for every claim spoken to, a row of squares on either side of an axis. Empty when there is none. */
export function balance({ positions }: DossierSection, locale: Locale): Markup {
  const { words } = locale;
  const weighed = positions.filter(({ articles }) => articles.for + articles.against > 0);
  if (weighed.length === 0) return html``;
  const most = Math.max(...weighed.map(({ articles }) => Math.max(articles.for, articles.against)));
  const step = Math.min(WIDEST_STEP, HALF / most);
  return html`<section class="balance">
<h3>${words.balance}</h3>
<svg class="patterns" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="4"/></pattern></defs></svg>
<ol>
${weighed.map((position) => row(position, step, locale))}</ol>
<p class="hint">${words.balanceHint}</p>
</section>
`;
}

function row({ id, statement, articles }: PositionSection, step: number, locale: Locale): Markup {
  const { relationCounts } = locale.words;
  const side = (relation: "for" | "against") =>
    html`<span class="${relation}${articles[relation] === 0 && " none"}">${locale.count(articles[relation], relationCounts[relation])}</span>`;
  return html`<li>
<a href="#position-${id}">${locale.pick(statement)}</a>
<span class="scale">${side("against")}<svg viewBox="${-HALF - 4} 0 ${2 * HALF + 8} ${HEIGHT + 8}" aria-hidden="true" focusable="false">${squares("against", articles.against, step)}${squares("for", articles.for, step)}<line class="axis" x1="0" y1="0" x2="0" y2="${HEIGHT + 8}"/></svg>${side("for")}</span>
</li>
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
