import { createHash } from "node:crypto";
import { html, type Markup, safeHref } from "../../shared/digest/escape.ts";
import { PAGE_STYLES, TERM_COLOURS } from "./page-styles.ts";
import type { Card, Fact, Group, View } from "./view.ts";
import { type MarkedTerm, numbersOf, type Piece, type ViewSentence } from "./view-sentences.ts";

const SIGNS: Readonly<Record<Fact["mark"], string>> = { yes: "✓", no: "✗", note: "·" };
/** Nothing from anywhere, no script, and of styles only our own, by their hash (CSP 3, §2.3.1). */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(PAGE_STYLES).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** An explanation as one page that needs nothing beside it. */
export function renderHtml(view: View): string {
  const { locale, words, title, language, sentences, terms, groups } = view;
  return html`<!doctype html>
<html lang="${locale.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · ${words.heading}</title>
<style>${{ markup: PAGE_STYLES }}</style>
</head>
<body>
<main>
<p class="kicker">${words.heading}</p>
<h1 lang="${view.tag}">${title}</h1>
<p class="from">${source(view)}</p>
<p class="from">${language}</p>
<div class="article" lang="${view.tag}">
${sentences.map((sentence) => sentenceLine(sentence, locale.language))}</div>
${
  terms.length > 0 &&
  html`<h2>${words.terms}</h2>
<ul class="terms">
${terms.map(
  (term) => html`<li><span class="${classOf(term)}">${term.number}</span> <code>${term.name}</code></li>
`,
)}</ul>
`
}${groups.map(section)}</main>
</body>
</html>
`.markup;
}

function source({ from, url }: View): Markup {
  const href = url === undefined ? undefined : safeHref(url);
  if (href === undefined) return html`${from}`;
  return html`${url !== from && html`${from} · `}<a href="${href}">${url}</a>`;
}

function sentenceLine({ label, isTitle, pieces }: ViewSentence, language: string): Markup {
  return html`<p${isTitle && html` class="title"`}><span class="label" lang="${language}">${label}</span> <span class="said">${pieces.map(marked)}</span></p>
`;
}

function marked({ text, terms }: Piece): Markup {
  const [first] = terms;
  if (first === undefined) return html`${text}`;
  const numbers = numbersOf(terms);
  return html`<mark class="${classOf(first)}">${text}<sup>${numbers}</sup></mark>`;
}

function classOf({ number }: MarkedTerm): string {
  return `t${(number - 1) % TERM_COLOURS}`;
}

function section({ heading, cards, note }: Group): Markup {
  return html`<section>
<h2>${heading}</h2>
${cards.map(card)}${
  note !== undefined &&
  html`<p class="from">${note}</p>
`
}</section>
`;
}

function card({ id, name, outcome, verdict, facts }: Card): Markup {
  return html`<article>
<h3>${name}</h3>
<p class="verdict ${outcome}">${verdict} <code>${id}</code></p>
<ul class="facts">
${facts.map(fact)}</ul>
</article>
`;
}

function fact({ mark, query, text }: Fact): Markup {
  const asked = query !== undefined && html`<code>${query}</code>`;
  const between = query !== undefined && text !== "" && " — ";
  return html`<li class="${mark}"><span class="sign">${SIGNS[mark]}</span> <span>${asked}${between}${text}</span></li>
`;
}
