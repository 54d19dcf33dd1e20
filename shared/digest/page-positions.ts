import { type LocalDate, RELATIONS, type Relation } from "../model.ts";
import type { DossierSection } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { InSight } from "./in-sight.ts";
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
  readonly inSight: Pick<InSight, "secondLines">;
  readonly own: (file: string) => string;
  readonly locale: Locale;
}

/**
 * Every claim with what is strongest for and against it, under the question of the interview that it answers with those
 * beside it; the claims without news folded into one list.
 */
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
}${spoken.map((position, i) => section(position, spoken[i - 1]?.question.id !== position.question.id, frame))}${
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

function section(position: PositionSection, beginsQuestion: boolean, frame: EvidenceFrame): Markup {
  const { id, question, statement, articles, evidence, firstAgainst } = position;
  const { locale, own } = frame;
  const { words } = locale;
  return html`<section id="position-${id}">
<div class="claim">
${
  beginsQuestion &&
  html`<p class="kicker">${locale.text(question.about)}</p>
`
}<h4><a href="${own(positionKey(id))}">${locale.text(statement)}</a></h4>
<p class="tally">${RELATIONS.filter((relation) => articles[relation] > 0).map(
    (relation, i) =>
      html`${i > 0 && " "}<span class="${relation}">${locale.count(articles[relation], words.relationCounts[relation])}</span>`,
  )}${firstAgainst && html`<span class="badge">${words.firstAgainst}</span>`}</p>
</div>
<div class="evidence">
${RELATIONS.map((relation) => {
  const lines = evidence.filter((line) => line.relation === relation);
  const most = relation === "mentions" && lines.length < evidence.length ? 0 : LINES_IN_SIGHT;
  return group(position, relation, most, frame);
})}</div>
</section>
`;
}

function group({ id, evidence }: PositionSection, relation: Relation, most: number, frame: EvidenceFrame): Markup {
  const { day, inLedger, inSight, own, locale } = frame;
  const lines = evidence.filter((line) => line.relation === relation);
  // A way to a single line more costs a reader more than the line, where there is room for it.
  const shown = inSight.secondLines && lines.length === most + 1 && most > 0 ? lines.length : most;
  const rest = lines.slice(shown);
  const label = locale.count(rest.length, locale.words.moreOf[relation]);
  const further = inLedger
    ? html`<p class="more"><a href="${own(positionKey(id, monthOf(day)))}#day-${day}">${label}</a></p>
`
    : html`<details class="more">
<summary>${label}</summary>
${rest.map((entry) => evidenceLine(entry, day, locale))}</details>
`;
  return html`${lines.slice(0, shown).map((entry) => evidenceLine(entry, day, locale))}${rest.length > 0 && further}`;
}

function evidenceLine(line: EvidenceLine, day: LocalDate, locale: Locale): Markup {
  const { words } = locale;
  const { relation, language, speaker, confidence } = line;
  return html`<div class="line ${relation}">
<p class="mark"><b>${words.relations[relation]}</b> ${locale.fill(words.confidence, { percent: locale.percent(confidence) })}</p>
${quotation(line)}
${
  speaker !== undefined &&
  html`<p class="speaker">${words.saidBy}: <bdi lang="${language}">${speaker}</bdi></p>
`
}${sourceLines(line, day, locale)}
</div>
`;
}
