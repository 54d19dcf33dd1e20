import { compactStyles } from "./compact-styles.ts";

/**
 * How pages look on paper, besides STYLES and GATHERED_STYLES: in ink, with the address of every source, pages numbered,
 * nothing cut in two that fits a page. Lengths follow the root's size, which is that of small print.
 */
export const PRINT_STYLES = compactStyles(`
@page {
  size: A4;
  margin: 16mm 16mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; }
}
:root { color-scheme: light; --paper: #fff; --raised: #fff; --ink: #000; --soft: #444; --rule: #bbb; --strong-rule: #000; --for: #1f4e96; --against: #a63c1c; --mentions: #555; --note: #fff; }
html { font-size: 9pt; }
body { max-width: none; padding: 0; }
svg { print-color-adjust: exact; }
nav, .skip, .formats, form, button, #status, :is(.gathered, .archive) + .colophon { display: none; }
:is(.ledger, .chart, .tagline, .measure p, .hint, .colophon section p, .gathered h1, .gathered table) { max-width: none; }
.head { padding: 1rem 0; }
h1 { font-size: 2.5rem; }
.figures { grid-template-columns: repeat(4, 1fr); }
.balance { padding: 0; }
.balance li { display: grid; grid-template-columns: minmax(0, 1fr) 19rem 8rem; column-gap: 1.5rem; align-items: center; }
.balance li p { grid-row: auto; }
.balance .trend { grid-column: 3; width: 100%; }
.positions > section { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 1.75rem; padding: 1.25rem 0; }
.claim { position: static; }
.claim h4 { font-size: 1.125rem; }
.evidence { margin-top: 0; }
.columns { columns: 2; column-gap: 2rem; }
.positions > section, .line, .columns li, .figures, .chart, .note, li, tr { break-inside: avoid; }
h1, h2, h3, h4, .kicker, .hint, .lead, thead, figcaption { break-after: avoid; }
.refs { break-before: avoid; break-inside: avoid; }
p, li, blockquote { orphans: 3; widows: 3; }
.note { border: 1px solid var(--strong-rule); }
.more { font-size: 0.875rem; color: var(--soft); }
a { text-decoration: none; }
:is(blockquote, cite, .measure, .head) a[href^="http"]::after { content: attr(href); display: block; font: 0.6875rem/1.35 var(--sans); color: var(--soft); overflow-wrap: anywhere; }
details::details-content { content-visibility: visible; block-size: auto; }
summary { min-height: 0; padding: 0.5rem 0; list-style: none; break-after: avoid; }
`);
