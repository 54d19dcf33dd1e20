import { type LocalDate, RELATIONS, type Relation } from "../model.ts";
import type { DossierSection } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { quotation, sourceLines } from "./page-source-line.ts";
import type { EvidenceLine, PositionSection } from "./position-section.ts";

/** Lines of one relation in sight; the others are one tap away. Mentions wait where there is more to read than they. */
const LINES_IN_SIGHT = 3;

/** Every claim with what speaks for and against it; the claims without news folded into one list. */
export function positions({ positions: all }: DossierSection, day: LocalDate, locale: Locale): Markup {
  const { words } = locale;
  const spoken = all.filter(({ evidence }) => evidence.length > 0);
  const silent = all.filter(({ evidence }) => evidence.length === 0);
  return html`<section class="positions">
<h3>${words.positions}</h3>
${
  spoken.length === 0 &&
  html`<p class="nothing">${words.nothing}</p>
`
}${spoken.map((position) => section(position, day, locale))}${
  silent.length > 0 &&
  html`<details class="silent">
<summary>${locale.count(silent.length, words.silentPositions)}</summary>
<ul>
${silent.map(
  ({ id, statement }) => html`<li id="position-${id}">${locale.pick(statement)}</li>
`,
)}</ul>
</details>
`
}</section>
`;
}

function section(
  { id, question, statement, articles, evidence }: PositionSection,
  day: LocalDate,
  locale: Locale,
): Markup {
  const { words } = locale;
  return html`<section class="position" id="position-${id}">
<div class="claim">
<p class="kicker">${locale.pick(question.about)}</p>
<h4>${locale.pick(statement)}</h4>
<p class="tally">${RELATIONS.filter((relation) => articles[relation] > 0).map(
    (relation) =>
      html`<span class="${relation}">${locale.count(articles[relation], words.relationCounts[relation])}</span> `,
  )}</p>
</div>
<div class="evidence">
${RELATIONS.map((relation) => {
  const lines = evidence.filter((line) => line.relation === relation);
  const inSight = relation === "mentions" && lines.length < evidence.length ? 0 : LINES_IN_SIGHT;
  return group(lines, inSight, relation, day, locale);
})}</div>
</section>
`;
}

function group(
  lines: readonly EvidenceLine[],
  inSight: number,
  relation: Relation,
  day: LocalDate,
  locale: Locale,
): Markup {
  // A fold that hides a single line costs more than it saves.
  const shown = lines.length === inSight + 1 && inSight > 0 ? lines.length : inSight;
  const rest = lines.slice(shown);
  const { words } = locale;
  return html`${lines.slice(0, shown).map((entry) => evidenceLine(entry, day, locale))}${
    rest.length > 0 &&
    html`<details class="more ${relation}">
<summary>${locale.count(rest.length, words.moreOf[relation])}</summary>
${rest.map((entry) => evidenceLine(entry, day, locale))}</details>
`
  }`;
}

function evidenceLine(line: EvidenceLine, day: LocalDate, locale: Locale): Markup {
  const { words } = locale;
  const { relation, language, speaker, confidence } = line;
  return html`<article class="line ${relation}">
<p class="mark"><span class="word">${words.relations[relation]}</span> <span class="sure">${locale.fill(words.confidence, { percent: locale.percent(confidence) })}</span></p>
${quotation(line)}
${
  speaker !== undefined &&
  html`<p class="speaker">${words.saidBy}: <bdi lang="${language}">${speaker}</bdi></p>
`
}${sourceLines(line, day, locale)}
</article>
`;
}
