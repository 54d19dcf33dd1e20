import { END_STATES, type ItemState } from "../model.ts";
import { type SourceCoverage, type SourceState, UNHEARD } from "./coverage.ts";
import type { Edition } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { sourceKey } from "./page-keys.ts";

/** States of an outlet that look unlike the others. */
const TOLD_APART: ReadonlySet<SourceState> = new Set([...UNHEARD, "unchanged"]);

const STATES: readonly ItemState[] = [...END_STATES, "waiting"];

/** What was seen and what was not: how every item ended, how every outlet answered, what went wrong. */
export function coverage({ coverage: seen, counts }: Edition, own: (file: string) => string, locale: Locale): Markup {
  const { words } = locale;
  return html`<section class="coverage" id="coverage">
<h2>${words.coverage}</h2>
<p class="lead">${words.coverageLead}${counts.judgedByOther > 0 && ` ${locale.count(counts.judgedByOther, words.judgedByOther)}`}</p>
<div class="tables">
<table class="states">
<tbody>
${STATES.filter((state) => seen.states[state] > 0).map((state) => {
  const [name, meaning] = words.states[state];
  return html`<tr><th scope="row">${name} <small>${meaning}</small></th><td>${locale.number(seen.states[state])}</td></tr>
`;
})}</tbody>
<tfoot><tr><th scope="row">${words.sum}</th><td>${locale.number(seen.items)}</td></tr></tfoot>
</table>
<table class="sources">
<thead><tr><th scope="col">${words.outlet}</th><th scope="col">${words.answer}</th><th scope="col" class="number">${words.seen}</th><th scope="col" class="number">${words.found}</th></tr></thead>
<tbody>
${seen.sources.map((source) => sourceRow(source, own, locale))}</tbody>
</table>
</div>
${problems(seen.problems, seen.sources, locale)}</section>
`;
}

function sourceRow(
  { outlet, state, feeds, failures, items, matched }: SourceCoverage,
  own: (file: string) => string,
  locale: Locale,
): Markup {
  const { words } = locale;
  const facts = [
    outlet.country === undefined ? undefined : locale.country(outlet.country),
    outlet.ownership === undefined ? undefined : words.ownership[outlet.ownership],
  ].filter((fact) => fact !== undefined);
  const share =
    feeds > 1 && failures.length > 0 && ` (${locale.fill(words.feedsFailed, { failed: failures.length, feeds })})`;
  // An outlet that is no longer watched has no page.
  const name =
    outlet.country === undefined
      ? html`${outlet.name}`
      : html`<a href="${own(sourceKey(outlet.id))}">${outlet.name}</a>`;
  return html`<tr${TOLD_APART.has(state) && html` class="${state}"`}><th scope="row">${name} <small>${facts.join(", ")}</small></th><td>${words.sourceStates[state]}${share}${failures.map(({ reason }) => html` <span class="reason" lang="en" dir="ltr">${reason}</span>`)}</td><td>${locale.number(items)}</td><td>${locale.number(matched)}</td></tr>
`;
}

function problems(all: Edition["coverage"]["problems"], sources: readonly SourceCoverage[], locale: Locale): Markup {
  const { words } = locale;
  if (all.length === 0) return html``;
  const nameOf = (id: string) => sources.find(({ outlet }) => outlet.id === id)?.outlet.name ?? id;
  return html`<details class="problems">
<summary>${locale.count(all.length, words.problems)}</summary>
<ul>
${all.map(
  ({
    source,
    stage,
    reason,
  }) => html`<li><b><bdi>${nameOf(source)}</bdi></b>, ${words.stages[stage]}: <span class="reason" lang="en" dir="ltr">${reason}</span></li>
`,
)}</ul>
</details>
`;
}
