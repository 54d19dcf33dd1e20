import { type LocalDate, RELATIONS, type Relation } from "../model.ts";
import type { DossierSection } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import { monthOf } from "./ledger.ts";
import type { Locale } from "./locale.ts";
import { positionKey } from "./page-keys.ts";
import { quotation, sourceLines } from "./page-source-line.ts";
import type { EvidenceLine, PositionSection } from "./position-section.ts";

/** Lines of one relation in sight: the strongest, for a page that is read to its end. Mentions wait where there is more to read than they. */
const LINES_IN_SIGHT = 1;

/** What the evidence of a day needs of its page. */
export interface EvidenceFrame {
  readonly day: LocalDate;
  /** A finished day's further lines stand in the claim's ledger; those of a day that lasts are folded here. */
  readonly inLedger: boolean;
  readonly own: (file: string) => string;
  readonly locale: Locale;
}

/** Every claim with what is strongest for and against it; the claims without news folded into one list. */
export function positions({ positions: all }: DossierSection, frame: EvidenceFrame): Markup {
  const { locale, own } = frame;
  const { words } = locale;
  const spoken = all.filter(({ evidence }) => evidence.length > 0);
  const silent = all.filter(({ evidence }) => evidence.length === 0);
  return html`<section class="positions">
<h3>${words.positions}</h3>
${
  spoken.length === 0 &&
  html`<p class="nothing">${words.nothing}</p>
`
}${spoken.map((position) => section(position, frame))}${
  silent.length > 0 &&
  html`<details class="silent">
<summary>${locale.count(silent.length, words.silentPositions)}</summary>
<ul>
${silent.map(
  ({
    id,
    statement,
    rhythm,
    lastSpoken,
  }) => html`<li id="position-${id}"><a href="${own(positionKey(id))}">${locale.text(statement)}</a>${
    rhythm === "dormant" &&
    html` <span class="meta">${locale.fill(words.rhythms.dormant, { date: locale.date(lastSpoken ?? "") })}</span>`
  }</li>
`,
)}</ul>
</details>
`
}</section>
`;
}

function section(position: PositionSection, frame: EvidenceFrame): Markup {
  const { id, question, statement, articles, evidence, firstAgainst } = position;
  const { locale, own } = frame;
  const { words } = locale;
  return html`<section class="position" id="position-${id}">
<div class="claim">
<p class="kicker">${locale.text(question.about)}</p>
<h4><a href="${own(positionKey(id))}">${locale.text(statement)}</a></h4>
<p class="tally">${RELATIONS.filter((relation) => articles[relation] > 0).map(
    (relation) =>
      html`<span class="${relation}">${locale.count(articles[relation], words.relationCounts[relation])}</span> `,
  )}${firstAgainst && html`<span class="badge">${words.firstAgainst}</span>`}</p>
</div>
<div class="evidence">
${RELATIONS.map((relation) => {
  const lines = evidence.filter((line) => line.relation === relation);
  const inSight = relation === "mentions" && lines.length < evidence.length ? 0 : LINES_IN_SIGHT;
  return group(position, relation, inSight, frame);
})}</div>
</section>
`;
}

function group({ id, evidence }: PositionSection, relation: Relation, inSight: number, frame: EvidenceFrame): Markup {
  const { day, inLedger, own, locale } = frame;
  const lines = evidence.filter((line) => line.relation === relation);
  // A way to a single line more costs more than the line.
  const shown = lines.length === inSight + 1 && inSight > 0 ? lines.length : inSight;
  const rest = lines.slice(shown);
  const label = locale.count(rest.length, locale.words.moreOf[relation]);
  const further = inLedger
    ? html`<p class="more ${relation}"><a href="${own(positionKey(id, monthOf(day)))}#day-${day}">${label}</a></p>
`
    : html`<details class="more ${relation}">
<summary>${label}</summary>
${rest.map((entry) => evidenceLine(entry, day, locale))}</details>
`;
  return html`${lines.slice(0, shown).map((entry) => evidenceLine(entry, day, locale))}${rest.length > 0 && further}`;
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
