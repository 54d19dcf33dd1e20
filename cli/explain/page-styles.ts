/** Classes `t0` … in which terms are coloured, in turn. */
export const TERM_COLOURS = 6;

/** The page of an explanation: the digest's colours, and tints for what was found. Nothing is told by colour alone. */
export const PAGE_STYLES = `:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --raised: #f4f1ea; --ink: #1d1b18; --soft: #5f5a52; --rule: #d9d3c7;
  --for: #1f4e96; --against: #a63c1c; --yes: #1f6b3a; --no: #a63c1c;
  --t0: #cfe6f5; --t1: #f6e3a8; --t2: #ead3f2; --t3: #d0ebce; --t4: #f8d5c4; --t5: #dcdcf7;
  --serif: ui-serif, "PT Serif", "Noto Serif", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PT Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151412; --raised: #1f1d1a; --ink: #ece8e0; --soft: #a9a398; --rule: #37332d;
    --for: #8db8f5; --against: #f09a78; --yes: #8fd0a4; --no: #f09a78;
    --t0: #17405a; --t1: #55460f; --t2: #4b2d58; --t3: #214a26; --t4: #5c3020; --t5: #34346b;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.125rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: break-word; }
h1, h2, h3, p, ul { margin: 0; padding: 0; font-weight: 400; }
ul { list-style: none; }
a { color: inherit; }
h1 { margin: 0.35rem 0 0.75rem; max-width: 56rem; font: 500 clamp(1.6rem, 1.2rem + 2vw, 2.5rem)/1.15 var(--serif); text-wrap: balance; }
h2 { margin: 2.25rem 0 0.75rem; padding-top: 1rem; border-top: 1px solid var(--ink); font: 600 1.375rem/1.2 var(--serif); }
h3 { font: 600 1.125rem/1.3 var(--serif); text-wrap: pretty; }
.kicker { padding-top: 1.5rem; }
.kicker, .from, .label { font-size: 0.875rem; color: var(--soft); overflow-wrap: anywhere; }
.article { margin-top: 1.5rem; max-width: 48rem; font: 1.0625rem/1.65 var(--serif); }
.article p { display: grid; grid-template-columns: 2rem minmax(0, 1fr); padding: 0.2rem 0; }
.article .title { display: block; font-weight: 600; }
.article .title .label { display: block; font-weight: 400; }
.label { font-family: var(--sans); font-variant-numeric: tabular-nums; line-height: 1.9; }
mark, .terms span { padding: 0.05em 0.15em; border-radius: 3px; color: inherit; }
sup { margin-left: 0.15em; font: 600 0.6875rem/1 var(--sans); }
.t0 { background: var(--t0); } .t1 { background: var(--t1); } .t2 { background: var(--t2); }
.t3 { background: var(--t3); } .t4 { background: var(--t4); } .t5 { background: var(--t5); }
.terms { display: flex; flex-wrap: wrap; gap: 0.35rem 1.25rem; font-size: 0.875rem; }
.terms span { display: inline-block; min-width: 1.5rem; font-weight: 600; text-align: center; }
code { font: 0.8125rem/1.5 ui-monospace, "Noto Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
section article { margin-bottom: 1rem; padding: 1rem 1.125rem; background: var(--raised); border-radius: 4px; }
.verdict { margin: 0.25rem 0 0.6rem; font-weight: 600; color: var(--soft); }
.verdict code { font-weight: 400; color: var(--soft); }
.matched { color: var(--yes); }
.for { color: var(--for); }
.against { color: var(--against); }
.facts { max-width: 60rem; font-size: 0.9375rem; }
.facts li { display: grid; grid-template-columns: 1.25rem minmax(0, 1fr); padding: 0.15rem 0; }
.sign { font-weight: 700; }
.yes .sign { color: var(--yes); }
.no .sign { color: var(--no); }
.note { color: var(--soft); }
@media (min-width: 34rem) { body { padding-left: 2rem; padding-right: 2rem; } }
@media print { section article { break-inside: avoid; border: 1px solid var(--rule); } }
`;
