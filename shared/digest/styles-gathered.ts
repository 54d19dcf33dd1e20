import { compactStyles } from "./compact-styles.ts";

/** Charts, calendars, ledgers and the search: what only the pages that gather many days have, besides STYLES. */
export const GATHERED_STYLES = compactStyles(`
/* Charts */
.chart { margin: 1.25rem 0; max-width: 46rem; }
.chart figcaption { font-size: 0.875rem; color: var(--soft); }
.chart .trend { margin-top: 0.5rem; max-height: 12rem; }
.trend .count { fill: var(--soft); }
.counts { background: none; }
.counts .axis { stroke: var(--soft); }
.chart .axis, .chart .against { stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.chart .hint, .gathered .hint { max-width: 46rem; border-top: 0; }
td.spark, th.spark { width: 4rem; }
@media (max-width: 25rem) { .claims-table .spark, .claims-table + .hint { display: none; } }
@media (min-width: 34rem) { td.spark, th.spark { width: 8rem; } }

/* Pages of a claim, a theme, an outlet, a story */
.gathered { padding-bottom: 1.25rem; }
.gathered .head { padding-bottom: 0.5rem; }
.gathered h1, .archive h1 { font-size: clamp(1.625rem, 1.25rem + 1.9vw, 2.5rem); line-height: 1.15; max-width: 46rem; }
.gathered h1 a { text-decoration: none; }
.gathered h1 a:hover { text-decoration: underline; }
.gathered section { padding: 1rem 0 1.25rem; }
.gathered .dossier { padding: 1rem 0 0; }
.gathered .dossier h3 { margin: 2rem 0 0; }
.tagline + .tagline { font-size: 0.9375rem; }
.gathered .figures { max-width: 26rem; grid-template-columns: repeat(2, 1fr); }
.rhythm { margin-top: 0.5rem; font: 1.0625rem/1.45 var(--serif); }
.latest h2 { margin-bottom: 0.6rem; }
:is(.latest h2, .months th a)::first-letter { text-transform: uppercase; }
.gathered table, .claims { max-width: 46rem; }
tr:is(.blocked, .failed, .gone) .answer { font-weight: 600; color: var(--against); }
tr:is(.unchanged, .not-polled) .answer { color: var(--soft); }
.gathered .months table, .gathered .answers table { max-width: 34rem; }
.claims li { padding: 0.4rem 0; font: 1.0625rem/1.4 var(--serif); }
.gathered tbody th a { display: inline-block; padding: 0.2rem 0; }
.gathered tbody :is(th, td) { vertical-align: top; }
.gathered tbody th:has(a) ~ td { padding-top: 0.7rem; }
.gathered .claims-table :is(th, td) { vertical-align: middle; }
.claims-table tbody th { font: 1rem/1.35 var(--serif); }
.chains { max-width: 46rem; }
.gathered .chains .hint { padding-top: 0; }
.chains li { margin-top: 0.6rem; }
.chains ol ol { padding-left: 1rem; border-left: 2px solid var(--rule); }
.chains cite { font: 1rem/1.4 var(--serif); }

/* Ledger */
.ledger { max-width: 46rem; }
.head + .ledger { margin-top: 0.75rem; }
.ledger-day { border-top: 1px solid var(--rule); }
.ledger-day h3 a { text-decoration: none; }
.ledger-day h3 a:hover { text-decoration: underline; }
.entry { padding: 0.6rem 0 0.9rem; }
.entry .line { margin-top: 0.6rem; }
.entry > .refs { margin-top: 0.35rem; }
.claim-of { display: block; color: var(--ink); }

/* Calendar */
.calendars { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 2.5rem; align-items: start; padding: 0.5rem 0 2rem; }
.calendar { table-layout: fixed; }
.calendar caption { padding-bottom: 0.4rem; font: 600 1.125rem/1.3 var(--serif); text-align: left; }
.calendar caption::first-letter { text-transform: uppercase; }
.calendar th, .calendar td { padding: 0; text-align: center; }
.calendar abbr { text-decoration: none; }
.calendar td { height: 3rem; color: var(--soft); vertical-align: middle; }
.calendar a { display: block; padding: 0.3rem 0; color: var(--ink); text-decoration: none; }
.calendar a:hover { background: var(--raised); }
.calendar .edition time { font-weight: 600; text-decoration: underline; text-underline-offset: 0.15em; }
.calendar .open time { font-weight: 400; text-decoration-style: dotted; }
.calendar .sides { display: block; font-size: 0.75rem; line-height: 1.3; white-space: nowrap; }
.calendar .for { color: var(--for); }
.calendar .against { color: var(--against); }

/* Search */
form { max-width: 46rem; margin: 1rem 0; }
label { display: block; margin-bottom: 0.35rem; font-size: 0.9375rem; }
input { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--strong-rule); border-radius: 3px; background: var(--paper); color: var(--ink); font: inherit; }
button { min-height: 2.75rem; padding: 0.4rem 1rem; border: 1px solid var(--strong-rule); border-radius: 3px; background: var(--raised); color: var(--ink); font: inherit; cursor: pointer; }
.ask { display: flex; gap: 0.5rem; }
#status { min-height: 1.5em; margin-bottom: 0.5rem; color: var(--soft); }
#results .entry { border-top: 1px solid var(--rule); }
`);
