import { compactStyles } from "./compact-styles.ts";

/**
 * The stylesheet of all pages; an edition's needs no other. Colours are those of the region's buildings: lapis tile for what speaks for a claim,
 * fired brick for what speaks against it. Nothing is told by colour alone. System fonts, with faces first that carry
 * the Kazakh, Uzbek, Kyrgyz and Tajik letters.
 */
export const STYLES = compactStyles(`:root {
  color-scheme: light dark;
  --paper: #fcfbf8;
  --raised: #f4f1ea;
  --ink: #1d1b18;
  --soft: #5f5a52;
  --rule: #d9d3c7;
  --strong-rule: #1d1b18;
  --for: #1f4e96;
  --against: #a63c1c;
  --mentions: #6a645b;
  --note: #f7ecd2;
  --serif: ui-serif, "PT Serif", "Noto Serif", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PT Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151412;
    --raised: #1f1d1a;
    --ink: #ece8e0;
    --soft: #a9a398;
    --rule: #37332d;
    --strong-rule: #8d877c;
    --for: #8db8f5;
    --against: #f09a78;
    --mentions: #a9a398;
    --note: #322a18;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto;
  padding: 0 max(1.125rem, env(safe-area-inset-right)) 3rem max(1.125rem, env(safe-area-inset-left));
  max-width: 74rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 var(--sans);
  overflow-wrap: break-word;
  text-wrap: pretty;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote, table { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: inherit; text-decoration-color: var(--soft); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
a:hover { text-decoration-color: currentColor; text-decoration-thickness: 0.1em; }
:focus-visible { outline: 2px solid var(--for); outline-offset: 3px; border-radius: 2px; }
:target { scroll-margin-top: 1rem; }
svg { display: block; fill: none; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.6rem 1rem; background: var(--ink); color: var(--paper); }
.skip:focus { top: 0.5rem; z-index: 1; }
.weekday, h4 small { font-family: var(--sans); }
:where(blockquote, .columns cite, .silent li, .voices li) a { text-decoration-color: var(--rule); }
:is(.balance li, h4) a { text-decoration: none; }
:is(.balance li, h4) a:hover { text-decoration: underline; }
.meta, small { color: var(--soft); }
:is(.meta, small) :is(b, bdi) { font-weight: 600; color: var(--ink); }
:is(.figures, .scale, .tally, .voices) .for, .for > .mark b { color: var(--for); }
:is(.figures, .scale, .tally, .voices) .against, .against > .mark b { color: var(--against); }

/* Masthead and head */
.masthead { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; column-gap: 1.5rem; padding: 0.7rem 0 0.4rem; border-bottom: 3px double var(--strong-rule); }
.brand { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; font: 600 1.25rem/1 var(--serif); letter-spacing: 0.01em; text-decoration: none; }
.brand svg { width: 1.6rem; height: 1.6rem; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }
nav { margin: 0 -0.6rem; font-size: 0.875rem; }
nav ul { display: flex; flex-wrap: wrap; }
nav a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 0.6rem; text-decoration: none; color: var(--soft); }
nav a:hover { color: var(--ink); text-decoration: underline; }
@media (max-width: 40rem) {
  nav ul:has(.language + .language) { display: block; }
  nav li { display: inline; }
  nav li:not(.language) + .language:has(+ .language)::before { content: "\\A"; white-space: pre; }
}
nav [aria-current] { color: var(--ink); font-weight: 600; text-decoration: underline; text-decoration-thickness: 0.12em; }
.head { padding: 1.75rem 0 1.5rem; }
h1 { font: 500 clamp(2rem, 1.35rem + 3.2vw, 3.5rem)/1.08 var(--serif); letter-spacing: -0.015em; text-wrap: balance; }
.weekday { display: block; margin-bottom: 0.5rem; font-size: 0.9375rem; font-weight: 500; letter-spacing: 0; line-height: 1.2; color: var(--soft); }
.weekday::first-letter { text-transform: uppercase; }
.tagline { max-width: 42rem; margin-top: 0.75rem; font: 1.0625rem/1.45 var(--serif); color: var(--soft); }
.figures { display: grid; grid-template-columns: repeat(2, 1fr); margin-top: 1.5rem; border-top: 1px solid var(--rule); }
.figures div { display: flex; flex-direction: column; padding: 0.75rem 0.75rem 0.7rem 0; border-bottom: 1px solid var(--rule); }
.figures dd { font: 500 2rem/1.1 var(--serif); font-variant-numeric: lining-nums; }
.figures dt { order: 2; font-size: 0.875rem; line-height: 1.3; color: var(--soft); }
.note { margin: 0 0 1.5rem; padding: 0.85rem 1rem; background: var(--note); border-radius: 3px; font-size: 0.9375rem; }

/* The interview everything is measured by */
.measure { padding: 1.25rem 0 1rem; border-top: 1px solid var(--strong-rule); }
.dossier:first-of-type .measure { padding-top: 0; border-top: 0; }
h2, :is(.positions, .themes, .voices, .unlike) > h3 { font: 600 1.5rem/1.2 var(--serif); letter-spacing: -0.01em; text-wrap: balance; }
.measure p { max-width: 46rem; margin-top: 0.4rem; font-size: 0.9375rem; color: var(--soft); }
.measure a { color: var(--ink); }
.label { font-weight: 600; color: var(--ink); }
.label::after { content: ":"; }
h3 { margin-bottom: 0.35rem; font-size: 1.0625rem; font-weight: 650; line-height: 1.3; }

/* The day in the balance */
.balance { margin: 0.5rem 0 2.5rem; padding: 1.1rem 1.125rem 0.9rem; background: var(--raised); border-radius: 4px; }
.balance li { padding: 0.7rem 0 0.6rem; border-top: 1px solid var(--rule); }
.balance li:first-child { border-top: 0; }
.balance li p { font: 1rem/1.35 var(--serif); }
.badge { display: inline-block; padding: 0.05rem 0.4rem; border: 1px solid currentColor; border-radius: 3px; font: 600 0.75rem/1.4 var(--sans); color: var(--against); white-space: nowrap; }
.scale { display: grid; grid-template-columns: 7em minmax(0, 1fr) 7em; white-space: nowrap; align-items: center; margin-top: 0.3rem; font-size: 0.8125rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.scale :last-child { text-align: right; }
.scale .none { font-weight: 400; color: var(--soft); }
.scale svg { width: 100%; height: auto; max-height: 2rem; background: linear-gradient(var(--soft), var(--soft)) center / 1px 100% no-repeat; }
.scale path.for { stroke: var(--for); stroke-width: 12; }
.scale path.against { stroke: var(--against); stroke-width: 1.5; }
.hint { padding-top: 0.6rem; border-top: 1px solid var(--rule); font-size: 0.8125rem; line-height: 1.4; color: var(--soft); }

.trend { width: 100%; height: auto; background: linear-gradient(var(--soft), var(--soft)) center / 100% 1px no-repeat; }
.trend .for { stroke: var(--for); stroke-width: 4; }
.trend .against { stroke: var(--against); stroke-width: 1; }
.balance .trend { display: block; max-width: 9rem; margin-top: 0.4rem; }

/* Claims and evidence */
.positions > section { padding: 1.5rem 0 1.75rem; border-top: 1px solid var(--rule); }
.positions > h3 + section { border-top: 0; padding-top: 0.75rem; }
.kicker { margin-bottom: 0.35rem; font-size: 0.8125rem; line-height: 1.4; color: var(--soft); }
.claim h4 { font: 600 1.25rem/1.3 var(--serif); text-wrap: balance; }
.tally { display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; margin-top: 0.6rem; font-size: 0.875rem; font-weight: 600; }
.tally .mentions { font-weight: 400; color: var(--soft); }
.evidence { margin-top: 1.1rem; }
.line { padding: 0.1rem 0 0.2rem 1rem; border-left: 4px dotted var(--mentions); }
.line.for { border-left: 4px solid var(--for); }
.line.against { border-left: 6px double var(--against); padding-left: calc(1rem - 2px); }
.evidence > * + * { margin-top: 1.25rem; }
.mark { font-size: 0.8125rem; line-height: 1.3; color: var(--soft); }
.mark b { display: inline-block; margin-right: 0.35rem; font-size: 0.9375rem; }
.mark b::first-letter { text-transform: uppercase; }
blockquote { margin-top: 0.25rem; font: 1.0625rem/1.5 var(--serif); hyphens: auto; }
.speaker { margin-top: 0.3rem; font-size: 0.875rem; }
.refs { margin-top: 0.45rem; font-size: 0.875rem; line-height: 1.45; }
.refs cite { display: block; font-style: normal; unicode-bidi: isolate; }
.flag { color: var(--ink); font-weight: 500; overflow-wrap: anywhere; }
summary { cursor: pointer; min-height: 2.75rem; padding: 0.7rem 0; font-size: 0.875rem; font-weight: 500; line-height: 1.4; color: var(--soft); }
summary:hover { color: var(--ink); }
.evidence .more summary { padding-left: 0.1rem; }
.nothing { padding: 1rem 0 1.5rem; font: 1.0625rem/1.5 var(--serif); color: var(--soft); }
details.silent { border-top: 1px solid var(--rule); }
.silent ul { padding-bottom: 1rem; columns: 22rem 2; column-gap: 2.5rem; }
.silent li { padding: 0.3rem 0 0.3rem 1rem; break-inside: avoid; font: 0.9375rem/1.4 var(--serif); color: var(--soft); text-indent: -1rem; }
.silent li::before { content: "–"; display: inline-block; width: 1rem; text-indent: 0; }

/* Themes */
.themes, .voices, .coverage { padding: 1.5rem 0 2rem; border-top: 1px solid var(--strong-rule); }
.columns { margin-top: 0.75rem; }
.columns > section { padding: 1rem 0 1.25rem; border-top: 1px solid var(--rule); break-inside: avoid-column; }
.columns h4 { font: 600 1.125rem/1.3 var(--serif); }
.columns h4 small { font-size: 0.8125rem; font-weight: 400; white-space: nowrap; }
.columns li { margin-top: 0.7rem; }
.columns li cite, .unlike :is(cite, del) { font: 1rem/1.4 var(--serif); }
.columns li small, .columns .chain { display: block; font-size: 0.8125rem; }
.columns .more { margin-top: 0.8rem; }
p.silent { padding-top: 0.9rem; border-top: 1px solid var(--rule); font-size: 0.875rem; color: var(--soft); }

/* Voices, and what is unlike other days */
.voices ul { columns: 24rem 2; column-gap: 3rem; }
.voices li { padding: 0.75rem 0; border-top: 1px solid var(--rule); break-inside: avoid; }
.voices li p { font-size: 0.9375rem; line-height: 1.4; }
.voices .for, .voices .against { font-weight: 600; }
.voices .hint, .themes > .hint, .unlike .hint { border-top: 0; padding: 0 0 0.75rem; max-width: 46rem; }
.unlike { margin-bottom: 1.5rem; padding: 1rem 1.125rem; background: var(--raised); border-radius: 4px; }
.unlike li { padding: 0.35rem 0; }
.unlike p.meta { font-size: 0.875rem; line-height: 1.45; }

/* Coverage, archive */
.lead { max-width: 46rem; margin-top: 0.4rem; font-size: 0.9375rem; color: var(--soft); }
table { width: 100%; margin-top: 1rem; border-collapse: collapse; font-size: 0.875rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
th, td { padding: 0.5rem 0.4rem 0.5rem 0; border-top: 1px solid var(--rule); font-weight: 400; text-align: left; vertical-align: baseline; }
thead th { border-top: 0; font-size: 0.8125rem; color: var(--soft); vertical-align: bottom; }
thead th::first-letter { text-transform: uppercase; }
th:last-child, td:last-child { padding-right: 0; }
.number, .states td, .sources td:nth-child(n + 3) { width: 1%; padding-left: 0.25rem; text-align: right; white-space: nowrap; }
th.number { white-space: normal; }
.sources th:first-child { min-width: 7rem; }
tfoot th, tfoot td { border-top: 1px solid var(--strong-rule); font-weight: 600; }
small { font-size: inherit; }
th small { display: block; font-size: 0.8125rem; }
.reason { display: block; font-size: 0.8125rem; font-weight: 400; color: var(--soft); overflow-wrap: anywhere; }
.sources :is(.blocked, .failed, .gone) td:nth-child(2) { font-weight: 600; color: var(--against); }
.sources :is(.unchanged, .not-polled) td:nth-child(2) { color: var(--soft); }
.problems { border-top: 1px solid var(--rule); margin-top: 1.25rem; }
.problems li { padding: 0.35rem 0; font-size: 0.875rem; line-height: 1.4; }
.problems .reason { display: inline; }
.colophon { padding-top: 1.5rem; border-top: 3px double var(--strong-rule); font-size: 0.875rem; color: var(--soft); }
.colophon h2 { font: 600 1rem/1.3 var(--sans); letter-spacing: 0; color: var(--ink); }
.colophon section p { max-width: 46rem; margin: 0.3rem 0 1rem; }
.colophon p { margin-top: 0.35rem; overflow-wrap: anywhere; }
.colophon a, .rhythm time, .meta time { white-space: nowrap; }

@media (max-width: 25rem) {
  nav { margin: 0 -0.4rem; }
  nav a { padding: 0 0.4rem; }
  table { font-size: 0.8125rem; }
  thead th, th small, .reason { font-size: 0.75rem; }
  th, td { padding-right: 0.3rem; }
}
@media (min-width: 34rem) {
  body { padding-left: 2rem; padding-right: 2rem; }
  .figures { grid-template-columns: repeat(4, 1fr); border-bottom: 1px solid var(--rule); }
  .figures div { border-bottom: 0; padding-left: 1.1rem; border-left: 1px solid var(--rule); }
  .figures div:first-child { padding-left: 0; border-left: 0; }
  .figures dd { font-size: 2.5rem; }
  th, td { padding-right: 1rem; }
  th.number { white-space: nowrap; }
}
@media (min-width: 48rem) {
  .balance { padding: 1.25rem 1.5rem 1rem; }
  .balance li { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 1.75rem; align-items: center; }
  .balance li p { grid-row: 1 / span 2; }
  .balance .trend { grid-column: 2; justify-self: center; width: 9rem; }
  .scale { margin-top: 0; }
  .columns { columns: 2; column-gap: 3rem; }
  .sources { align-self: start; }
}
@media (min-width: 60rem) {
  .head { padding: 2.75rem 0 2.25rem; }
  .balance li { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) 7.5rem; }
  .balance li p { grid-row: auto; }
  .balance .trend { grid-column: 3; width: 100%; margin-top: 0; }
  .positions > section { display: grid; grid-template-columns: minmax(0, 21rem) minmax(0, 1fr); gap: 3rem; }
  .claim { position: sticky; top: 1.5rem; align-self: start; }
  .claim h4 { font-size: 1.375rem; }
  .evidence { margin-top: 0.2rem; }
  .evidence blockquote { font-size: 1.125rem; }
  .tables { display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); gap: 3rem; align-items: start; }
}
`);
